"""Makes the tables of the pinyin front end."""
