"""What was written: importers turn a file into a :class:`~reader.books.model.Book`."""
