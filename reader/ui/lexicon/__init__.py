"""The reader's pronunciations in the window: kept, changed, undone, heard, told in words."""
