"""Words of the screen and refusals, which every part of the designer uses."""
