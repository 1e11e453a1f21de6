"""An export with a role that is there already writes none, and says of permissions what is true then."""

from __future__ import annotations

import json

import pytest
import yaml

from exporters import export
from schemas import Document
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FORMATS = ["cdk-python", "cdk-typescript", "cloudformation", "sam", "serverless"]
ROLE = "arn:aws:iam::123456789012:role/ours"
UNKNOWN: Json = {
    "Type": "Task",
    "Comment": "${Words}",
    "Resource": "arn:aws:states:::aws-sdk:unheardof:act",
    "End": True,
}
PLAIN: Json = {"Type": "Succeed"}


def exported(format: str, state: Json, **settings: Json) -> dict[str, str]:
    """The files of a workflow of one state, with settings of its deployment."""
    design = Design(Document.parse(json.dumps({"version": 1, "deployment": settings}), "json"))
    definition = json.dumps({"StartAt": "a", "States": {"a": state}})
    files = export(Workflow("flow", Document.parse(definition, "json"), design), format, force=True)
    return {file.path: file.data.decode() for file in files}


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_said_of_an_exported_role_is_not_said_of_another(format: str) -> None:
    own, existing = exported(format, UNKNOWN), exported(format, UNKNOWN, role=ROLE)
    for said in ("To be added by hand", "is written for that"):
        assert any(said in " ".join(text.split()) for text in own.values())
        assert not any(said in " ".join(text.split()) for text in existing.values())
    assert "Words" in existing["README.md"]


@pytest.mark.parametrize("format", FORMATS)
def test_what_the_settings_ask_of_the_role_is_told(format: str) -> None:
    page = exported(format, PLAIN, role=ROLE, kmsKey="arn:aws:kms:eu-west-1:123456789012:key/k")["README.md"]
    for action in ("logs:CreateLogDelivery", "xray:PutTraceSegments", "kms:GenerateDataKey"):
        assert f"- `{action}`\n" in page
    page = exported(format, PLAIN, role=ROLE, logging={"level": "OFF"}, tracing=False)["README.md"]
    assert "The role is not exported" in page
    assert "need these permissions" not in page


def test_a_service_without_resources_has_no_empty_section_of_them() -> None:
    settings: dict[str, Json] = {"logging": {"level": "OFF"}, "tracing": False}
    files = exported("serverless", PLAIN, role=ROLE, **settings)
    assert yaml.safe_load(files["serverless.yml"])["resources"].keys() == {"Outputs"}
