"""The help: a book about the program, and a look at whether everything is there."""
