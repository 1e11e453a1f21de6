"""Reading JSON into a tree of spans, and writing values and edits back."""
