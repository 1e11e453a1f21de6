"""The error names that states and services can raise, as used in Retry and Catch.

Source: the developer guide of Step Functions, "Handling errors in Step Functions workflows".
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from schemas.asl.services import sdk
from schemas.asl.services.integration import SDK, Integration, integration
from schemas.asl.services.java_names import exception_class
from schemas.core.beside import text_beside


def error_names(type: str, resource: str) -> tuple[str, ...]:
    """The error names that a state of this type can raise, a Task by its Resource; States.ALL first."""
    table = _read()
    called = integration(resource)
    own = _own(called) if called else table["services"]["lambda"] if ":function:" in resource else ()
    return tuple(dict.fromkeys([*table["any"], *own, *table["states"].get(type, [])]))


def optimized_prefixes(service: str) -> tuple[str, ...]:
    """The prefixes that the names of an optimized integration's errors may have, the usual one first.

    Empty where the prefix is not known for certain.
    """
    return tuple(_read()["prefixes"].get(service, ()))


def _own(called: Integration) -> tuple[str, ...]:
    if not called.service.startswith(SDK):
        return tuple(_read()["services"].get(called.service, ()))
    name = called.service.removeprefix(SDK)
    found = sdk.service(name)
    if found is None:
        return ()
    prefix = sdk.error_prefixes()[name]
    classes = sorted(map(exception_class, found.errors))
    return tuple(f"{prefix}.{each}" for each in (*classes, f"{prefix}Exception"))


@cache
def _read() -> dict[str, Any]:
    text = text_beside(__file__, "errors.json")
    return dict(json.loads(text))
