"""Reading YAML into a tree of spans, and writing values and edits back in the style of the text."""
