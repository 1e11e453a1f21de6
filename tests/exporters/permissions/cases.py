"""The cases of `documented.yaml` and `integrations.yaml`, and workflows of their tasks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from iam import ACCOUNT, REGION, Request

from schemas import Document
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow


def read(name: str) -> Any:
    """The cases in a file of this folder."""
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


INTEGRATIONS = read("integrations.yaml")
CASES = [*INTEGRATIONS, *read("documented.yaml")]
SAMPLES = read("samples.yaml")["samples"]
QUIET: Json = {"logging": {"level": "OFF"}, "tracing": False}


def request(call: str, machine: str = "stack") -> Request:
    """The request that a line of the cases means, SELF in it being this machine."""
    action, _, rest = call.partition(" ")
    words = rest.split(" ")
    context = dict(word.split("=", 1) for word in words if "=" in word)
    resource = " ".join(word for word in words if "=" not in word)
    for short, full in ((":R:", f":{REGION}:{ACCOUNT}:"), (":A:", f":{ACCOUNT}:"), ("SELF", machine)):
        resource = resource.replace(short, full)
    return Request(action, resource, context)


def workflow_of(tasks: list[dict], name: str = "flow") -> Workflow:
    """A workflow of the tasks, one after the other, without logging and tracing."""
    states = {
        f"s{index}": {"Type": "Task", **task, "Next": f"s{index + 1}"} for index, task in enumerate(tasks)
    }
    end = {f"s{len(tasks)}": {"Type": "Succeed"}}
    sidecar = Document.parse(json.dumps({"version": 1, "deployment": QUIET}), "json")
    source = json.dumps({"StartAt": "s0", "States": {**states, **end}})
    return Workflow(name, Document.parse(source, "json"), Design(sidecar))


def calling(functions: int, length: int = 40) -> Workflow:
    """A workflow of so many functions with names of that length."""
    tasks = [
        {
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": function(index, length)},
        }
        for index in range(functions)
    ]
    return workflow_of(tasks, "calling")


def function(index: int, length: int = 40) -> str:
    """The name of one of these functions."""
    return f"function-{index:04}-".ljust(length, "x")
