"""The settings, described once: how each is shown, found, changed and taken back."""
