"""The designer: its screen, its command line, and where workflows live."""
