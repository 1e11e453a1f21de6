"""The screen around the canvas: one panel, one file."""
