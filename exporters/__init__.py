"""Formats that workflows are written in: `export` makes the files, `write` puts them into a folder."""

from exporters.base import Artifact
from exporters.exporting import ExportRefused, export
from exporters.folder import PathRefused, write
from exporters.registry import formats

__all__ = ["Artifact", "ExportRefused", "PathRefused", "export", "formats", "write"]
