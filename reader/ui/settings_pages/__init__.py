"""Pages of the settings that are widgets of their own."""
