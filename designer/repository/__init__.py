"""Workflows in the repository where they live: found in its files, read out of them, and written back."""
