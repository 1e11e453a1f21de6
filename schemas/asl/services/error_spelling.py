"""Error names that a call can never raise, and the names that were meant.

Sources: the developer guide of Step Functions, "Integrating with AWS services" (an error is named
`Prefix.Exception`, and each service has its prefix) and "Handling errors in Step Functions workflows";
recorded executions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from schemas.asl.services import optimized, sdk
from schemas.asl.services.errors import optimized_prefixes
from schemas.asl.services.integration import SDK, WAIT, Integration
from schemas.asl.services.java_names import exception_class, exception_class_v1

_FREE = {"lambda", "http", "states"}
"""The optimized integrations whose calls raise names that a function, an endpoint or a workflow chooses."""

_FREE_ACTIONS = {(f"{SDK}lambda", "invoke"), (f"{SDK}sfn", "startSyncExecution")}

_OTHER_PREFIXES = {f"{SDK}memorydb": ("MemoryDB",)}
"""Prefixes that the guide spells otherwise than the SDK; both are taken."""

_SUFFIX = re.compile(r"(?:exception|fault)\Z")
_SDK_NAMES = {"states": "sfn", "elasticmapreduce": "emr", "events": "eventbridge"}
"""The SDK's name of a service whose optimized integration has another."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """An error name that a call can never raise.

    `prefix` is the prefix that the names of its errors have; `meant` is the name that was meant, None if it
    is not known. `in_prefix` is True if the prefix is wrong, False if only the name after it is.
    """

    prefix: str
    meant: str | None
    in_prefix: bool


@lru_cache(maxsize=4096)
def misspelling(call: Integration, name: str) -> Misspelling | None:
    """The reason why no error of the call has this name; None if one may have it.

    A call that waits for its token raises whatever name is sent back, so every name is possible there. A name
    under the right prefix is possible unless it is nearly that of an error which the service declares.
    """
    prefixes = _prefixes(call)
    if not prefixes or name.startswith("States."):
        return None
    head, dot, tail = name.partition(".")
    if dot and head in prefixes:
        return _in_tail(call, head, tail)
    if dot and head.lower() in _own_prefixes(call):
        return Misspelling(prefixes[0], _meant(call, prefixes[0], tail) or f"{prefixes[0]}.{tail}", True)
    if call.service in _FREE:
        return None
    if not dot:
        unknown = f"{prefixes[0]}.{name}" if name.endswith("Exception") else None
        return Misspelling(prefixes[0], _meant(call, prefixes[0], name) or unknown, True)
    if head.lower() in _known_prefixes():
        return Misspelling(prefixes[0], _meant(call, prefixes[0], tail), True)
    return None


def _prefixes(call: Integration) -> tuple[str, ...]:
    """The prefixes of the call's errors, the usual one first; none if every name is possible."""
    if call.pattern == WAIT or (call.service, call.action) in _FREE_ACTIONS:
        return ()
    if not call.service.startswith(SDK):
        return optimized_prefixes(call.service)
    prefix = sdk.error_prefixes().get(call.service.removeprefix(SDK))
    return (prefix, *_OTHER_PREFIXES.get(call.service, ())) if prefix else ()


def _own_prefixes(call: Integration) -> set[str]:
    """The prefixes that either integration of the called service has, in small letters."""
    service = call.service.removeprefix(SDK)
    optimized_name = {name: key for key, name in _SDK_NAMES.items()}.get(service, service)
    found = {
        *optimized_prefixes(optimized_name),
        sdk.error_prefixes().get(_SDK_NAMES.get(service, service), ""),
    }
    return {prefix.lower() for prefix in found}


def _in_tail(call: Integration, prefix: str, tail: str) -> Misspelling | None:
    error = _declared(call).get(_folded(tail))
    if error is None or tail in _spellings(call, error):
        return None
    return Misspelling(prefix, f"{prefix}.{_spellings(call, error)[0]}", False)


def _meant(call: Integration, prefix: str, tail: str) -> str | None:
    error = _declared(call).get(_folded(tail))
    if error is None:
        return None
    spellings = _spellings(call, error)
    return f"{prefix}.{tail if tail in spellings else spellings[0]}"


def _spellings(call: Integration, error: str) -> tuple[str, ...]:
    """The names that a declared error may have; more than one where the spelling is not certain."""
    if call.service.startswith(SDK):
        return (exception_class(error),)
    return (exception_class_v1(error), error, exception_class(error))


@cache
def _declared(call: Integration) -> dict[str, str]:
    """The errors that the operations of the called service declare, by their folded names."""
    name = call.service.removeprefix(SDK)
    found = sdk.service(_SDK_NAMES.get(name, name))
    return {_folded(error): error for error in found.errors} if found else {}


def _folded(name: str) -> str:
    return _SUFFIX.sub("", name.lower())


@cache
def _known_prefixes() -> frozenset[str]:
    """Every prefix that the errors of a service have, in small letters."""
    own = {prefix for service in optimized.services() for prefix in optimized_prefixes(service)}
    return frozenset(prefix.lower() for prefix in own | set(sdk.error_prefixes().values()))
