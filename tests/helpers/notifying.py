"""Workflows with a notification, its resources in a template, and the machine that writes it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import yaml
from tooling import NODE, TOOLS

from designer.library.samples import load_sample
from exporters import export
from schemas.core.edits import Set
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

ARN = "arn:aws:states:ap-northeast-1:123456789012:execution:shop-checkout:order-1"
LINK = (
    "https://ap-northeast-1.console.aws.amazon.com/states/home?region=ap-northeast-1"
    f"#/v2/executions/details/{ARN}"
)


def telling(name: str, **setting: Json) -> Workflow:
    """The sample of that name with a notification."""
    workflow = load_sample(name)
    edit = Set(("deployment", "notification"), {"enabled": True, **setting})
    return Workflow(name, workflow.document, Design(workflow.design.document.apply(edit).document))


def template_of(workflow: Workflow) -> dict:
    """The exported template of CloudFormation."""
    return dict(yaml.safe_load(export(workflow, "cloudformation", force=True)[0].data))


def notifier_of(workflow: Workflow) -> dict:
    """The definition of the machine that writes the notification, its functions resolved."""
    resource = template_of(workflow)["Resources"]["FailureNotifier"]
    return dict(_resolved(resource["Properties"]["Definition"]))


def published(cases: list[dict], folder: Path) -> list[list[dict]]:
    """The messages of the machine in each case, see `tests/tools/notifier.mjs`."""
    file = folder / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    run = subprocess.run([NODE, TOOLS / "notifier.mjs", file], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def event(status: str = "FAILED", **fields: Json) -> dict:
    """The detail of an event of Step Functions at the end of an execution."""
    return {"executionArn": ARN, "name": "order-1", "status": status, **fields}


def _resolved(value: object) -> object:
    match value:
        case {"Fn::Sub": str(text)}:
            return text.replace("${AWS::Partition}", "aws")
        case {"Ref": str(name)}:
            return f"arn:aws:sns:ap-northeast-1:123456789012:{name}"
        case dict():
            return {key: _resolved(item) for key, item in value.items()}
        case list():
            return [_resolved(item) for item in value]
    return value
