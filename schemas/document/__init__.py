"""A definition as text: read into a tree with spans, changed by edits that are splices of it."""
