"""The parameters that a Task's service call takes, offered where its payload is edited."""

from __future__ import annotations

from dataclasses import dataclass

from designer.base.words import words
from designer.screen import address
from designer.screen.locale import text as word
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import ParameterType, integration, parameters
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

PATH = ".$"
MOST_VALUES = 4
"""The most allowed values that a help names."""

_EMPTY: dict[str, Json] = {"object": {}, "map": {}, "list": [], "boolean": False, "number": 0, "integer": 0}


@dataclass(frozen=True, slots=True)
class OfferedParameter:
    """A parameter that a call takes: `help` has its meaning, or the kind of its value, in words."""

    name: str
    is_required: bool
    help: str


def missing_parameters(ref: FieldRef) -> dict[str, OfferedParameter]:
    """The parameters that the object at `ref` does not have yet, by name.

    Those that the call requires come first, then those that are explained, the old ones last.
    """
    type = _type_at(ref)
    if type is None:
        return {}
    present = {key.removesuffix(PATH) for key in mapping(ref.value)}
    names = [name for name in dict.fromkeys((*type.required, *type.names)) if name not in present]
    names.sort(key=lambda name: _rank(type, name))
    return {name: OfferedParameter(name, name in type.required, _help(type, name)) for name in names}


def _rank(type: ParameterType, name: str) -> int:
    if name in type.required:
        return 0
    if name in type.old:
        return 3
    return 1 if _is_explained(name) else 2


def _is_explained(name: str) -> bool:
    return f"parameter.{name}" in words(address.language())


def _help(type: ParameterType, name: str) -> str:
    if name in type.old:
        return word("parameter.old")
    if _is_explained(name):
        return word(f"parameter.{name}")
    member = type.member(name)
    if member.values:
        shown = ", ".join(member.values[:MOST_VALUES])
        return word("parameter.one-of", values=f"{shown}, …" if len(member.values) > MOST_VALUES else shown)
    return word(f"parameter.kind.{member.kind}")


def empty_value(ref: FieldRef, name: str) -> Json:
    """The empty value of the parameter `name`, by its type."""
    type = _type_at(ref)
    return _EMPTY.get(type.member(name).kind, "") if type else ""


def _type_at(ref: FieldRef) -> ParameterType | None:
    """The type of the parameter at `ref`; None where it is not part of a known call's payload."""
    called = integration(text(ref.state.fields.get("Resource")))
    if called is None or ref.path[0] not in ("Parameters", "Arguments"):
        return None
    type = parameters(called.service, called.action)
    for step in ref.path[1:]:
        if type is None:
            return None
        type = _member(type, str(step))
    return type


def _member(type: ParameterType, step: str) -> ParameterType | None:
    if type.kind in ("list", "map"):
        return type.inner
    return type.member(step) if step in type.names else None
