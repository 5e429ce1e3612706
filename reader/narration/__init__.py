"""Who says it, and how: from the written text to utterances."""
