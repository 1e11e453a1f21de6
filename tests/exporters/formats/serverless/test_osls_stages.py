"""Settings with a value for each stage, as osls puts them in, and as other exports tell of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from flows import workflow
from osls import package
from tooling import needs_node

from exporters import export, notices, write
from exporters.registry import formats
from schemas.core.paths import Json
from schemas.sidecar.workflow import Workflow

KEY = "arn:aws:kms:ap-northeast-1:123456789012:key"
SOURCE = """{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
  "Parameters": {"TableName": "${Table}", "Key": {"x": "${KmsKeyArn} ${KmsKeyOfStage}"}},
  "TimeoutSeconds": ${Patience}, "End": true}}}"""
TABLES: Json = {"stages": {"dev": "orders-dev", "stg": "s", "prod": "orders"}}
DEPLOYMENT: Json = {
    "kmsKey": {"stages": {"dev": f"{KEY}/dev", "prod": f"{KEY}/prod"}},
    "tags": {"Team": {"stages": {"dev": "EC", "prod": "EC 本番 ${env:HOME}"}}, "Team ": "one"},
    "environment": {"LEVEL": {"stages": {"dev": "debug", "prod": "info"}}},
    "substitutions": {
        "Table": {"parameter": "Table", "default": TABLES},
        "KmsKeyOfStage": {"parameter": "Plain", "default": "a ${env:HOME}"},
        "Patience": {"parameter": "Patience", "default": {"stages": {"dev": "5", "prod": "60"}}},
    },
}


def staged() -> Workflow:
    return workflow("staged", SOURCE, deployment=DEPLOYMENT)


@pytest.mark.node
@needs_node
def test_osls_puts_in_the_values_of_the_stage(tmp_path: Path) -> None:
    write(export(staged(), "serverless"), tmp_path / "service")
    for stage, key, team, table, patience in (
        ("prod", f"{KEY}/prod", "EC 本番 ${env:HOME}", "orders", "60"),
        ("other", f"{KEY}/dev", "EC", "orders-dev", "5"),
    ):
        packaged = package(tmp_path / "service", tmp_path / "home", stage)
        assert packaged.is_without_warning, packaged.output
        (machine,) = packaged.machines.values()
        fields = machine["Properties"]
        assert fields["StateMachineName"] == f"staged-{stage}"
        assert fields["EncryptionConfiguration"]["KmsKeyId"] in (key, {"Fn::Sub": key})
        assert {tag["Key"]: tag["Value"] for tag in fields["Tags"]} == {"Team": team, "Team ": "one"}
        assert packaged.template["Parameters"]["Table"]["Default"] == table
        assert f'"TimeoutSeconds": {patience}' in json.dumps(fields["DefinitionString"]).replace("\\", "")
        (role,) = (
            item for item in packaged.template["Resources"].values() if item["Type"] == "AWS::IAM::Role"
        )
        (statement,) = (each for each in statements(role) if "kms:Decrypt" in each["Action"])
        assert statement["Resource"] == key
        outputs = packaged.template["Outputs"]
        assert outputs["StagedStateMachineName"]["Value"] == {"Fn::GetAtt": ["StagedStateMachine", "Name"]}


def statements(role: dict) -> list[dict]:
    return list(role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"])


def test_each_value_is_written_once() -> None:
    text = export(staged(), "serverless")[0].data.decode()
    for value in ("orders-dev", f"{KEY}/prod", "EC 本番", "debug", "info"):
        assert text.count(value) == 1
    params = yaml.safe_load(text)["params"]
    assert params["stg"] == {"Table": "s"}
    assert params["prod"]["Patience"] == 60


def test_a_role_for_each_stage_is_the_role_of_the_machine() -> None:
    role = "arn:aws:iam::123456789012:role"
    stages: Json = {"stages": {"dev": f"{role}/dev", "prod": f"{role}/prod"}}
    text = export(workflow("staged", SOURCE, deployment={"role": stages}), "serverless")[0].data.decode()
    assert "role: ${param:RoleArn}" in text
    assert yaml.safe_load(text)["params"]["prod"] == {"RoleArn": f"{role}/prod"}
    assert "AWS::IAM::Role" not in text


@pytest.mark.parametrize("format", [name for name, format in formats().items() if format.deploys])
def test_other_formats_tell_that_they_have_one_value(format: str) -> None:
    told = [notice for notice in notices(export(staged(), format)) if notice.code == "stages-not-exported"]
    assert [notice.params["stage"] for notice in told] == ([] if format == "serverless" else ["dev"])
