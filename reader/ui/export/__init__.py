"""Exports in the window: what is chosen, those that run one after the other, and their end."""
