"""A definition as text: parsed into a tree with spans, and changed by edits that are splices of the text."""
