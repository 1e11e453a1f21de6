"""Rules on the Map state, inline and distributed."""
