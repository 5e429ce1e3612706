"""The parts of a page of text: markup, links, inline text, tables."""
