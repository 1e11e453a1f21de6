"""Definitions in files and folders, checked and reported."""
