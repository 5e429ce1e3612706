"""Figures, measured side by side; run by `make bench` and `make bench-books`."""
