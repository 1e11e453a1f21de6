"""The shapes of the services' responses, which `responses.zip` has."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from schemas.asl.services.integration import SDK
from schemas.asl.services.parameter_type import ParameterType, TypeTable

_SERVICES = {"states": "sfn", "events": "eventbridge", "elasticmapreduce": "emr", "bedrock": "bedrockruntime"}
"""The names in the SDK of integrations that are called otherwise."""


def response_type(service: str, action: str) -> ParameterType | None:
    """The type of an action's response (`service` as in a Task's Resource); None for an unknown one."""
    name = service.removeprefix(SDK)
    found = _responses(_SERVICES.get(name, name.replace("-", "")))
    if found is None or action not in found[0]:
        return None
    actions, table = found
    return table.type_of(actions[action])


@cache
def _responses(service: str) -> tuple[dict[str, Any], TypeTable] | None:
    """By action, the description of its response, and what the descriptions stand for."""
    with ZipFile(Path(__file__).with_name("responses.zip")) as archive:
        if f"{service}.json" not in archive.namelist():
            return None
        data = json.loads(archive.read(f"{service}.json"))
    return data["actions"], TypeTable(data["shapes"])
