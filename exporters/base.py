"""What a format is, and what it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from schemas.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an export; `path` is relative, with `/`, and stays inside the export's folder."""

    path: str
    media_type: str
    data: bytes


class Format(Protocol):
    """A format that workflows are written in."""

    name: str

    def write(self, workflow: Workflow) -> list[Artifact]:
        """The files of `workflow` in this format."""
        ...
