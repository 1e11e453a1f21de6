"""Files for one download: a single file as it is, several as a zip."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exporters.base import Artifact
from exporters.names import file_name

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same files give the same zip: no file bears the time of its making."""


def packed(name: str, artifacts: Sequence[Artifact]) -> Artifact:
    """The one file of `artifacts`, or a zip of them that bears `name`."""
    if len(artifacts) == 1:
        return artifacts[0]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for artifact in artifacts:
            archive.writestr(ZipInfo(artifact.path, EPOCH), artifact.data, ZIP_DEFLATED)
    return Artifact(f"{file_name(name)}.zip", "application/zip", buffer.getvalue())
