"""What the window has said: through a screen reader, or in the program's own voice."""
