"""The panels around the canvas, one module each."""
