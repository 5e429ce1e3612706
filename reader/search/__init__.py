"""Finding books by their titles, and words in the texts of all of them."""
