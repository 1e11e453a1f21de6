"""Roles as osls and the CDK write them allow what they allow in CloudFormation, within the limits of IAM."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from budget import deep, some
from cases import CASES, calling, request, workflow_of
from cdk import synthesize
from iam import Request, policy_of, role_policies
from osls import package
from tooling import needs_node

from exporters import export, write
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.node, needs_node]

FUNCTIONS = 300
LAMBDA = "arn:aws:lambda:ap-northeast-1:111122223333:function"


@pytest.fixture(scope="module")
def workflows() -> list[Workflow]:
    return [workflow_of([case["task"] for case in CASES]), calling(FUNCTIONS)]


def test_osls_writes_roles_that_allow_the_same(workflows: list[Workflow], tmp_path: Path) -> None:
    templates = []
    for index, workflow in enumerate(workflows):
        folder = tmp_path / str(index)
        write(export(workflow, "serverless", force=True), folder)
        templates.append(package(folder, tmp_path / "home").template)
    check(workflows, templates)


@deep
@pytest.mark.parametrize("language", some(["python", "typescript"], 1))
def test_the_cdk_writes_roles_that_allow_the_same(
    language: str, workflows: list[Workflow], tmp_path: Path
) -> None:
    folders = [tmp_path / "apps" / str(index) for index in range(len(workflows))]
    for workflow, folder in zip(workflows, folders, strict=True):
        write(export(workflow, f"cdk-{language}", force=True), folder)
    stacks, _ = synthesize(language, folders, tmp_path / "home")
    check(workflows, [stack.template for stack in stacks])


def check(workflows: list[Workflow], templates: list[dict]) -> None:
    """The template of each workflow allows what that of CloudFormation allows, within IAM's limits."""
    for workflow, template in zip(workflows, templates, strict=True):
        expected = yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data)
        for given, requests in questions():
            ours, theirs = policy_of(expected, given), policy_of(template, given)
            differing = [item for item in requests if ours.allows(item) != theirs.allows(item)]
            assert differing == []
        assert_within_limits(template)


def questions() -> list[tuple[dict, list[Request]]]:
    """The calls of all cases, each with the parameters of its case, and the calls of the large workflow."""
    documented = [
        (case.get("given", {}), list(map(request, [*case["allowed"], *case["denied"]]))) for case in CASES
    ]
    functions = [f"{LAMBDA}:function-{index:04}-{'x' * 26}" for index in range(FUNCTIONS + 1)]
    return [*documented, ({}, [Request("lambda:InvokeFunction", arn, {}) for arn in functions])]


def assert_within_limits(template: dict) -> None:
    kinds = [item["Type"] for item in template["Resources"].values()]
    managed = kinds.count("AWS::IAM::ManagedPolicy")
    assert managed <= 10
    limit = 6_144 if managed > 1 else 10_240
    assert all(size(document) <= limit for document in role_policies(template)[managed == 1 :])


def size(document: list[dict]) -> int:
    written = json.dumps({"Version": "2012-10-17", "Statement": document}, separators=(",", ":"))
    return len(re.sub(r"\\s", "", written))
