"""Talking books: DAISY 2.02."""
