"""What the stretcher knows of speech: which moments of it can be shortened, and by how much."""
