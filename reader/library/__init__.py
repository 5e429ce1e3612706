"""What the house remembers: books and the place in each."""
