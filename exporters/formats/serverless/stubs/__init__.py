"""Beginnings of the functions and tables that a workflow names by placeholders, written by choice."""
