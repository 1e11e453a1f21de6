"""Several files as one zip archive, for a download."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exporters.format import Artifact
from exporters.names import file_name

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same files give the same bytes."""


def archive_name(name: str) -> str:
    """Return the file name of the archive for the workflow of that name."""
    return f"{file_name(name)}.zip"


def archive(artifacts: Iterable[Artifact]) -> bytes:
    """Return a zip of `artifacts`."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as zipped:
        for artifact in artifacts:
            zipped.writestr(ZipInfo(artifact.path, EPOCH), artifact.data, ZIP_DEFLATED)
    return buffer.getvalue()
