"""The services as their SDK calls them, from `sdk.zip`, which `tests/tools/sdk_index.py` makes from botocore.

A service's data is read when it is first asked for, and once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any
from zipfile import ZipFile

from schemas.asl.services.parameter_type import ParameterType, TypeTable
from schemas.core.did_you_mean import Names


@dataclass(frozen=True)
class Service:
    """One service: its prefix in IAM ("" where that is not known), and the shape that each action takes.

    `unnamed` are the operations for which IAM has no action of the same name.
    """

    prefix: str
    unnamed: frozenset[str]
    actions: Mapping[str, int]
    table: TypeTable

    def parameters(self, action: str) -> ParameterType | None:
        """What the action takes; None where the service has no such action."""
        return self.table.type_of(self.actions[action]) if action in self.actions else None


def source() -> str:
    """What the index was made from, with versions."""
    return str(_index()["source"])


@cache
def services() -> frozenset[str]:
    """The names of all services, as they stand behind `aws-sdk:`."""
    return frozenset(_index()["services"])


@cache
def service(name: str) -> Service | None:
    """The service of that name; None where there is none."""
    if name not in services():
        return None
    data = _read(name)
    unnamed = frozenset(data.get("unnamed", ()))
    return Service(data.get("prefix", ""), unnamed, data["actions"], TypeTable(data["shapes"]))


def nearest_service(name: str) -> str | None:
    """The service that a misspelt name, or its name on the command line, can only mean; None where none."""
    alias = _index()["aliases"].get(name.replace("-", "").lower())
    return alias or _service_names().nearest(name)


@cache
def action_names(name: str) -> Names:
    """The names of a service's actions, to look a misspelt one up."""
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
    with as_file(files("schemas.asl.services") / "sdk.zip") as path:
        return ZipFile(path)
