"""Who speaks in English: the worth of each clue."""
