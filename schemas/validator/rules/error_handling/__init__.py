"""Rules on error names, retriers and catchers."""
