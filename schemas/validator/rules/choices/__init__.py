"""Rules on the Choice state."""
