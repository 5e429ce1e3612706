"""Runs Paddle inference programs, each set of them in a process of its own."""
