"""How well speech is found and given to those who speak: ``make bench-cast``."""
