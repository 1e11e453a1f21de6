"""The parameters that the call of a Task takes, for what it is given."""

from __future__ import annotations

from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import ParameterType, integration, parameters
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

PATH = ".$"

_EMPTY: dict[str, Json] = {"object": {}, "map": {}, "list": [], "boolean": False, "number": 0, "integer": 0}


def offered(ref: FieldRef) -> dict[str, bool]:
    """The parameters that may stand at `ref` and do not yet: those that the call needs (so marked) first."""
    shape = _taken_at(ref)
    if shape is None:
        return {}
    given = {key.removesuffix(PATH) for key in mapping(ref.value)}
    needed = dict.fromkeys(shape.required, True)
    names = needed | {name: False for name in shape.names if name not in needed}
    return {name: is_needed for name, is_needed in names.items() if name not in given}


def fresh(ref: FieldRef, name: str) -> Json:
    """What a parameter of that name begins as: nothing, of its kind."""
    shape = _taken_at(ref)
    return _EMPTY.get(shape.member(name).kind, "") if shape else ""


def _taken_at(ref: FieldRef) -> ParameterType | None:
    """What the call takes at `ref`; None where no call is given that, or it is not known."""
    called = integration(text(ref.state.fields.get("Resource")))
    if called is None or ref.path[0] not in ("Parameters", "Arguments"):
        return None
    shape = parameters(called.service, called.action)
    for step in ref.path[1:]:
        if shape is None:
            return None
        shape = _inside(shape, str(step))
    return shape


def _inside(shape: ParameterType, step: str) -> ParameterType | None:
    if shape.kind in ("list", "map"):
        return shape.inner
    return shape.member(step) if step in shape.names else None
