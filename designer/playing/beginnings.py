"""The inputs that a run of a workflow can begin with: its cases, its samples, and an example."""

from __future__ import annotations

from designer.playing.play import Beginning
from player.cases.case import Case
from player.cases.reading import read_cases
from schemas.core.paths import Json
from schemas.sidecar.example_input import example_input
from schemas.sidecar.input_contract import read_input_contract
from schemas.sidecar.workflow import Workflow


def beginnings(workflow: Workflow) -> dict[str, Beginning]:
    """The beginnings by name, the one to offer first at first; "" is an example, or an empty input.

    Cases come before samples; a sample of the same name as a case is left out.
    """
    samples = {name: sample.input for name, sample in workflow.design.samples.items() if not sample.file}
    found = {
        case.name: Beginning(case.input, case.mocks, case.name, tables=case.tables)
        for case in cases_of(workflow)
    }
    for name, input in samples.items():
        found.setdefault(name, Beginning(input, {}, name))
    return {**found, "": Beginning(_example(workflow), {})}


def cases_of(workflow: Workflow) -> list[Case]:
    """The cases of the sidecar that can be read."""
    samples = {name: sample.input for name, sample in workflow.design.samples.items()}
    cases, mistakes = read_cases({"cases": workflow.design.cases}, samples)
    unreadable = {mistake.path[1] for mistake in mistakes if len(mistake.path) > 1}
    return [case for case in cases if case.name not in unreadable]


def _example(workflow: Workflow) -> Json:
    return example_input(read_input_contract(workflow.design))
