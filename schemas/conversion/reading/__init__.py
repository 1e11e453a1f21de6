"""Reads a sketch as a flow: the kinds of its arrows, the roles of its cards, its starts and its ways."""
