"""Changes of one state's fields that leave everything else in the text as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from schemas.asl.walk import State
from schemas.core.paths import Json, Path
from schemas.document.differences import differences
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow


def located(workflow: Workflow, uid: str) -> State | None:
    """The state `uid` as it stands in `workflow`; None where it is gone."""
    return identify(workflow.document.value, workflow.design).states.get(uid)


def revised(workflow: Workflow, uid: str, revise: Callable[[State], Json]) -> Change:
    """The change that makes the state `uid` what `revise` says; nothing where the state is gone."""
    state = located(workflow, uid)
    if state is None:
        return Change()
    return Change(tuple(differences(state.fields, revise(state), state.path)))


def without(state: State, name: str) -> dict[str, Json]:
    """The state's fields without `name`."""
    return {key: value for key, value in state.fields.items() if key != name}


def value_at(value: Json, path: Path) -> tuple[bool, Json]:
    """Whether something stands at `path` in `value`, and what."""
    for step in path:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return False, None
    return True, value


def placed(value: Json, path: Path, new: Json, orders: Sequence[Sequence[str]]) -> Json:
    """`value` with `new` at `path`; `orders` has the order of the keys beside each step of the path.

    Objects on the way are made where they are missing; a list has only the places that it has.
    """
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        if not isinstance(value, list) or step >= len(value):
            return value
        return [placed(item, rest, new, orders[1:]) if at == step else item for at, item in enumerate(value)]
    fields = value if isinstance(value, dict) else {}
    return _given(fields, step, placed(fields.get(step), rest, new, orders[1:]), orders[0])


def cleared(value: Json, path: Path, prune: bool) -> Json:
    """`value` without what stands at `path`; if it is to `prune`, without an object that is emptied by it."""
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        kept = [] if not rest else [cleared(value[step], rest, prune)]
        return [*value[:step], *kept, *value[step + 1 :]]
    if not isinstance(value, dict) or step not in value:
        return value
    key = str(step)
    inner = cleared(value[key], rest, prune) if rest else None
    if not rest or (prune and inner == {}):
        return {name: item for name, item in value.items() if name != key}
    return {name: inner if name == key else item for name, item in value.items()}


def _given(fields: dict[str, Json], name: str, value: Json, order: Sequence[str]) -> dict[str, Json]:
    """`fields` with `name` given; a new one stands where `order` has it, last where that doesn't name it."""
    behind = set(order[order.index(name) + 1 :]) if name in order else set()
    keys = list(fields)
    if name not in fields:
        keys.insert(next((at for at, key in enumerate(keys) if key in behind), len(keys)), name)
    return {key: value if key == name else fields[key] for key in keys}
