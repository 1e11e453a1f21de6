"""Samples, hostile texts and real definitions, synthesized by the real CDK in both languages."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from cdk import Synthesized, compile_typescript, resolve, synthesize
from corpus import CORPUS
from osls import canonical, texts
from tooling import needs_node

from designer.samples import load_sample, samples
from exporters import export, write
from exporters.cdk.stack import SELF, CdkStack
from exporters.intrinsics import policy_statement
from exporters.substitutions import PLACEHOLDER
from schemas import Document
from schemas.design import Design
from schemas.paths import Json
from schemas.workflow import Workflow

pytestmark = [pytest.mark.node, needs_node]

COLLECTION = "aws-samples__step-functions-workflows-collection"
REAL = {
    "a distributed map that writes batches": f"{COLLECTION}/distributed-batch-import",
    "jsonata with http tasks": f"{COLLECTION}/distributed-data-stream-aggregator_*_data-processing",
    "a placeholder as resource": f"{COLLECTION}/distributed-map-montecarlo",
    "a cluster, its steps and its end": f"{COLLECTION}/manage-emr-job-cdk",
    "a distributed map within another": f"{COLLECTION}/s3-bucket-nested-distributed-map",
    "a saga in jsonata": "aws-samples__aws-step-functions-long-lived-transactions/statemachine_llt",
    "a supervisor of other workflows": "guyernest__step-functions-agent/step-functions_supervisor.json",
}
NOT_OURS = ["'OrdersTable'", "'PayFunction'", "'topic' does not match", "Tags."]
"""What is still to be added to the stack, a topic that a real definition names wrongly, and hostile tags."""

HOSTILE = [
    "\"'`\\",
    "${x} ${!y} ${a b}",
    "`${process.exit(1)}`",
    '"""',
    "{}{{}}",
    "\n\r\t\u2028\x01",
    "</script>",
    "😀",
]


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_cdk_synthesizes(language: str, tmp_path: Path) -> None:
    flows = workflows()
    folders = [tmp_path / "apps" / f"app{index}" for index in range(len(flows))]
    for workflow, folder in zip(flows, folders, strict=True):
        write(export(workflow, f"cdk-{language}", force=True), folder)
    assert_clean(language, folders, tmp_path)
    stacks, warnings = synthesize(language, folders, tmp_path / "home")
    assert [line for line in warnings if not any(known in line for known in NOT_OURS)] == []
    for workflow, synthesized in zip(flows, stacks, strict=True):
        check(workflow, synthesized)


def workflows() -> list[Workflow]:
    real = [workflow(name, found(pattern)) for name, pattern in REAL.items()] if CORPUS else []
    return [
        *(load_sample(sample.name) for sample in samples()),
        express(),
        hostile(),
        mapped(),
        nothing(),
        *real,
    ]


def found(pattern: str) -> str:
    assert CORPUS
    (path,) = (CORPUS / "asl").glob(f"{pattern}*")
    return path.read_text(encoding="utf-8")


def workflow(name: str, source: str, **design: Json) -> Workflow:
    sidecar = json.dumps({"version": 1, **design})
    return Workflow(name, Document.parse(source, "json"), Design(Document.parse(sidecar, "json")))


def express() -> Workflow:
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Pass", "ResultPath": null, "End": true}}}'
    deployment: Json = {"logging": {"level": "ALL", "includeExecutionData": True}, "tracing": False}
    return workflow("express", source, type="EXPRESS", deployment=deployment)


def hostile() -> Workflow:
    states = {
        f"{text} {index}": {
            "Type": "Task",
            "Resource": "${Function}",
            "Comment": text,
            "Parameters": {text: text, "none": None},
            "ResultPath": None,
            "End": True,
        }
        for index, text in enumerate(HOSTILE)
    }
    unknown = {"Type": "Task", "Resource": "arn:aws:states:::unheard-of:call", "End": True}
    source = {
        "Comment": "\n".join(HOSTILE),
        "StartAt": next(iter(states)),
        "States": {**states, "?": unknown},
    }
    tags = {f"tag {index}": text for index, text in enumerate(HOSTILE)}
    default = "".join(HOSTILE)
    substitutions: Json = {"Function": {"parameter": "Default", "default": default}}
    deployment: Json = {"tags": tags, "substitutions": substitutions}
    return workflow("hostile", json.dumps(source), deployment=deployment)


def mapped() -> Workflow:
    """Each kind of substitution, names that are taken in some language, and ids that the CDK refuses."""
    substitutions: Json = {
        "Table": {"resource": "OrdersTable"},
        "Function": {"resource": "PayFunction", "attribute": "Arn"},
        "Topic": {"parameter": "alarm-topic", "default": "arn:aws:sns:ap-northeast-1:123456789012:alarm"},
        "Currency": {"value": 'JPY "円" \\'},
        "Limit": {"value": 5},
        "Shared": {"value": {"Fn::ImportValue": "shared"}},
        "Joined": {"value": {"Fn::Join": ["-", ["a", {"Ref": "AWS::Region"}]]}},
    }
    names = [
        *("Table", "Function", "Topic", "Currency", "Limit", "Shared", "Joined"),
        *("class", "Self", "X", "1st"),
    ]
    names += [
        "cart_table",
        "CartTable",
        "cart-table",
        "LogGroup",
        "StateMachine",
        "Default",
        "AWS::Region",
        "AWS::StackName",
    ]
    texts: Json = [f"${{{name}}}" for name in names]
    state = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": True}
    url, table = {"QueueUrl": "${Shared}", "MessageBody": texts}, {"TableName": "${Table}", "Key": {}}
    states = {
        "queue": {**state, "Parameters": url},
        "item": {**state, "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": table},
        "call": {**state, "Resource": "${Function}"},
    }
    source = json.dumps({"StartAt": "queue", "States": states})
    return workflow("mapped", source, deployment={"substitutions": substitutions})


def nothing() -> Workflow:
    """No task, no log, no trace: there is no permission to give, and nothing to say to the machine."""
    source = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
    return workflow(
        "無", source, deployment={"logging": {"level": "OFF"}, "tracing": False, "region": "us-east-1"}
    )


def assert_clean(language: str, folders: list[Path], tmp_path: Path) -> None:
    if language == "typescript":
        assert compile_typescript(folders, tmp_path / "home") == ""
        return
    for folder, command in product(folders, (["check"], ["format", "--diff"])):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated"]
        run = subprocess.run(ruff, cwd=folder, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


def check(workflow: Workflow, synthesized: Synthesized) -> None:
    deployment, machine = workflow.design.deployment, synthesized.machine
    stack = CdkStack.of(workflow)
    assert canonical(synthesized.definition) == canonical(substituted(workflow.document.value, stack))
    assert machine["StateMachineType"] == workflow.design.type
    assert machine.get("TracingConfiguration", {"Enabled": False}) == {"Enabled": deployment.tracing}
    assert {tag["Key"]: tag["Value"] for tag in machine.get("Tags", [])} == deployment.tags
    assert logged(machine) == (deployment.logging.level, deployment.logging.include_execution_data)
    granted = {allowed(statement) for statement in synthesized.statements}
    needed = [policy_statement(need.statement, references(stack)) for need in stack.role.needs]
    assert {allowed(statement) for statement in needed} <= granted


def references(stack: CdkStack) -> dict:
    """What each placeholder is in a stack whose region and name are known."""
    known = {"AWS::Region": stack.deployment.region, SELF: stack.name, "AWS::StackName": stack.name}
    return {**stack.references, **known}


def substituted(value: object, stack: CdkStack) -> object:
    """A definition, each placeholder replaced by what the sidecar says of it."""
    values = references(stack)
    return texts(value, lambda text: PLACEHOLDER.sub(lambda found: resolve(values[found[1]]), text))


def logged(machine: dict) -> tuple[str, bool]:
    logging = machine.get("LoggingConfiguration", {"Level": "OFF", "IncludeExecutionData": False})
    return logging["Level"], logging["IncludeExecutionData"]


def allowed(statement: dict) -> str:
    """What a statement allows, whatever functions it is written with."""
    actions, resources = (sorted(map(resolve, listed(statement[key]))) for key in ("Action", "Resource"))
    conditions = statement.get("Condition", {})
    resolved = {
        key: {name: resolve(value) for name, value in values.items()} for key, values in conditions.items()
    }
    return json.dumps([actions, resources, resolved], sort_keys=True)


def listed(value: object) -> list:
    return value if isinstance(value, list) else [value]
