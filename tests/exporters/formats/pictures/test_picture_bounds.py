"""Pictures that nobody could read are refused before any work is done on them; large real ones are drawn."""

from __future__ import annotations

import json

import pytest

from exporters import ExportRefused, export
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.workflow import Workflow


def workflow(states, design=None):
    definition = json.dumps({"StartAt": next(iter(states)), "States": states})
    sidecar = json.dumps({"version": 1, **(design or {})}, separators=(",", ":"))
    return Workflow("w", Document.parse(definition, "json"), Design(Document.parse(sidecar, "json")))


def dense(states, rules):
    names = [f"s{index}" for index in range(states)]
    return {
        name: {
            "Type": "Choice",
            "Choices": [
                {"Variable": "$.a", "NumericEquals": rule, "Next": names[(index + rule * 7 + 1) % states]}
                for rule in range(rules)
            ],
        }
        for index, name in enumerate(names)
    }


def notes(count):
    return {f"n{index}": {"text": "x", "position": {"x": index % 900, "y": 0}} for index in range(count)}


def lanes(count):
    return {uid: {"owner": "o", "position": {"x": 0, "y": 0}} for uid in notes(count)}


DONE = {"A": {"Type": "Succeed"}}


@pytest.mark.parametrize("format", ["svg", "png"])
@pytest.mark.parametrize(
    "refused",
    [
        workflow(dense(20, 20)),
        workflow(dense(300, 8)),
        workflow(DONE, {"notes": notes(MAX_ENTRIES + 1)}),
        workflow(DONE, {"notes": notes(90_000)}),
        workflow(DONE, {"lanes": lanes(MAX_ENTRIES + 1)}),
    ],
    ids=["20 states each with 20 rules", "300 with 8", "one note too many", "90,000 notes", "lanes"],
)
def test_a_picture_that_nobody_could_read_is_refused_in_words(refused, format):
    with pytest.raises(ExportRefused) as raised:
        export(refused, format, force=True)
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "picture-too-large"
    assert "readable" in diagnostic.message("en")


def test_a_choice_with_many_rules_is_drawn():
    rules = [{"Variable": "$.a", "NumericEquals": rule, "Next": f"s{rule}"} for rule in range(30)]
    ends = {f"s{rule}": {"Type": "Succeed"} for rule in range(30)}
    drawn = export(workflow({"Which?": {"Type": "Choice", "Choices": rules}, **ends}), "svg", force=True)
    assert b"s29" in drawn[0].data
