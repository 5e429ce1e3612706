"""Where things are in a book: headings, notes, pages, tables, and the way between them."""
