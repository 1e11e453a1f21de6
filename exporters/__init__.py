"""Export of workflows: `export` returns the files of a format, `write_export` writes them into a folder.

`notices` tells what a reader or a deployment of these files would stumble over.
"""

from typing import TYPE_CHECKING

from schemas.core.door import door

if TYPE_CHECKING:
    from exporters.exporting import ExportRefused, export, notices
    from exporters.folder import PathRefused, write
    from exporters.format import Artifact
    from exporters.manifest import OtherWorkflow, WouldOverwrite, write_export
    from exporters.registry import picture_formats

__all__ = [
    "Artifact",
    "ExportRefused",
    "OtherWorkflow",
    "PathRefused",
    "WouldOverwrite",
    "export",
    "notices",
    "picture_formats",
    "write",
    "write_export",
]
__getattr__ = door(
    {
        "Artifact": "exporters.format",
        "ExportRefused": "exporters.exporting",
        "OtherWorkflow": "exporters.manifest",
        "PathRefused": "exporters.folder",
        "WouldOverwrite": "exporters.manifest",
        "export": "exporters.exporting",
        "notices": "exporters.exporting",
        "picture_formats": "exporters.registry",
        "write": "exporters.folder",
        "write_export": "exporters.manifest",
    }
)
