"""Completion of expressions: what may be typed into a state's field, with a run behind it or without."""
