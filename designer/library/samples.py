"""The sample workflows in `samples/`, one folder each; the package finds them by a link in its own folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from designer.library.cases import with_cases
from designer.library.files import cases_path, read_cases_file, read_workflow, sidecar_path
from exporters.formats.pictures.svg import svg
from exporters.settings import Settings, Theme
from schemas.core.diagnostic import Language
from schemas.core.edits import Edit, Insert, Remove
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, Workflow

FOLDER = Path(__file__).resolve().parents[1] / "samples"


def samples() -> list[str]:
    """The names of the samples in alphabetical order."""
    return sorted(path.parent.name for path in FOLDER.glob("*/workflow.asl.*"))


def load_sample(name: str) -> Workflow:
    """The sample of that name, with its inputs and cases in its sidecar. Raises `KeyError`."""
    paths = {path.parent.name: path for path in FOLDER.glob("*/workflow.asl.*")}
    path = paths[name]
    workflow = read_workflow(path)
    found = workflow.apply(Change(design=tuple(_inlined(workflow.design, path.parent)))).workflow
    cases = read_cases_file(cases_path(sidecar_path(path)))
    return replace(found, name=name, design=with_cases(found.design, cases))


@lru_cache(maxsize=32)
def sample_picture(name: str, theme: Theme, language: Language) -> str:
    """The business view of the sample of that name, as SVG. Raises `KeyError`."""
    return svg(load_sample(name), Settings("business", theme, language))


def _inlined(design: Design, folder: Path) -> Iterator[Edit]:
    """The edits that replace each reference to an input file by its content."""
    for name, sample in design.samples.items():
        if sample.file:
            at = ("samples", name)
            yield Insert((*at, "input"), json.loads((folder / sample.file).read_text("utf-8")), before="file")
            yield Remove((*at, "file"))
