"""Rules on transitions: the start, the transitions and the end of a scope."""
