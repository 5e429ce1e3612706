"""What an export has to reach: speed, memory, what it survives, and how its sound is."""
