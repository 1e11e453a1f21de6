"""The placeholders `${Name}` of a definition, and their targets in a deployed stack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from exporters.names import kebab, logical_id
from schemas.asl.walk import values
from schemas.core.paths import Json
from schemas.sidecar.deployment import Deployment, Parameter, Resource, Substitution, Value

OWN_NAME = "AWS::StateMachineName"
"""The placeholder of the machine's own name in the texts of its role; in a definition it is none."""

_OF_THE_STACK = r"AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix)"
_OF_THE_DEFINITION = r"[A-Za-z0-9][\w-]*(?:\.[\w-]+)*"
PLACEHOLDER = re.compile(rf"\$\{{({_OF_THE_STACK}|{_OF_THE_DEFINITION})\}}", re.ASCII)
ROLE_PLACEHOLDER = re.compile(rf"\$\{{({OWN_NAME}|{_OF_THE_STACK}|{_OF_THE_DEFINITION})\}}", re.ASCII)
_ACCOUNT = "123456789012"
_LAMBDA = "arn:aws:lambda:{region}:{account}:function:{name}"
_EXAMPLES = {
    "Resource": _LAMBDA,
    "TopicArn": "arn:aws:sns:{region}:{account}:{name}",
    "QueueUrl": "https://sqs.{region}.amazonaws.com/{account}/{name}",
    "StateMachineArn": "arn:aws:states:{region}:{account}:stateMachine:{name}",
    "JobQueue": "arn:aws:batch:{region}:{account}:job-queue/{name}",
    "JobDefinition": "arn:aws:batch:{region}:{account}:job-definition/{name}:1",
    "ConnectionArn": "arn:aws:events:{region}:{account}:connection/{name}/*",
    "RoleArn": "arn:aws:iam::{account}:role/{name}",
}


@dataclass(frozen=True, slots=True)
class StackParameter:
    """A parameter that a stack declares: its id, its placeholder and its default value."""

    name: str
    placeholder: str
    default: str


@dataclass(frozen=True, slots=True)
class Substitutions:
    """The target of every placeholder, and the parameters that the stack declares for them."""

    targets: dict[str, Substitution]
    parameters: tuple[StackParameter, ...]


def substitutions(
    definition: Json, deployment: Deployment, reserved: Set[str] = frozenset()
) -> Substitutions:
    """The placeholders of `definition` as the sidecar maps them.

    One that it does not map is a parameter; its id is none of `reserved`.
    """
    targets: dict[str, Substitution] = {}
    parameters: dict[str, StackParameter] = {}
    for name, field in _placeholders(definition):
        if name in targets:
            continue
        target = _target(name, deployment, reserved | parameters.keys())
        targets[name] = target
        if isinstance(target, Parameter):
            default = _example(name, field, deployment.region) if target.default is None else target.default
            parameters.setdefault(target.name, StackParameter(target.name, name, default))
    return Substitutions(targets, tuple(parameters.values()))


def _placeholders(definition: Json) -> Iterator[tuple[str, str]]:
    """The name of each placeholder, with the field it stands in."""
    for path, value in values(definition, ()):
        key = str(path[-1]) if path else ""
        yield from ((name, "") for name in PLACEHOLDER.findall(key))
        if isinstance(value, str):
            yield from ((name, key) for name in PLACEHOLDER.findall(value))


def _target(name: str, deployment: Deployment, taken: Set[str]) -> Substitution:
    if name.startswith("AWS::"):
        return Resource(name)
    match deployment.substitutions.get(name):
        case Parameter(parameter, default):
            return Parameter(logical_id(parameter) or logical_id(name), default)
        case Resource(resource, attribute):
            return Resource(logical_id(resource) or logical_id(name), attribute)
        case Value() as value:
            return value
    return Parameter(_free(logical_id(name), taken))


def _free(name: str, taken: Set[str]) -> str:
    return name if name not in taken else _free(f"{name}Value", taken)


def _example(name: str, field: str, region: str) -> str:
    """A value of the right form, to be replaced."""
    bare = kebab(re.sub(r"(?i)[._-]?(arn|name|url)$", "", name)) or "example"
    pattern = _EXAMPLES.get(field, "{name}")
    if field == "FunctionName" and name.lower().endswith("arn"):
        pattern = _LAMBDA
    return pattern.format(region=region, account=_ACCOUNT, name=bare)
