"""Long runs, started by hand or by `make soak`."""
