"""The command line, `designer`."""
