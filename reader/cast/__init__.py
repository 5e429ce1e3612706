"""The cast of a book: its characters, their voices, and what the reader directs."""
