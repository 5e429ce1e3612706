"""The programs that run voices, one package or module each."""
