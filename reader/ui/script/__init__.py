"""The parts of the window in which a chapter's script is written."""
