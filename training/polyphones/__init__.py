"""Training of the ranker that reads polyphonic characters; see README.md."""
