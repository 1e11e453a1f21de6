"""Runs the frontend's reducers on cases that Python has made, and compares what they show."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

from tooling import NODE

from designer.components.typescript import SOURCES
from designer.protocol.canvas import Intent, View
from designer.workspace.actions import ActionRefused
from schemas.sidecar.workflow import Change, Workflow, new_workflow

FRONTEND = SOURCES.parent
STEPS = 14

Case = dict[str, Any]
"""An intent, with the views before and after it."""


def expect_the_same(cases: list[Case], subject: str, folder: Path) -> None:
    """Fail unless the reducers of a subject make of each view what Python makes of it."""
    file = folder / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    run = subprocess.run(
        [str(NODE), "node_modules/vitest/vitest.mjs", "run", "test/actions.test.ts"],
        cwd=FRONTEND,
        env={**os.environ, "CASES": str(file), "SUBJECT": subject},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, (run.stderr + run.stdout)[:8000]


def cases_of(walk: Callable[[Random], list[Case]], walks: int, kinds: set[str]) -> list[Case]:
    """The steps of so many walks, and of those after them until every kind of intent has been met."""
    cases: list[Case] = []
    for seed in range(10 * walks):
        cases += walk(Random(seed))
        met = {case["intent"]["kind"] for case in cases}
        if seed + 1 >= walks and met == kinds:
            return cases
    raise AssertionError(f"no walk has these intents: {kinds ^ met}")


def walk_of(
    show: Callable[[Workflow], View],
    choose: Callable[[View, str], Intent],
    perform: Callable[[Workflow, Intent], Change],
) -> list[Case]:
    """Intents one after the other on a new workflow, each with the views before and after."""
    workflow = new_workflow("w")
    cases = []
    for number in range(STEPS):
        before = show(workflow)
        intent = choose(before, f"new-{number}")
        try:
            workflow = workflow.apply(perform(workflow, intent)).workflow
        except ActionRefused:
            continue
        after = show(workflow)
        cases.append(
            {"before": before.model_dump(), "intent": intent.model_dump(), "after": after.model_dump()}
        )
    return cases


def reduced_kinds(folder: str, messages: Iterable[type[Intent]]) -> set[str]:
    """The kinds of intents with a reducer: a file that has the name of the message's module."""
    kinds = {_file_name(message.__module__): message.model_fields["kind"].default for message in messages}
    files = (SOURCES / "canvas" / "client" / folder).glob("*.ts")
    return {kinds[path.name] for path in files if path.name != "index.ts"}


def _file_name(module: str) -> str:
    first, *rest = module.rpartition(".")[2].split("_")
    return f"{first}{''.join(word.title() for word in rest)}.ts"
