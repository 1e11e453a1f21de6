"""The values that all other packages use: paths, edits, diagnostics and their messages."""
