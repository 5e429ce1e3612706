"""How well and how fast the text front end says things: ``python -m tests.benchmarks.language``."""
