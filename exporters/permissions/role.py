"""The role of a state machine: the permissions of all its states, in their order in the definition."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from functools import cache

from exporters.permissions import services as package
from exporters.permissions.aws_sdk import by_name, iam_prefix, tagging
from exporters.permissions.call import PLACEHOLDER, Call, is_fixed, read_call
from exporters.permissions.keys import caller_keys
from exporters.permissions.objects import caller_objects
from exporters.permissions.passed_roles import passed_roles
from exporters.permissions.permission import Permission, merge
from exporters.permissions.services import lambda_, s3
from exporters.permissions.statement import EVERYTHING, Statement, arn
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State, states
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.core.registry import modules

Grants = Callable[[Call], list[Statement] | None]


@dataclass(frozen=True, slots=True)
class Role:
    """The permissions of a state machine, and the states whose permissions cannot be derived.

    `wide` are those permissions that are on every resource, as each state asks for them.
    """

    permissions: tuple[Permission, ...]
    unknown_states: tuple[State, ...]
    wide: tuple[Permission, ...] = ()


def role_of(definition: Json, machine: str) -> Role:
    """Return the role for `definition`, whose state machine is deployed under the name `machine`."""
    permissions: list[Permission] = []
    unknown: list[State] = []
    for state in states(definition):
        statements = _of_state(state, machine)
        if statements is None:
            unknown.append(state)
        permissions.extend(Permission(statement, (state.name,)) for statement in statements or [])
    wide = (item for item in permissions if item.statement.resources == (EVERYTHING,))
    return Role(merge(permissions), tuple(unknown), tuple(wide))


def with_arns(role: Role, names: Container[str]) -> Role:
    """Return `role` with each placeholder in `names`, whose value is an ARN, as the beginning of its ARN."""

    def changed(permission: Permission) -> Permission:
        resources = dict.fromkeys(_from_its_arn(text, names) for text in permission.statement.resources)
        return replace(permission, statement=replace(permission.statement, resources=tuple(resources)))

    return replace(role, permissions=tuple(map(changed, role.permissions)))


def _from_its_arn(resource: str, names: Container[str]) -> str:
    for found in PLACEHOLDER.finditer(resource):
        before = resource[: found.start()]
        if found[0][2:-1] in names and not before.endswith((":execution:", ":stateMachine:")):
            return resource[found.start() :]
    return resource


def _of_state(state: State, machine: str) -> list[Statement] | None:
    if state.type == "Task":
        return _of_task(state)
    return _of_map(state, machine) if state.type == "Map" else []


def _of_task(state: State) -> list[Statement] | None:
    credentials = state.fields.get("Credentials")
    if isinstance(credentials, dict):
        role = credentials.get("RoleArn")
        return [Statement(("sts:AssumeRole",), (role if is_fixed(role) else EVERYTHING,))]
    call = read_call(state)
    if call:
        return _of_call(call)
    return _of_resource(resource_of(state))


def _of_call(call: Call) -> list[Statement] | None:
    """The statements for the call itself, and for what it hands over: roles, tags, objects and keys."""
    prefix = iam_prefix(call) or ""
    grants = services().get(prefix)
    found = grants(call) if grants else by_name(call) if call.sdk else None
    if found is None:
        return None
    return [
        *found,
        *(tagging(call, found) if call.sdk else ()),
        *passed_roles(call, prefix),
        *caller_objects(call, prefix),
        *caller_keys(call, prefix),
    ]


def _of_resource(resource: str) -> list[Statement] | None:
    if ":activity:" in resource:
        return []
    return [lambda_.invoke(resource)] if ":lambda:" in resource or resource.startswith("${") else None


def _of_map(state: State, machine: str) -> list[Statement] | None:
    parts = [_distributed(state, machine), _of_reader(state), _of_writer(state)]
    found = [part for part in parts if part is not None]
    return [statement for part in found for statement in part] if len(found) == len(parts) else None


def _distributed(state: State, machine: str) -> list[Statement]:
    if not is_distributed(processor_of(state.fields)):
        return []
    return [
        Statement(("states:StartExecution",), (arn("states", f"stateMachine:{machine}"),)),
        Statement(
            ("states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"),
            (arn("states", f"execution:{machine}:*"), arn("states", f"execution:{machine}/*")),
        ),
    ]


def _of_reader(state: State) -> list[Statement] | None:
    reader = mapping(state.fields.get("ItemReader"))
    if "Resource" not in reader:
        return []
    call = _call_of(state, reader)
    return s3.read_items(call, mapping(reader.get("ReaderConfig"))) if call else None


def _of_writer(state: State) -> list[Statement] | None:
    writer = mapping(state.fields.get("ResultWriter"))
    if "Resource" not in writer:
        return []
    call = _call_of(state, writer)
    return s3.write_results(call) if call else None


def _call_of(state: State, fields: dict[str, Json]) -> Call | None:
    """The call that a part of a Map makes, in the Map's own query language."""
    return read_call(State(state.name, state.path, {"QueryLanguage": state.language, **fields}, state.scope))


@cache
def services() -> dict[str, Grants]:
    """Return the function of each service's module that derives statements, by the service's IAM prefix."""
    return dict(_registered())


def _registered() -> Iterator[tuple[str, Grants]]:
    for module in modules(package):
        for service in getattr(module, "SERVICES", ()):
            yield service, module.statements
