"""The parameters that a Task's service call takes, offered where its payload is edited."""

from __future__ import annotations

from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import ParameterType, integration, parameters
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

PATH = ".$"

_EMPTY: dict[str, Json] = {"object": {}, "map": {}, "list": [], "boolean": False, "number": 0, "integer": 0}


def missing_parameters(ref: FieldRef) -> dict[str, bool]:
    """The parameters that the object at `ref` does not have yet, and whether the call requires them; required
    ones first."""
    type = _type_at(ref)
    if type is None:
        return {}
    present = {key.removesuffix(PATH) for key in mapping(ref.value)}
    required = dict.fromkeys(type.required, True)
    names = required | {name: False for name in type.names if name not in required}
    return {name: is_required for name, is_required in names.items() if name not in present}


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
