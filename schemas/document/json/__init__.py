"""Parses JSON into a tree of spans, and writes values and edits."""
