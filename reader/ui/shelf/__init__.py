"""The shelf: all books to choose from, to add to, and to search through."""
