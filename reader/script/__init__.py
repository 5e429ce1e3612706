"""The script of a chapter: its sentences as an editor directs them, in SSML."""
