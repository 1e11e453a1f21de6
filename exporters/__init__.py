"""Export of workflows: `export` returns the files of a format, `write_export` writes them into a folder."""

from exporters.exporting import ExportRefused, export
from exporters.folder import PathRefused, write
from exporters.format import Artifact
from exporters.manifest import WouldOverwrite, write_export
from exporters.registry import formats, picture_formats

__all__ = [
    "Artifact",
    "ExportRefused",
    "PathRefused",
    "WouldOverwrite",
    "export",
    "formats",
    "picture_formats",
    "write",
    "write_export",
]
