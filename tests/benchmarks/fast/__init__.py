"""``make bench-fast``: which words survive when speech is heard two and three times as fast."""
