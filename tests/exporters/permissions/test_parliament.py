"""Parliament finds nothing in exported roles but what the page beside them names, or it does not know."""

from __future__ import annotations

import json
import warnings

import pytest
import yaml
from budget import some
from cases import CASES, SAMPLES, workflow_of
from extracted_parent import GIVEN, parent
from flows import started, told
from iam import Resolver, listed

from designer.library.samples import load_sample, samples
from exporters import export
from schemas.sidecar.workflow import Workflow

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import parliament

ALTERNATIVES = {
    "batch:SubmitJob",
    "bedrock:InvokeModel",
    "bedrock:InvokeModelWithResponseStream",
    "states:DescribeExecution",
}
"""Actions on resources of several kinds; parliament asks for one of each kind."""
UNKNOWN = ("bedrock-agentcore", "kms:ResourceAliases", "states:HTTPMethod", "states:HTTPEndpoint")
"""A service and keys of conditions that are younger than its index."""


@pytest.mark.parametrize("case", some(CASES, 60), ids=lambda case: case["name"])
def test_the_role_of_a_task(case):
    check(workflow_of([case["task"]]), case.get("given", {}))


@pytest.mark.parametrize("workflow", [*told(), started()], ids=lambda workflow: workflow.name)
def test_the_roles_of_attachments(workflow):
    check(workflow, {"AlertTopic": "arn:aws:sns:ap-northeast-1:111122223333:alerts"})


@pytest.mark.parametrize("name", samples())
def test_the_roles_of_a_sample(name):
    check(load_sample(name), SAMPLES[name].get("given", {}))


def test_the_role_of_a_workflow_that_calls_one_made_of_its_states():
    check(parent(), GIVEN)


def check(workflow: Workflow, given: dict[str, str]) -> None:
    """Judge every policy of the template."""
    files = {file.path: file.data.decode() for file in export(workflow, "cloudformation", force=True)}
    template = yaml.safe_load(files["template.yaml"])
    for document in documents(template, given):
        found = parliament.analyze_policy_string(json.dumps(document)).findings
        assert [one for one in found if not is_named(one, files["README.md"], document)] == []


def documents(template: dict, given: dict[str, str]) -> list[dict]:
    """The policies of the roles, resolved."""
    resolver = Resolver(template, given)
    found = []
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::IAM::Role":
            found += [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    return [resolved(document, resolver) for document in found]


def resolved(value: object, resolver: Resolver) -> object:
    """A policy with texts in the place of functions."""
    match value:
        case {"Ref": _} | {"Fn::GetAtt": _} | {"Fn::Sub": _} | {"Fn::Join": _} | {"Fn::Select": _}:
            return resolver.text(value)
        case dict():
            return {key: resolved(item, resolver) for key, item in value.items()}
        case list():
            return [resolved(item, resolver) for item in value]
    return value


def is_named(finding: object, page: str, document: dict) -> bool:
    """True for what the page names, and for what parliament does not know."""
    issue, detail = finding.issue, finding.detail
    if issue == "RESOURCE_STAR":
        wide = {
            action
            for one in document["Statement"]
            if "*" in listed(one["Resource"])
            for action in listed(one["Action"])
        }
        return all(f"`{action}`" in page or action not in wide for action in detail)
    if issue == "RESOURCE_MISMATCH":
        return {one["action"] for one in detail} <= ALTERNATIVES
    return issue.startswith("UNKNOWN_") and any(name in str(detail) for name in UNKNOWN)
