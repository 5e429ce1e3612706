"""Stand-ins for engines, audio outputs and clocks."""
