"""What the sidecar says of states, and the edits that say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from exporters.scene import Box
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.design import Design, Point


def entries(context: Context, points: Mapping[str, Point | Box]) -> dict[str, dict[str, Json]]:
    """What to say of states that stand at these points, by uid. Raises `ActionRefused` for an unknown one."""
    return {uid: {**named(context, uid), "position": position(point)} for uid, point in points.items()}


def named(context: Context, uid: str) -> dict[str, Json]:
    """What tells in the sidecar which state is meant. Raises `ActionRefused` for an unknown one."""
    state = context.state(uid)
    scope: dict[str, Json] = {"scope": context.scope_id(state)} if context.names[state.name] > 1 else {}
    return {"name": state.name, **scope}


def described(context: Context, uid: str, field: str, said: str) -> tuple[Edit, ...]:
    """Say `said` of a state under `field`; nothing more where that is empty. Raises `ActionRefused`."""
    said, entry = said.strip(), named(context, uid)
    design = context.workflow.design
    if said:
        return write(design, {uid: {**entry, field: said}})
    known = mapping(mapping(design.fields.get("states")).get(uid))
    return (Remove(("states", uid, field)),) if field in known else ()


def position(point: Point | Box) -> Json:
    """A place as it is written."""
    return {"x": _plain(point.x), "y": _plain(point.y)}


def write(design: Design, said: Mapping[str, Mapping[str, Json]]) -> tuple[Edit, ...]:
    """Say `said` of states, by uid. Raises `ActionRefused` where the sidecar cannot be read."""
    if not isinstance(design.document.value, dict):
        raise ActionRefused("action-broken-design")
    states = design.fields.get("states")
    if not isinstance(states, dict):
        return (Set(("states",), {uid: dict(fields) for uid, fields in said.items()}),) if said else ()
    edits: list[Edit] = []
    for uid, fields in said.items():
        known = states.get(uid)
        if isinstance(known, dict):
            changed = {key: value for key, value in fields.items() if key not in known or known[key] != value}
            edits += [Set(("states", uid, key), value) for key, value in changed.items()]
        else:
            edits.append(Set(("states", uid), dict(fields)))
    return tuple(edits)


def forget(design: Design, uids: Iterable[str]) -> tuple[Edit, ...]:
    """Say nothing of these states any more."""
    states = design.fields.get("states")
    known = states if isinstance(states, dict) else {}
    return tuple(Remove(("states", uid)) for uid in uids if uid in known)


def standing(context: Context, scope_id: str) -> dict[str, Box]:
    """The boxes of one scope's states, by uid."""
    return {box.id: box for box in context.scene.boxes.values() if box.parent == scope_id and box.state}


def _plain(number: float) -> Json:
    return int(number) if number == int(number) else number
