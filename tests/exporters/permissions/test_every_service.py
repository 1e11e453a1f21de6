"""Every service of the SDK: roles are passed wherever a parameter is one, resources are those named."""

from __future__ import annotations

import re

import pytest
from budget import deep, some

from exporters.permissions.role import role_of
from exporters.permissions.statement import Statement
from schemas.asl.services import ParameterType, sdk
from schemas.core.paths import Json

ROLE = "arn:aws:iam::111122223333:role/passed"
PARAMETER = re.compile(r"(?<!\$)\{(\w*)\}")


def statements(service: str, action: str, parameters: Json) -> list[Statement]:
    state = {
        "Type": "Task",
        "Resource": f"arn:aws:states:::aws-sdk:{service}:{action}",
        "Parameters": parameters,
        "End": True,
    }
    role = role_of({"StartAt": "s", "States": {"s": state}}, "machine")
    return [permission.statement for permission in role.permissions]


def with_a_role(type: ParameterType) -> Json:
    """The least parameters of the type that hold a role or a profile; None if there are none."""
    waiting: list[tuple[ParameterType, list]] = [(type, [])]
    seen = set()
    while waiting:
        inner, path = waiting.pop(0)
        if id(inner) in seen:
            continue
        seen.add(id(inner))
        held = [*inner.roles, *inner.profiles]
        if held:
            return wrapped({held[0]: ROLE}, path)
        if inner.kind == "object":
            waiting.extend((inner.member(name), [*path, name]) for name in inner.names)
        elif inner.kind in ("list", "map"):
            waiting.append((inner.inner, [*path, inner.kind]))
    return None


def wrapped(value: Json, path: list) -> Json:
    for step in reversed(path):
        value = [value] if step == "list" else {"any": value} if step == "map" else {step: value}
    return value


PASSING = [(name, action) for name in sorted(sdk.services()) for action in sorted(sdk.service(name).passing)]


@deep
def test_a_role_among_the_parameters_is_passed() -> None:
    silent = []
    for name, action in some(PASSING, 300):
        service = sdk.service(name)
        parameters = with_a_role(service.parameters(action))
        granted = statements(name, action, parameters)
        if not granted:
            assert action[0].upper() + action[1:] in service.unnamed or not service.prefix
        elif not any("iam:PassRole" in statement.actions for statement in granted):
            silent.append((name, action, parameters))
    assert silent == []


@deep
def test_a_role_that_is_not_known_is_passed_to_one_service_only() -> None:
    for name, action in some(PASSING, 150):
        state = {
            "Type": "Task",
            "QueryLanguage": "JSONata",
            "Resource": f"arn:aws:states:::aws-sdk:{name}:{action}",
            "Arguments": "{% $all %}",
        }
        for permission in role_of({"StartAt": "s", "States": {"s": state}}, "machine").permissions:
            statement = permission.statement
            assert "iam:PassRole" not in statement.actions or statement.conditions, (name, action)


def is_named(kinds: tuple[sdk.ResourceKind, ...]) -> bool:
    """Return true if parameters name each kind of resource in full."""
    return 0 < len(kinds) <= 3 and all(PARAMETER.search(kind.arn) and "{}" not in kind.arn for kind in kinds)


NAMED = [
    (name, action)
    for name in sorted(sdk.services())
    for action in sorted(sdk.service(name).actions)
    if is_named(sdk.service(name).resources(action) or ())
]


@deep
def test_what_the_parameters_name_is_what_the_action_is_allowed_on() -> None:
    wide = []
    for name, action in some(NAMED, 400):
        kinds = sdk.service(name).resources(action)
        fields = {field for kind in kinds for field in PARAMETER.findall(kind.arn)}
        parameters = {field: arn_or_name(field) for field in fields}
        granted = statements(name, action, parameters)
        if granted and "*" in granted[0].resources:
            wide.append((name, action, granted[0].actions))
    assert wide == []


def arn_or_name(field: str) -> str:
    if field.startswith("Queue"):
        return "https://sqs.ap-northeast-1.amazonaws.com/111122223333/queue"
    is_arn = re.search(r"(?i)arn$", field)
    return f"arn:aws:any:ap-northeast-1:111122223333:thing/{field}" if is_arn else f"the-{field}"


@pytest.mark.parametrize(
    ("service", "action", "member", "principal"),
    [
        ("scheduler", "createSchedule", "Target", "scheduler"),
        ("sfn", "createStateMachine", "RoleArn", "states"),
        ("glue", "createCrawler", "Role", "glue"),
        ("cloudformation", "createStack", "RoleARN", "cloudformation"),
        ("synthetics", "createCanary", "ExecutionRoleArn", "lambda"),
        ("rds", "createDBInstance", "MonitoringRoleArn", "monitoring.rds"),
        ("batch", "registerJobDefinition", "ContainerProperties", "ecs-tasks"),
    ],
)
def test_the_service_that_takes_the_role_on_is_the_only_one(
    service: str, action: str, member: str, principal: str
) -> None:
    type = sdk.service(service).parameters(action).member(member)
    inner = with_a_role(type) if type.kind == "object" else ROLE
    passed = [
        statement
        for statement in statements(service, action, {member: inner})
        if "iam:PassRole" in statement.actions
    ]
    assert [condition.value for statement in passed for condition in statement.conditions] == [
        f"{principal}.amazonaws.com*"
    ]
