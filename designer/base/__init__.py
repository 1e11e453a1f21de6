"""The words of the screen, and refusals: used by all parts of the designer."""
