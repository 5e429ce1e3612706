"""Pronunciations: how words are to be said, in a book, a language or everywhere."""
