"""The role of each sample allows the calls of its tasks, and neither those beside them nor more than that."""

from __future__ import annotations

import pytest
import yaml
from cases import SAMPLES, request
from iam import Policy, machine_policy

from designer.library.samples import load_sample, samples
from exporters import export


def test_every_sample_has_its_calls() -> None:
    assert sorted(SAMPLES) == samples()


@pytest.mark.parametrize("name", samples())
def test_the_calls_of_its_tasks_are_allowed_and_their_neighbours_are_not(name: str) -> None:
    policy, needed = exported(name), calls(name)
    assert [call for call in needed if not policy.allows(request(call))] == []
    assert [call for call in SAMPLES[name]["denied"] if policy.allows(request(call))] == []


@pytest.mark.parametrize("name", samples())
def test_no_action_on_any_resource_is_there_for_nothing(name: str) -> None:
    policy, requests = exported(name), [request(call) for call in calls(name)]
    for index, statement in enumerate(policy.statements):
        left = policy.without(index)
        assert not all(map(left.allows, requests)), statement
        actions = {one.action for one in requests if policy.allows(one) and not left.allows(one)}
        assert set(statement["Action"]) == actions


def calls(name: str) -> list[str]:
    """The calls of the tasks, and those for logs and traces."""
    return [*SAMPLES[name]["allowed"], *SAMPLES[name]["operated"]]


def exported(name: str) -> Policy:
    """The policy of the machine's role in the template of a sample."""
    template = yaml.safe_load(export(load_sample(name), "cloudformation")[0].data)
    return machine_policy(template, "StateMachine", SAMPLES[name].get("given"))
