"""Parts of a workflow that no call of another workflow can replace."""

from __future__ import annotations

import pytest
from drawing import chain, task, workflow
from extracting import ALL, made

from designer.workspace.actions import ActionRefused
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

RULES = [{"Variable": "$.a", "IsPresent": True, "Next": "A"}]
JSONATA = {"QueryLanguage": "JSONata"}
REFUSED = {
    "action-several-ways-in": (
        workflow(
            {
                "W": {"Type": "Choice", "Choices": [{**RULES[0], "Next": "B"}], "Default": "A"},
                **chain("A", "B", "C"),
            }
        ),
        "AB",
    ),
    "action-several-ways-on": (
        workflow(
            {
                "A": {"Type": "Choice", "Choices": [{**RULES[0], "Next": "B"}], "Default": "C"},
                **chain("B"),
                **chain("C"),
            }
        ),
        "A",
    ),
    "extract-ends-too": (
        workflow(
            {
                "A": {"Type": "Choice", "Choices": [{**RULES[0], "Next": "B"}], "Default": "C"},
                **chain("B"),
                **chain("C"),
            }
        ),
        "AB",
    ),
    "extract-way-back": (
        workflow({**chain("A", "B", "C", Type="Choice", Choices=RULES, Default="D"), **chain("D")}),
        "AB",
    ),
    "extract-several-catches": (
        workflow(
            {
                "A": task(Next="B", Catch=[{"ErrorEquals": ["X"], "Next": "B"}, {**ALL, "Next": "C"}]),
                **chain("B"),
                **chain("C"),
            }
        ),
        "A",
    ),
    "extract-some-errors": (
        workflow({"A": task(Next="B"), "B": task(Next="C", Catch=[{**ALL, "Next": "C"}]), **chain("C")}),
        "AB",
    ),
    "extract-variable": (
        workflow(
            {
                "A": {
                    "Type": "Choice",
                    "Choices": [{"Condition": "{% true %}", "Next": "B"}],
                    "Default": "C",
                },
                "B": {"Type": "Pass", "Assign": {"total": 1}, "Next": "C"},
                "C": {"Type": "Pass", "Next": "D"},
                "D": {"Type": "Pass", "Output": "{% $total %}", "End": True},
            },
            **JSONATA,
        ),
        "ABC",
    ),
    "extract-variable-of-error": (
        workflow(
            {
                "A": task(Next="D", Assign={"total": 1}, Catch=[{**ALL, "Next": "E"}]),
                "D": {"Type": "Pass", "End": True},
                "E": {"Type": "Pass", "Output": "{% $total %}", "End": True},
            },
            **JSONATA,
        ),
        "A",
    ),
    "extract-item": (
        workflow(
            {
                "M": {
                    "Type": "Map",
                    "End": True,
                    "ItemProcessor": {
                        "StartAt": "A",
                        "States": {"A": task(Parameters={"Message.$": "$$.Map.Item.Value"}, End=True)},
                    },
                }
            }
        ),
        "A",
    ),
}


def refused(before: Workflow, *names: str) -> str:
    with pytest.raises(ActionRefused) as refusal:
        made(before, *names)
    return refusal.value.code


@pytest.mark.parametrize("code", REFUSED)
def test_what_a_call_cannot_do_is_refused(code):
    before, names = REFUSED[code]
    assert refused(before, *names) == code


def test_an_express_workflow_is_refused():
    before = workflow(chain("A", "B"))
    design = Design(Document.parse('{"version": 1, "type": "EXPRESS"}', "json"))
    assert refused(Workflow("flow", before.document, design), "A") == "extract-express"
