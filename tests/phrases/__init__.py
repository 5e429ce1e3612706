"""Tables of phrases."""
