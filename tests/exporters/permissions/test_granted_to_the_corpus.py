"""On real definitions: each Task is either granted something known, needs nothing, or is named as unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import definitions, needs_corpus

from exporters.formats.serverless.service import Service
from exporters.permissions.role import role_of
from schemas import Document
from schemas.asl.walk import State, states
from schemas.sidecar.workflow import Workflow

pytestmark = needs_corpus

NEEDS_NOTHING = re.compile(r":activity:|:eks:(call|runJob)")
WITHOUT_IAM_ACTION = {"iotanalytics", "lookoutvision"}


def tasks() -> Iterator[tuple[Document, State]]:
    for path in definitions():
        document = Document.parse(path.read_text(encoding="utf-8"), "json")
        for state in states(document.value):
            if state.type == "Task":
                yield document, state


def test_no_task_is_passed_over_in_silence() -> None:
    for _, state in tasks():
        role = role_of({"StartAt": state.name, "States": {state.name: state.fields}}, "machine")
        needs_nothing = NEEDS_NOTHING.search(str(state.fields.get("Resource")))
        assert bool(role.permissions) + bool(role.unknown_states) + bool(needs_nothing) == 1, state


def test_what_is_not_known_is_no_integration_that_exists() -> None:
    unknown = {
        str(state.fields.get("Resource"))
        for document, state in tasks()
        for state in role_of(document.value, "machine").unknown_states
    }
    services = {found[1] for resource in unknown if (found := re.search(r":aws-sdk:(\w+):", resource))}
    optimized = {resource for resource in unknown if ":::" in resource and ":aws-sdk:" not in resource}
    assert services == WITHOUT_IAM_ACTION
    assert optimized == {"arn:aws:states:::foo:bar", "arn:aws:states:::lambda:listFunctions"}


def test_what_is_not_known_is_named_in_the_export() -> None:
    definition = '{"StartAt": "謎", "States": {"謎": {"Type": "Task", "Resource": "_tbd_", "End": true}}}'
    text = Service.of(Workflow("flow", Document.parse(definition, "json"))).text()
    assert "    # To be added by hand: what these states need is not known.\n    #   謎: _tbd_\n" in text
