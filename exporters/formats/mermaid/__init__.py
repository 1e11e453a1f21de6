"""Mermaid flowcharts of the definition and of the sketch, for Markdown, wikis and pull requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.mermaid.sketch_flow import sketch_flow
from exporters.formats.mermaid.workflow_flow import workflow_flow
from exporters.names import file_name
from exporters.settings import SettingName, Settings
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow

MEDIA_TYPE = "text/vnd.mermaid"


@dataclass(frozen=True, slots=True)
class Mermaid(Format):
    """A flowchart of the definition in `<name>.mmd`, and one of the sketch in `<name>.sketch.mmd`."""

    name: str = "mermaid"
    rank: ClassVar[int] = 35
    refuses_errors: ClassVar[bool] = False
    draws_sketch: ClassVar[bool] = True
    settings: ClassVar[tuple[SettingName, ...]] = ("view_mode", "language")

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Return the flowcharts of what there is: of a definition with states, of a sketch with cards."""
        name = file_name(workflow.name)
        return [
            Artifact(f"{name}{ending}", MEDIA_TYPE, text.encode())
            for ending, text in _flowcharts(workflow, settings)
        ]


def _flowcharts(workflow: Workflow, settings: Settings) -> Iterator[tuple[str, str]]:
    sketch = read_sketch(workflow.design)
    if not workflow.is_empty or not sketch.cards:
        yield ".mmd", workflow_flow(workflow, settings)
    if sketch.cards:
        yield ".sketch.mmd", sketch_flow(sketch)


FORMATS = (Mermaid(),)
