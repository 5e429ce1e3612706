"""The parts of the reading view: what is shown, how it looks, what is marked."""
