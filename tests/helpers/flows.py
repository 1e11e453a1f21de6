"""Workflows that exports are tried on: the samples, hostile ones, and real ones where there is a corpus."""

from __future__ import annotations

import json
from dataclasses import replace

from corpus import CORPUS
from placeholder_texts import FUNCTIONS, IN_YAML, NUMBERS

from designer.library.samples import load_sample, samples
from schemas import Document
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

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


def workflows() -> list[Workflow]:
    """All of them, in a fixed order."""
    real = [workflow(name, found(pattern)) for name, pattern in REAL.items()] if CORPUS else []
    return [
        *map(load_sample, samples()),
        express(),
        hostile(),
        mapped(),
        nothing(),
        governed(),
        encrypted(),
        aliased(),
        distributed(),
        numbers(),
        functions(),
        in_yaml(),
        *told(),
        started(),
        *real,
    ]


def found(pattern: str) -> str:
    assert CORPUS
    (path,) = (CORPUS / "asl").glob(f"{pattern}*")
    return path.read_text(encoding="utf-8")


def workflow(name: str, source: str, **design: Json) -> Workflow:
    sidecar = json.dumps({"version": 1, **design})
    return Workflow(name, Document.parse(source, "json"), Design(Document.parse(sidecar, "json")))


def with_constructs(workflow: Workflow) -> Workflow:
    """The workflow with the setting that a CDK app in TypeScript has its definition as constructs."""
    fields = workflow.design.fields
    deployment = {**mapping(fields.get("deployment")), "cdkConstructs": True}
    sidecar = json.dumps({"version": 1, **fields, "deployment": deployment})
    return replace(workflow, design=Design(Document.parse(sidecar, "json")))


def express() -> Workflow:
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Pass", "ResultPath": null, "End": true}}}'
    deployment: Json = {"logging": {"level": "ALL", "includeExecutionData": True}, "tracing": False}
    return workflow("express", source, type="EXPRESS", deployment=deployment)


GOVERNED: dict[str, Json] = {
    "role": "arn:aws:iam::123456789012:role/checkout",
    "kmsKey": "arn:aws:kms:ap-northeast-1:123456789012:key/00000000-0000-0000-0000-000000000000",
}


def started() -> Workflow:
    """A workflow that is started by each kind of event, with words that tools might read, and watched."""
    deployment: Json = {
        "events": {
            "order": {"http": {"path": "/orders", "cors": ["https://shop.example.com"]}},
            "open": {"http": {"path": "/orders/open", "method": "PUT", "open": True}},
            "nightly": {"schedule": {"expression": "cron(0 3 * * ? *)", "input": HOSTILE}},
            "paid": {"eventBridge": {"bus": "shop", "pattern": {"source": HOSTILE[:2]}}},
        },
        "alarms": {
            "executionsFailed": {"threshold": 3, "minutes": 15},
            "executionThrottled": {"threshold": 1},
            "email": "shop@example.com",
        },
    }
    source = json.dumps({"Comment": HOSTILE[1], "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
    return workflow("attached", source, deployment=deployment)


def told() -> list[Workflow]:
    """A notification in each form, by hostile words, of a Standard and of an Express workflow."""
    owners: Json = {f"o{index}": {"name": "受付", "owner": text} for index, text in enumerate(HOSTILE)}
    settings: list[dict[str, Json]] = [
        {"email": "shop@example.com"},
        {"findState": True, "topic": {"parameter": "AlertTopic"}, "language": "en"},
        {"form": "chat", "findState": True},
    ]
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Fail"}}}'
    return [
        workflow(
            f"told-{type.lower()}-{index}",
            source,
            type=type,
            title="".join(HOSTILE),
            states=owners,
            deployment={"notification": {"enabled": True, **setting}},
        )
        for index, setting in enumerate(settings)
        for type in (("STANDARD", "EXPRESS") if index == 0 else ("STANDARD",))
    ]


def governed() -> Workflow:
    """A role and a key that are there already."""
    source = """{"StartAt": "Reserve", "States": {"Reserve": {"Type": "Task", "End": true, "Parameters":
      {"TableName": "${Key}", "Item": {}}, "Resource": "arn:aws:states:::dynamodb:putItem"}}}"""
    return workflow("governed", source, deployment=GOVERNED)


def encrypted() -> Workflow:
    """A key for each stage, and a role of the export's own."""
    keys: Json = {
        "stages": {"dev": GOVERNED["kmsKey"], "prod": "arn:aws:kms:us-east-1:123456789012:key/prod"}
    }
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Succeed"}}}'
    return workflow(
        "encrypted", source, deployment={"kmsKey": keys, "tags": {"Team": {"stages": {"dev": "EC"}}}}
    )


def aliased(**settings: Json) -> Workflow:
    """An alias that points to the version which a deployment publishes."""
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Succeed"}}}'
    return workflow("aliased", source, deployment={"alias": "1-live_v.2", **settings})


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


def distributed() -> Workflow:
    """A distributed Map, whose role must name the machine before the machine exists."""
    processor = {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "one order",
        "States": {"one order": {"Type": "Pass", "End": True}},
    }
    states = {"all orders": {"Type": "Map", "ItemProcessor": processor, "End": True}}
    return workflow("all-orders", json.dumps({"StartAt": "all orders", "States": states}))


def numbers() -> Workflow:
    """Placeholders without quotes: numbers, a flag, an object, and what may be anything."""
    substitutions: Json = {"Fixed": {"value": 5}, "Rate": {"parameter": "Rate", "default": "1.5"}}
    found = workflow("numbers", NUMBERS, deployment={"substitutions": substitutions})
    assert found.document.problem is None
    return found


def functions() -> Workflow:
    """Functions of a template as values, as in a definition that is pasted from one."""
    return Workflow("functions", Document.parse(FUNCTIONS, "yaml"))


def in_yaml() -> Workflow:
    """Names, ARNs and parts of them, and a number, all without quotes as YAML has it."""
    return Workflow("in yaml", Document.parse(IN_YAML, "yaml"))
