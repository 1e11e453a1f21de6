"""Copies of a JSON value with one of its members set or removed."""

from __future__ import annotations

from collections.abc import Sequence

from designer.workspace.actions.shared.context import ActionRefused
from schemas.core.paths import Json, Path


def with_value(value: Json, path: Path, new: Json, orders: Sequence[Sequence[str]]) -> Json:
    """A copy of `value` with `new` at `path`; `orders` has the order of the keys for each step of the path.

    Missing objects on the path are created. Raises `ActionRefused` where an item of a list was removed.
    """
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        if not isinstance(value, list) or step >= len(value):
            raise ActionRefused("action-gone")
        changed = with_value(value[step], rest, new, orders[1:])
        return [*value[:step], changed, *value[step + 1 :]]
    fields = value if isinstance(value, dict) else {}
    return _with_key(fields, step, with_value(fields.get(step), rest, new, orders[1:]), orders[0])


def without_value(value: Json, path: Path, prune: bool) -> Json:
    """A copy of `value` without its member at `path`; with `prune` also without the objects left empty."""
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        changed = [without_value(value[step], rest, prune)] if rest else []
        return [*value[:step], *changed, *value[step + 1 :]]
    if not isinstance(value, dict) or step not in value:
        return value
    key = str(step)
    inner = without_value(value[key], rest, prune) if rest else None
    if not rest or (prune and inner == {}):
        return {name: item for name, item in value.items() if name != key}
    return {name: inner if name == key else item for name, item in value.items()}


def _with_key(fields: dict[str, Json], name: str, value: Json, order: Sequence[str]) -> dict[str, Json]:
    """`fields` with `name` set; a new key goes where `order` has it, or last where `order` lacks it."""
    later = set(order[order.index(name) + 1 :]) if name in order else set()
    keys = list(fields)
    if name not in fields:
        keys.insert(next((at for at, key in enumerate(keys) if key in later), len(keys)), name)
    return {key: value if key == name else fields[key] for key in keys}
