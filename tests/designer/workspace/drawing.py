"""Flows drawn in words, for tests that read as a specification: `A -> B` is a Next, `A ?> B` a Choice rule,
`A *> B` a Default, `A !> B` a Catch, `(A)` the start."""

from __future__ import annotations

import json
from itertools import pairwise

from designer.workspace.actions import perform
from schemas import Document
from schemas.asl.graph import graph
from schemas.core.paths import Json
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

ARROWS = {"next": "->", "choice": "?>", "default": "*>", "catch": "!>"}


def workflow(states: dict[str, Json], start: str | None = None, **fields: Json) -> Workflow:
    """A workflow of these states, that starts with the first one."""
    start = next(iter(states), "") if start is None else start
    text = json.dumps({"StartAt": start, **fields, "States": states}, ensure_ascii=False, indent=2)
    return Workflow("flow", Document.parse(text))


def chain(*names: str, **last: Json) -> dict[str, Json]:
    """Pass states, each followed by the next one; `last` are the fields of the last one."""
    steps: dict[str, Json] = {name: {"Type": "Pass", "Next": after} for name, after in pairwise(names)}
    return steps | {names[-1]: last or {"Type": "Pass", "End": True}}


def task(**ways: Json) -> dict[str, Json]:
    """A Task with these ways out."""
    return {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", **(ways or {"End": True})}


def catching(*targets: str) -> list[Json]:
    """Catchers of one error each, that lead to `targets`."""
    return [{"ErrorEquals": [f"E{index}"], "Next": target} for index, target in enumerate(targets)]


def rules(*targets: str) -> list[Json]:
    """Choice rules that lead to `targets`."""
    return [
        {"Variable": "$.x", "NumericEquals": index, "Next": target} for index, target in enumerate(targets)
    ]


def uid(workflow: Workflow, name: str) -> str:
    """The uid of the one state called `name`."""
    identity = identify(workflow.document.value, workflow.design)
    (found,) = [uid for uid, state in identity.states.items() if state.name == name]
    return found


def done(workflow: Workflow, intent: object) -> Workflow:
    """The workflow after `intent`."""
    return workflow.apply(perform(workflow, intent)).workflow


def drawn(workflow: Workflow) -> str:
    """All arrows in words, in the order of the text, then the states that end their scope."""
    found = graph(workflow.document.value)
    words = []
    for edge in found.edges:
        if edge.kind == "start":
            words.append(f"({edge.name})")
        else:
            words.append(f"{edge.source.name}{ARROWS[edge.kind]}{edge.name}")
    ends = [f"{state.name}." for state in found.states if state.fields.get("End") is True]
    return " ".join([*words, *ends])


def fields(workflow: Workflow, *path: str | int) -> Json:
    """The value at `path` of the definition."""
    value = workflow.document.value
    for part in path:
        value = value[part]
    return value
