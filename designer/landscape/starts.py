"""The workflows that a definition starts, by the names that it gives their state machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.asl.services.integration import integration
from schemas.asl.walk import State, states
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.deployment import Deployment, Parameter, Resource, Value
from schemas.sidecar.workflow import Workflow

_ACTIONS = {
    "states": ("startExecution",),
    "aws-sdk:sfn": ("startExecution", "startSyncExecution"),
}
_ARN_NAME = re.compile(r":stateMachine:((?:\$\{[^{}]*\}|[^:'\"\s{}])+)")
_PLACEHOLDER = re.compile(r"\$\{(?:self:|param:|sls:|opt:|file:)?([^{}]*)\}")
_MAX_NAMES = 20


@dataclass(frozen=True, slots=True)
class Start:
    """A start of another workflow by the state `state`.

    `names` are what the other one may be called, the surest first; none where only an execution knows.
    """

    state: str
    names: tuple[str, ...]


def starts(workflow: Workflow) -> tuple[Start, ...]:
    """The starts in a definition, in the order of its states.

    They are calls of `states:startExecution`, with or without `.sync`, and of the same by the SDK.
    """
    found = (state for state in states(workflow.document.value) if _starts_another(state))
    deployment = workflow.design.deployment
    return tuple(Start(state.name, tuple(_names(_machine(state), deployment))) for state in found)


def _starts_another(state: State) -> bool:
    if state.type != "Task":
        return False
    call = integration(text(state.fields.get("Resource")))
    return call is not None and call.action in _ACTIONS.get(call.service, ())


def _machine(state: State) -> Json:
    """The value that names the state machine; None where it is computed from the input by a path."""
    arguments = mapping(state.fields.get("Arguments")) or mapping(state.fields.get("Parameters"))
    return arguments.get("StateMachineArn")


def _names(value: Json, deployment: Deployment) -> list[str]:
    """The names in `value`: of an ARN, of a placeholder and of what the deployment puts in its place."""
    names: dict[str, None] = {}
    for written in _texts(value, 0):
        for arn in _ARN_NAME.finditer(written):
            names[arn[1]] = None
        if names:
            continue
        for placeholder in _PLACEHOLDER.finditer(written):
            name = placeholder[1].split(".")[0]
            for known in _substituted(name, deployment):
                names[known] = None
            names[name] = None
        if not written.startswith(("{%", "$")) and ":" not in written and "${" not in written:
            names[written] = None
    return list(names)[:_MAX_NAMES]


def _substituted(name: str, deployment: Deployment) -> Iterator[str]:
    """The names that the deployment settings give for a placeholder."""
    match deployment.substitutions.get(name):
        case Resource(resource):
            yield resource
        case Parameter(parameter, default):
            yield from _of_text(default or "")
            yield parameter
        case Value(value):
            for written in _texts(value, 0):
                yield from _of_text(written)
        case None:
            pass


def _of_text(written: str) -> Iterator[str]:
    found = [arn[1] for arn in _ARN_NAME.finditer(written)]
    yield from found or ([written] if written and ":" not in written else [])


def _texts(value: Json, depth: int) -> Iterator[str]:
    """The texts in a value: itself, or those in a function of a template such as `Fn::GetAtt`."""
    if isinstance(value, str):
        yield value
    elif depth < 4 and isinstance(value, dict):
        for member in value.values():
            yield from _texts(member, depth + 1)
    elif depth < 4 and isinstance(value, list):
        for element in value:
            if element != "Arn":
                yield from _texts(element, depth + 1)
