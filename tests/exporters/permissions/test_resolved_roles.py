"""No role has a placeholder left once the tool has resolved it, whatever the task calls and passes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
import yaml
from budget import deep, some
from deployed import allowed
from flows import functions, in_yaml, mapped, numbers

from exporters import export
from schemas.asl.services import SDK, actions, parameters, patterns, services
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

OPTIMIZED = [name for name in services() if not name.startswith("aws-sdk:")]
OF_THE_SDK = {
    "secretsmanager": "getSecretValue",
    "ssm": "getParameter",
    "kms": "decrypt",
    "rdsdata": "executeStatement",
    "s3": "copyObject",
    "dynamodb": "transactWriteItems",
    "sfn": "startExecution",
    "scheduler": "createSchedule",
}


def placeholder(name: str) -> Json:
    return f"${{{name}}}"


def attribute(name: str) -> Json:
    return {"Fn::GetAtt": [name, "Arn"]}


def text_of_functions(name: str) -> Json:
    return {"Fn::Sub": ["${Prefix}-${AWS::Region}", {"Prefix": {"Ref": name}}]}


def calls(service: str, value: Callable[[str], Json]) -> Iterator[Json]:
    names = [OF_THE_SDK[service]] if service in OF_THE_SDK else list(actions(service))
    full = SDK + service if service in OF_THE_SDK else service
    for action in names:
        type = parameters(full, action)
        texts = [name for name in type.names if type.member(name).kind == "string"] if type else []
        passed = {name: value(name) for name in texts if not type or not type.member(name).values}
        pattern = next((f".{name}" for name in patterns(full, action) if name), "")
        resource = f"arn:aws:states:::{full}:{action}{pattern}"
        yield {"Type": "Task", "Resource": resource, "Parameters": passed, "End": True}


@deep
@pytest.mark.parametrize("format", ["cloudformation", "serverless"])
@pytest.mark.parametrize("value", [placeholder, attribute, text_of_functions])
@pytest.mark.parametrize("service", some([*OPTIMIZED, *OF_THE_SDK], 10))
def test_a_service_with_every_parameter(service: str, value: Callable[[str], Json], format: str) -> None:
    for task in calls(service, value):
        definition: Json = {"StartAt": "A", "States": {"A": task}}
        workflow = Workflow("resolved", Document.parse(json.dumps(definition), "json"))
        assert_resolved(workflow, format)


@pytest.mark.parametrize("format", ["cloudformation", "serverless"])
@pytest.mark.parametrize("made", [numbers, functions, in_yaml, mapped])
def test_what_the_deployment_puts_in(made: Callable[[], Workflow], format: str) -> None:
    assert_resolved(made(), format)


def assert_resolved(workflow: Workflow, format: str) -> None:
    template = yaml.safe_load(export(workflow, format, force=True)[0].data)
    if format == "serverless":
        template = by_serverless(template["resources"], template.get("params", {}).get("default", {}))
    for statement in statements(template["Resources"]):
        assert "${" not in allowed(statement), statement


def statements(resources: dict) -> Iterator[dict]:
    for resource in resources.values():
        fields = resource["Properties"]
        for policy in [*fields.get("Policies", []), fields]:
            yield from policy.get("PolicyDocument", {}).get("Statement", [])


def by_serverless(value: object, params: dict) -> object:
    """What Serverless makes of its own variables."""
    if isinstance(value, dict):
        return {key: by_serverless(item, params) for key, item in value.items()}
    if isinstance(value, list):
        return [by_serverless(item, params) for item in value]
    if not isinstance(value, str):
        return value
    if value.startswith("${param:"):
        return params[value[8:-1]]
    return value.replace("${sls:stage}", "dev")
