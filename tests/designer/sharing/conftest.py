"""Fixtures that run `designer` in this process, in a new folder for each test."""

from running import designer, folder

__all__ = ["designer", "folder"]
