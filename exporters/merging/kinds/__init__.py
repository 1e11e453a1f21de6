"""The kinds of repositories, one module each: it offers `KINDS`."""
