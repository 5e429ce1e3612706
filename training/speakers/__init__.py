"""What tells who speaks, learned from novels."""
