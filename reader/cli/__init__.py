"""The terminal: one module a command, all of them thin."""
