"""ASL itself, as JSON and as YAML: the document's own text where it is already in that format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.names import file_name
from exporters.settings import Settings
from schemas.document.document import Format as Syntax
from schemas.sidecar.conversion import converted
from schemas.sidecar.workflow import Workflow

_MEDIA_TYPES: dict[Syntax, str] = {"json": "application/json", "yaml": "application/yaml"}


@dataclass(frozen=True, slots=True)
class Asl(Format):
    """The definition in one file, `<name>.asl.json` or `<name>.asl.yaml`."""

    name: str
    syntax: Syntax
    rank: ClassVar[int] = 60

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Return the definition; unchanged to the byte if it is already in this syntax."""
        text = self._text(workflow)
        path = f"{file_name(workflow.name)}.asl.{self.syntax}"
        return [Artifact(path, _MEDIA_TYPES[self.syntax], text.encode())]

    def _text(self, workflow: Workflow) -> str:
        return converted(workflow.document, self.syntax).text


FORMATS = (Asl("asl-yaml", "yaml"), Asl("asl-json", "json"))
