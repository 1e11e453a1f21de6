"""Formats that workflows are written in: `export` makes the files, `write` puts them into a folder."""

from exporters.base import Artifact

__all__ = ["Artifact"]
