"""``make bench-speech``: how fast, how small, how clear and how true the Mandarin voice is."""
