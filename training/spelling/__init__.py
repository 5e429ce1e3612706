"""Makes the tables of spelling."""
