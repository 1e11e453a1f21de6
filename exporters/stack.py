"""What a stack of CloudFormation around a workflow holds, before it is written in any form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from exporters.intrinsics import PSEUDO_PARAMETERS, References, reference
from exporters.names import service_name
from exporters.permissions.role import Role, role_of
from exporters.substitutions import SELF, Substitutions, substitutions
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.deployment import Deployment, Parameter, Resource, Substitution, Value
from schemas.sidecar.workflow import Workflow

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]{1,254}", re.ASCII)
MACHINE, ROLE, LOG_GROUP = "StateMachine", "Role", "LogGroup"
_RESERVED = frozenset({MACHINE, ROLE, LOG_GROUP, "Default"})


@dataclass(frozen=True, slots=True)
class Stack:
    """A workflow as a stack: its id, what its placeholders stand for and what its tasks need."""

    workflow: Workflow
    name: str
    substitutions: Substitutions
    role: Role

    @classmethod
    def of(cls, workflow: Workflow) -> Stack:
        """The stack that `workflow` makes."""
        definition, deployment = workflow.document.value, workflow.design.deployment
        name = service_name(deployment.service or workflow.name)
        found = _with_allowed_ids(substitutions(definition, deployment, _RESERVED))
        return cls(workflow, name, found, role_of(definition, f"${{{SELF}}}"))

    @property
    def deployment(self) -> Deployment:
        """The sidecar's settings."""
        return self.workflow.design.deployment

    @property
    def definition_file(self) -> str:
        """The name of the file that holds the definition."""
        return f"{self.name}.asl.json"

    @property
    def definition(self) -> str:
        """The definition in JSON: its own text where it is held so. In YAML, AWS would read `no` as false."""
        document = self.workflow.document
        return document.text if document.format == "json" else write_json(document.value)

    @property
    def references(self) -> References:
        """What each placeholder is in CloudFormation; a machine that names itself bears the stack's name."""
        targets = self.substitutions.targets.items()
        used = {name: reference(target) for name, target in targets}
        return {**PSEUDO_PARAMETERS, **used, SELF: {"Ref": "AWS::StackName"}}

    @property
    def names_itself(self) -> bool:
        """Whether the role speaks of the machine, which then needs a name that is known before it exists."""
        resources = (text for need in self.role.needs for text in need.statement.resources)
        return any(SELF in text for text in resources)

    def substituted(self) -> dict[str, Json]:
        """What CloudFormation puts in for each placeholder, in the middle of a JSON string."""
        targets = self.substitutions.targets.items()
        return {name: _in_a_string(reference(target)) for name, target in targets}

    def missing_resources(self) -> Iterator[Resource]:
        """The resources that the sidecar expects in this stack."""
        found = (target for target in self.substitutions.targets.values() if isinstance(target, Resource))
        yield from (target for target in dict.fromkeys(found) if not target.name.startswith("AWS::"))


def _with_allowed_ids(found: Substitutions) -> Substitutions:
    """`found` with ids that CloudFormation and the CDK allow, and that nothing else in the stack has."""
    ids: dict[str, str] = {}
    for parameter in found.parameters:
        ids[parameter.name] = _allowed(parameter.name, set(ids.values()))
    parameters = (replace(parameter, name=ids[parameter.name]) for parameter in found.parameters)
    targets = {name: _named(target, ids) for name, target in found.targets.items()}
    return Substitutions(targets, tuple(parameters))


def _allowed(name: str, taken: Set[str]) -> str:
    if not _ID.fullmatch(name):
        name = f"Parameter{name}"[:255]
    return _allowed(f"{name}Value", taken) if name in _RESERVED | taken else name


def _named(target: Substitution, ids: dict[str, str]) -> Substitution:
    match target:
        case Parameter(name, default):
            return Parameter(ids[name], default)
        case Value(value) if not isinstance(value, str | dict):
            return Value(write_json(value).strip())
    return target


def _in_a_string(value: Json) -> Json:
    return json.dumps(value, ensure_ascii=False)[1:-1] if isinstance(value, str) else value
