"""What a format is, and what it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an export; `path` is relative, with `/`, and stays inside the export's folder."""

    path: str
    media_type: str
    data: bytes


class Format(Protocol):
    """A format that workflows are written in.

    A module of this package offers its formats as `FORMATS`; the registry finds them there.
    """

    @property
    def name(self) -> str:
        """What the format is called on the command line, `asl-json`."""
        ...

    def write(self, workflow: Workflow) -> list[Artifact]:
        """The files of `workflow`, whose text can be read, in this format."""
        ...
