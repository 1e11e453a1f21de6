"""The services of the AWS SDK, from `sdk.zip`, which `tests/tools/sdk_index.py` builds from botocore.

The data of a service is read when it is first needed, and only once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemas.asl.services.parameter_type import ParameterType, TypeTable
from schemas.core.did_you_mean import Names

if TYPE_CHECKING:
    from zipfile import ZipFile


@dataclass(frozen=True, slots=True)
class ResourceKind:
    """A kind of resource that IAM checks an action on.

    In `arn`, `{Name}` is the parameter that names the resource, `{}` a part that no parameter names, and
    `${AWS::Region}` and the like are given by the deployment. An action may be allowed without a kind that is
    not `required`, where the call has nothing to do with it.
    """

    arn: str
    required: bool


@dataclass(frozen=True)
class Service:
    """One service: its IAM prefix ("" if unknown), and the index of the parameter type of each action.

    `unnamed` are the operations for which IAM has no action of the same name. `errors` are those that the
    operations declare, as the service's model names them. `tag_action` is the action of IAM that tags what
    another one creates; "" if there is none. `passing` are the actions that hand a role to the service.
    """

    prefix: str
    unnamed: frozenset[str]
    errors: tuple[str, ...]
    tag_action: str
    passing: frozenset[str]
    actions: Mapping[str, int]
    table: TypeTable
    _resources: Mapping[str, list[tuple[bool, str]]]

    def parameters(self, action: str) -> ParameterType | None:
        """The parameters of the action; None if the service has no such action."""
        return self.table.type_of(self.actions[action]) if action in self.actions else None

    def resources(self, action: str) -> tuple[ResourceKind, ...] | None:
        """The kinds of resource that IAM checks the action on, none if it is allowed on `*` only.

        None if IAM has no action of this name.
        """
        kinds = self._resources.get(action)
        return None if kinds is None else tuple(ResourceKind(arn, required) for required, arn in kinds)


def source() -> str:
    """The sources of the index, with their versions."""
    return str(_index()["source"])


@cache
def services() -> frozenset[str]:
    """The names of all services, as used after `aws-sdk:`."""
    return frozenset(_index()["services"])


@cache
def service(name: str) -> Service | None:
    """The service `name`; None if there is no such service."""
    if name not in services():
        return None
    data = _read(name)
    return Service(
        prefix=data.get("prefix", ""),
        unnamed=frozenset(data.get("unnamed", ())),
        errors=tuple(data["errors"]),
        tag_action=data.get("tags", ""),
        passing=frozenset(data["passes"]),
        actions=data["actions"],
        table=TypeTable(data["shapes"]),
        _resources=data.get("resources", {}),
    )


def error_prefixes() -> Mapping[str, str]:
    """The prefix of the names of each service's errors, by the service's name: DynamoDb for dynamodb."""
    prefixes: Mapping[str, str] = _index()["prefixes"]
    return prefixes


def nearest_service(name: str) -> str | None:
    """The service name that a misspelt or AWS CLI name means; None if it is not clear."""
    alias = _index()["aliases"].get(name.replace("-", "").lower())
    return alias or _service_names().nearest(name)


@cache
def action_names(name: str) -> Names:
    """The action names of a service, prepared for the correction of misspelt ones."""
    found = service(name)
    return Names(found.actions if found else ())


@cache
def _service_names() -> Names:
    return Names(services())


@cache
def _index() -> dict[str, Any]:
    return _read("index")


def _read(name: str) -> dict[str, Any]:
    return dict(json.loads(_archive().read(f"{name}.json")))


@cache
def _archive() -> ZipFile:
    from zipfile import ZipFile

    return ZipFile(Path(__file__).with_name("sdk.zip"))
