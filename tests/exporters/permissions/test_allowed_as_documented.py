"""The exported role allows each task what AWS's documents say that it needs, and not what lies beside it."""

from __future__ import annotations

import pytest
import yaml
from cases import CASES, request, workflow_of
from iam import Policy, policy_of

from exporters import export

NAMES = [case["name"] for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_calls_in_the_documents_are_allowed_and_their_neighbours_are_not(case: dict) -> None:
    policy = exported(case)
    assert [call for call in case["allowed"] if not policy.allows(request(call))] == []
    assert [call for call in case["denied"] if policy.allows(request(call))] == []


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_no_statement_is_there_for_nothing(case: dict) -> None:
    policy = exported(case)
    for index, statement in enumerate(policy.statements):
        left = policy.without(index)
        assert not all(left.allows(request(call)) for call in case["allowed"]), statement


def exported(case: dict) -> Policy:
    """The policy of the role in the template of a workflow with this one task."""
    template = yaml.safe_load(export(workflow_of([case["task"]]), "cloudformation", force=True)[0].data)
    return policy_of(template, case.get("given", {}))
