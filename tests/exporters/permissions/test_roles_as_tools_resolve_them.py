"""Roles as other tools write them allow what they allow in CloudFormation, within the limits of IAM."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from budget import deep, deep_only, some
from cases import CASES, calling, request, workflow_of
from cdk import synthesize
from extracted_parent import ALLOWED, DENIED, GIVEN, parent
from iam import Request, machine_name, policy_of, role_policies
from osls import package
from terraform import needs_terraform, policies
from tooling import needs_node

from exporters import export, write
from exporters.formats.terraform.module import Module
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.node, needs_node]

FUNCTIONS = 300
INLINE_LIMIT, MANAGED_LIMIT = 10_240, 6_144
"""Characters of all inline policies of a role, and of a managed policy."""
INLINE = {"AWS::IAM::Role", "AWS::IAM::Policy"}
LAMBDA = "arn:aws:lambda:ap-northeast-1:111122223333:function"


@pytest.fixture(scope="module")
def workflows() -> list[Workflow]:
    return [workflow_of([case["task"] for case in CASES]), calling(FUNCTIONS), parent()]


def test_a_workflow_may_start_the_one_that_its_states_became(workflows: list[Workflow]) -> None:
    policy = policy_of(yaml.safe_load(export(workflows[-1], "cloudformation")[0].data), GIVEN)
    assert [item for item in ALLOWED if not policy.allows(item)] == []
    assert [item for item in DENIED if policy.allows(item)] == []


def test_osls_writes_roles_that_allow_the_same(workflows: list[Workflow], tmp_path: Path) -> None:
    templates = []
    for index, workflow in enumerate(workflows):
        folder = tmp_path / str(index)
        write(export(workflow, "serverless", force=True), folder)
        templates.append(package(folder, tmp_path / "home").template)
    check(workflows, templates)


@deep_only
@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_cdk_writes_roles_that_allow_the_same(
    language: str, workflows: list[Workflow], tmp_path: Path
) -> None:
    folders = [tmp_path / "apps" / str(index) for index in range(len(workflows))]
    for workflow, folder in zip(workflows, folders, strict=True):
        write(export(workflow, f"cdk-{language}", force=True), folder)
    stacks, _ = synthesize(language, folders, tmp_path / "home")
    check(workflows, [stack.template for stack in stacks])


@deep
@needs_terraform
def test_terraform_writes_roles_that_allow_the_same(workflows: list[Workflow], tmp_path: Path) -> None:
    for index, workflow in enumerate(workflows):
        module = tmp_path / str(index) / "module"
        write(export(workflow, "terraform", force=True), module)
        expected = yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data)
        asked = some(questions(), 8)
        values = [variables_of(workflow, given) for given, _ in asked]
        resolved = policies(module, tmp_path / str(index) / "resolved", values)
        for (given, requests), documents in zip(asked, resolved, strict=True):
            ours = policy_of(expected, given)
            theirs = policy_of({"Resources": {"Role": role_of(documents)}})
            assert [item for item in requests if ours.allows(item) != theirs.allows(item)] == []
            limit = MANAGED_LIMIT if len(documents) > 1 else INLINE_LIMIT
            assert all(size(document["Statement"]) <= limit for document in documents)


def variables_of(workflow: Workflow, given: dict[str, str]) -> dict[str, str]:
    """The values of a module's variables where a template's parameters have those of `given`."""
    names = {item.placeholder: item.name for item in TemplateStack.of(workflow).substitutions.parameters}
    declared = Module.of(workflow).substitutions.parameters
    values = {item.name: given.get(names[item.placeholder], item.first.default or "") for item in declared}
    return {**values, "name": "stack"}


def role_of(documents: list[dict]) -> dict:
    """A role with these policies, as a template has it."""
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {"Policies": [{"PolicyDocument": each} for each in documents]},
    }


def check(workflows: list[Workflow], templates: list[dict]) -> None:
    """The template of each workflow allows what that of CloudFormation allows, within IAM's limits."""
    for workflow, template in zip(workflows, templates, strict=True):
        expected = yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data)
        asked = zip(questions(), questions(machine_name(template)), strict=True)
        for (given, requests), (_, their_requests) in asked:
            ours, theirs = policy_of(expected, given), policy_of(template, given)
            pairs = zip(requests, their_requests, strict=True)
            assert [other for one, other in pairs if ours.allows(one) != theirs.allows(other)] == []
        assert_within_limits(template)


def questions(machine: str = "stack") -> list[tuple[dict, list[Request]]]:
    """The calls of all cases, each with the parameters of its case, and the calls of the large workflow."""
    documented = [
        (case.get("given", {}), [request(call, machine) for call in [*case["allowed"], *case["denied"]]])
        for case in CASES
    ]
    functions = [f"{LAMBDA}:function-{index:04}-{'x' * 26}" for index in range(FUNCTIONS + 1)]
    called = [(GIVEN, [*ALLOWED, *DENIED])]
    return [*documented, *called, ({}, [Request("lambda:InvokeFunction", arn, {}) for arn in functions])]


def assert_within_limits(template: dict) -> None:
    managed = role_policies(without(template, INLINE))
    assert len(managed) <= 10
    assert all(size(document) <= MANAGED_LIMIT for document in managed)
    inline = role_policies(without(template, {"AWS::IAM::ManagedPolicy"}))
    assert sum(map(size, inline)) <= INLINE_LIMIT


def without(template: dict, types: set[str]) -> dict:
    """The template without the resources of these types."""
    kept = {id: item for id, item in template["Resources"].items() if item["Type"] not in types}
    return {**template, "Resources": kept}


def size(document: list[dict]) -> int:
    written = json.dumps({"Version": "2012-10-17", "Statement": document}, separators=(",", ":"))
    return len(re.sub(r"\\s", "", written))
