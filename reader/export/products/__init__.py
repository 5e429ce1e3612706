"""What comes out of an export: one file, a file a chapter, a read-along book."""
