"""The exported role allows each task what AWS's documents say that it needs, and not what lies beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from iam import ACCOUNT, REGION, Policy, Request, policy_of

from exporters import export
from schemas import Document
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

CASES = yaml.safe_load(Path(__file__).with_name("documented.yaml").read_text(encoding="utf-8"))
QUIET: Json = {"logging": {"level": "OFF"}, "tracing": False}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_calls_in_the_documents_are_allowed_and_their_neighbours_are_not(case: dict) -> None:
    policy = exported(case)
    assert [call for call in case["allowed"] if not policy.allows(request(call))] == []
    assert [call for call in case["denied"] if policy.allows(request(call))] == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_no_statement_is_there_for_nothing(case: dict) -> None:
    policy = exported(case)
    for index, statement in enumerate(policy.statements):
        left = policy.without(index)
        assert not all(left.allows(request(call)) for call in case["allowed"]), statement


def exported(case: dict) -> Policy:
    """The policy of the role in the template of a workflow with this one task."""
    definition = {"StartAt": "task", "States": {"task": {"Type": "Task", "End": True, **case["task"]}}}
    sidecar = Document.parse(json.dumps({"version": 1, "deployment": QUIET}), "json")
    workflow = Workflow("flow", Document.parse(json.dumps(definition), "json"), Design(sidecar))
    template = yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data)
    return policy_of(template, case.get("given", {}))


def request(call: str) -> Request:
    """The request that a line of the cases means."""
    action, _, rest = call.partition(" ")
    words = rest.split(" ")
    context = dict(word.split("=", 1) for word in words if "=" in word)
    resource = " ".join(word for word in words if "=" not in word)
    return Request(
        action, resource.replace(":R:", f":{REGION}:{ACCOUNT}:").replace(":A:", f":{ACCOUNT}:"), context
    )
