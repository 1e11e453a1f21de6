"""The parts of the export dialog: its settings, and the ways of an export to other places."""
