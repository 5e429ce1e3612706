"""English as voices need it: words that are said in two ways."""
