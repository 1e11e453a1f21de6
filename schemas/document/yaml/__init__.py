"""Parses YAML into a tree of spans, and writes values and edits in the style of the text."""
