"""Values that every floor above uses: paths, edits, diagnostics and their words."""
