"""Texts that stand inside a larger text: a definition between the lines, or in a string, of a template."""
