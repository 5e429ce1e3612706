"""SSML as it is read, checked, narrated and written."""
