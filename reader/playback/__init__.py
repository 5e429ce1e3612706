"""Sound in time: the synthesis thread, the player and the audio output."""
