"""How the whole window looks: its colours, its measures and the style made from them."""
