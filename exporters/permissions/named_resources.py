"""The resources that a call names, by the kinds of resource on which IAM checks its action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Breadth, is_arn
from schemas.asl.services import sdk
from schemas.asl.services.sdk import ResourceKind

_PARAMETER = re.compile(r"(?<!\$)\{(\w*)\}")
_KIND = re.compile(r":([A-Za-z-]+)[/:]\{")
"""The name of the kind in a template that has one."""

_VARIABLE = re.compile(r"(\$\{AWS::)\w+\}|(\{)\w*\}")
_ANY = {"${AWS::": "[^:]*", "{": ".+"}
_KINDS_OF_ONE_CALL = 6
"""A call that touches more kinds of resource than this creates others beside the one that it names."""

_DEFAULTS = {
    ("athena", "WorkGroup"): "primary",
    ("ecs", "Cluster"): "default",
    ("scheduler", "GroupName"): "default",
}
"""The resources that a call means where it does not name one."""

_LEADING = {"route53": "/hostedzone/", "ssm": "/"}
"""The text that names of a service may begin with and that is no part of their ARNs."""


@dataclass(frozen=True, slots=True)
class NamedResources:
    """The ARNs of resources; `*` where the call fixes none, for the reason `breadth`."""

    arns: tuple[str, ...]
    breadth: Breadth = "not-fixed"


@dataclass(frozen=True, slots=True)
class _Named:
    """One kind of resource in a call: its ARNs, and how well the call names them."""

    kind: ResourceKind
    arns: tuple[str, ...]
    given: int
    missing: int


def named_resources(call: Call, prefix: str) -> NamedResources:
    """Return the resources that `call`, to a service with the IAM prefix, is allowed to reach."""
    service = sdk.service(call.service)
    kinds = service.resources(call.action) if service else None
    if not kinds:
        return NamedResources((EVERYTHING,), "not-fixed" if kinds is None else "no-resource")
    named = [_named(kind, call, prefix) for kind in kinds]
    if len(kinds) > _KINDS_OF_ONE_CALL or not any(item.given for item in named):
        return NamedResources((EVERYTHING,))
    arns = tuple(dict.fromkeys(arn for item in _needed(named) for arn in item.arns))
    return NamedResources((EVERYTHING,) if EVERYTHING in arns else arns)


def resource_arns(template: str, call: Call, prefix: str) -> tuple[str, ...]:
    """Return the ARNs of a template such as `…:job/{JobName}`, `*` in the place of what is not fixed."""
    return _named(ResourceKind(template, True), call, prefix).arns


def _needed(named: list[_Named]) -> Iterator[_Named]:
    """The kinds that the call is about: those it names in full, and those it must be allowed in any case."""
    complete = any(item.given and not item.missing for item in named)
    for item in named:
        if item.kind.required or (item.given and not (item.missing and complete)):
            yield item


def _named(kind: ResourceKind, call: Call, prefix: str) -> _Named:
    parameters = _PARAMETER.findall(kind.arn)
    values = [_values(name, call, prefix) for name in parameters]
    given = sum(1 for value in values if value)
    missing = sum(1 for name, value in zip(parameters, values, strict=True) if name and not value)
    whole = [value for value in values[-1] if _is_whole(value, parameters[-1])] if values else []
    whole = whole or ([] if values and values[-1] else _arns_of(kind.arn, call))
    if whole:
        given = given or 1
        return _Named(kind, tuple(whole), given, 0)
    if _PARAMETER.fullmatch(kind.arn):
        return _Named(kind, (EVERYTHING,), 0, missing)
    filled = tuple(_filled(kind.arn, combination) for combination in product(*(v or ("",) for v in values)))
    is_fixed = not parameters and not kind.arn.endswith(EVERYTHING)
    return _Named(kind, filled, given + is_fixed, missing)


def _arns_of(template: str, call: Call) -> list[str]:
    """The ARNs of the template's kind among the parameters, whatever they are called."""
    found = _KIND.search(template)
    if not found:
        return []
    pattern = _pattern(template)
    arn_field = f"{found[1]}arn".lower()
    texts = ((name, value) for name in call.parameters for value in call.texts(name))
    return [
        value
        for name, value in texts
        if pattern.fullmatch(value) or (name.lower() == arn_field and value.startswith("${"))
    ]


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """The form of the ARNs that a template gives, in any account."""
    parts = _VARIABLE.split(template)
    return re.compile("".join(_ANY.get(part) or re.escape(part) for part in parts if part), re.DOTALL)


def _is_whole(value: str, parameter: str) -> bool:
    """True if the value is an ARN: by its text, or as a placeholder where nothing else may stand."""
    return is_arn(value) or (value.startswith("${") and parameter.lower().endswith("arn"))


def _filled(template: str, values: tuple[str, ...]) -> str:
    parts = iter(values)
    return _PARAMETER.sub(lambda found: _own_name(next(parts)) or EVERYTHING, template)


def _own_name(value: str) -> str:
    """The name at the end of `value`, which may be an ARN."""
    return re.split("[/:]", value)[-1] if value.startswith("arn:") else value


def _values(name: str, call: Call, prefix: str) -> tuple[str, ...]:
    """The texts of a parameter, or of the one that may stand in its place; none where they are not fixed."""
    given = next((other for other in _spellings(name) if call.gives(other)), None)
    found = call.texts(given) if given else tuple(filter(None, (_DEFAULTS.get((prefix, name)),)))
    return tuple(value.removeprefix(_LEADING.get(prefix, "")) for value in found)


def _spellings(name: str) -> Iterator[str]:
    """The parameters that may name the same: for `LogGroupName`, `LogGroupIdentifiers` too."""
    if not name:
        return
    yield name
    yield f"{name}s"
    if name.endswith("Name"):
        yield f"{name.removesuffix('Name')}Identifier"
        yield f"{name.removesuffix('Name')}Identifiers"
