"""Formats that workflows are written in: `export` makes the files, `write_export` puts them into a folder."""

from exporters.base import Artifact
from exporters.exporting import ExportRefused, export
from exporters.folder import PathRefused, write
from exporters.manifest import WouldOverwrite, write_export
from exporters.registry import formats

__all__ = [
    "Artifact",
    "ExportRefused",
    "PathRefused",
    "WouldOverwrite",
    "export",
    "formats",
    "write",
    "write_export",
]
