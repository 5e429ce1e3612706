"""Learns what each feature weighs for the speakers of Chinese books."""
