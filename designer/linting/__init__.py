"""Checks the definitions in files and folders, and reports their diagnostics."""
