"""What the house remembers: books, the place in each, bookmarks and choices."""
