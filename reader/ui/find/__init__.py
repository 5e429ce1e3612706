"""Searching in the open book: what was looked for, how many hits there are, and their list."""
