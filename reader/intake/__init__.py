"""How books come to the shelf, and are found again where they were moved."""
