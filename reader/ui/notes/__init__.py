"""Bookmarks and notes in the window: where they stand, how they are written, listed, exchanged."""
