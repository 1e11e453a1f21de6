"""The sample workflows in `samples/`, one folder each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from designer.files import read_design, read_workflow
from schemas.design import Design
from schemas.edits import Edit, Insert, Remove
from schemas.workflow import Change, Workflow

FOLDER = Path(__file__).resolve().parent.parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: `name` is its folder's, `title` and `description` are what its sidecar says."""

    name: str
    title: str
    description: str


def samples() -> list[Sample]:
    """The samples, in the order of the alphabet; none where the project's folder is not there."""
    return [_sample(path) for path in sorted(FOLDER.glob("*/workflow.asl.*"))]


def load_sample(name: str) -> Workflow:
    """The sample of that name, complete in itself: its inputs stand in its sidecar. Raises `KeyError`."""
    found = {path.parent.name: path for path in FOLDER.glob("*/workflow.asl.*")}
    path = found[name]
    workflow = read_workflow(path)
    inlined = workflow.apply(Change(design=tuple(_inlined(workflow.design, path.parent)))).workflow
    return replace(inlined, name=name)


def _sample(path: Path) -> Sample:
    design = read_design(path) or Design.empty()
    return Sample(path.parent.name, design.title, design.description)


def _inlined(design: Design, folder: Path) -> Iterator[Edit]:
    """The edits that put each input in the place of the file that holds it."""
    for name, sample in design.samples.items():
        if sample.file:
            at = ("samples", name)
            yield Insert((*at, "input"), json.loads((folder / sample.file).read_text("utf-8")), before="file")
            yield Remove((*at, "file"))
