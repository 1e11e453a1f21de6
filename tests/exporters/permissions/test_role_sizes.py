"""The policies of a role stay within the limits of IAM, and a role beyond them is refused with the count."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from cases import calling, function
from iam import Policy, Request, role_policies

from exporters import ExportRefused, export
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FORMATS = ["cloudformation", "serverless", "cdk-python", "cdk-typescript"]


def size(document: list[dict]) -> int:
    written = json.dumps({"Version": "2012-10-17", "Statement": document}, separators=(",", ":"))
    return len(re.sub(r"\s", "", written))


def template(workflow: Workflow) -> dict:
    return dict(yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data))


def kinds(found: dict) -> list[str]:
    return [item["Type"] for item in found["Resources"].values() if "IAM" in item["Type"]]


def test_a_small_role_has_one_inline_policy() -> None:
    assert kinds(template(calling(50))) == ["AWS::IAM::Role"]


@pytest.mark.parametrize("functions", [95, 110, 150, 400])
def test_inline_or_managed_each_policy_is_within_its_limit(functions: int) -> None:
    found = template(calling(functions))
    documents = role_policies(found)
    managed = kinds(found)[:-1]
    assert all(size(document) <= (6_144 if managed else 10_240) for document in documents)
    assert len(managed) == (len(documents) if managed else 0) <= 10
    attached = found["Resources"]["Role"]["Properties"].get("ManagedPolicyArns", [])
    assert [item["Ref"] for item in attached] == [
        id for id, item in found["Resources"].items() if item["Type"] == "AWS::IAM::ManagedPolicy"
    ]


def test_what_one_policy_allowed_several_allow() -> None:
    documents = role_policies(template(calling(400)))
    policy = Policy(tuple(statement for document in documents for statement in document))
    arns = [f"arn:aws:lambda:ap-northeast-1:111122223333:function:{function(index)}" for index in range(401)]
    allowed = [policy.allows(Request("lambda:InvokeFunction", arn, {})) for arn in arns]
    assert allowed == [True] * 400 + [False]


def test_the_states_of_a_statement_stand_above_it_in_a_managed_policy() -> None:
    text = export(calling(150), "cloudformation", force=True)[0].data.decode()
    assert "  RolePolicy1:\n" in text
    first, second = text.split("  RolePolicy2:\n")
    assert "# s0, s1, s2, s3, s4, s5 …" in first
    assert "# s0, s1, s2, s3, s4, s5 …" in second


@pytest.mark.parametrize("format", FORMATS)
def test_a_role_beyond_ten_managed_policies_is_refused_with_the_count(format: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export(calling(700, 64), format, force=True)
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "role-too-large"
    assert int(diagnostic.params["count"]) > 10
    assert diagnostic.params["count"] in diagnostic.message("ja")
    assert diagnostic.params["count"] in diagnostic.message("en")


@pytest.mark.parametrize("format", ["asl-json", "asl-yaml", "svg"])
def test_a_format_without_a_role_refuses_no_role(format: str) -> None:
    workflow = calling(40, 2_000)
    with pytest.raises(ExportRefused):
        export(workflow, "cloudformation", force=True)
    assert export(workflow, format, force=True)


@pytest.mark.parametrize("format", FORMATS)
def test_a_role_that_is_there_already_is_neither_written_nor_refused(format: str) -> None:
    large = calling(700, 64)
    sidecar = {"version": 1, "deployment": {"role": "arn:aws:iam::111122223333:role/mine", "tracing": False}}
    design = Design(Document.parse(json.dumps(sidecar), "json"))
    written = export(Workflow("flow", large.document, design), format, force=True)
    files = {artifact.path: artifact.data.decode() for artifact in written}
    assert not any("lambda:InvokeFunction" in text for path, text in files.items() if "README" not in path)
    assert "The role is not exported" in files["README.md"]
    assert "Permissions on every resource" not in files["README.md"]
