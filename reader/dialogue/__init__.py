"""Who says what in a story: quotations found, and each given to one who speaks."""
