"""Runs `designer` in this process, in a folder of each test's own."""

from running import designer, folder

__all__ = ["designer", "folder"]
