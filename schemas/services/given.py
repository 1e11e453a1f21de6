"""What a Task gives to the call that it makes, value by value, beside what the call takes there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.lenient import text
from schemas.nearest import Names
from schemas.paths import Json, Path
from schemas.placeholder import is_placeholder
from schemas.services import SDK, Integration, Shape, integration, parameters
from schemas.walk import State

PATH = ".$"


@dataclass(frozen=True, slots=True)
class Given:
    """A value that is fixed in the definition: where it stands, what it is, what the call takes there.

    `keys` has, for an "object", the key that gives each member; `strange` are the keys that give none.
    """

    path: Path
    value: Json
    shape: Shape
    keys: Mapping[str, str]
    strange: tuple[str, ...]


def called(state: State) -> Integration | None:
    """What the Task calls; None where its Resource is no integration."""
    return integration(text(state.fields.get("Resource")))


def passed(state: State) -> tuple[str, Json]:
    """The field that holds what the Task gives to the call, and its value (None where it gives its input)."""
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    return field, state.fields.get(field)


def calls(state: State) -> Iterator[Given]:
    """Every value that the Task gives to a known call, where it is known before a run; outer before inner."""
    resource = called(state)
    field, value = passed(state)
    takes = parameters(resource.service, resource.action) if resource and value is not None else None
    if resource is None or takes is None:
        return
    by_path = state.language == "JSONPath"
    exact = resource.service.startswith(SDK)
    waiting: list[tuple[Path, Json, Shape]] = [((*state.path, field), value, takes)]
    while waiting:
        path, value, shape = waiting.pop()
        if value is None or is_computed(value):
            continue
        keys = _keys(value, shape, by_path, exact) if isinstance(value, dict) and shape.members else {}
        taken = set(keys.values())
        strange = tuple(key for key in value if key not in taken) if isinstance(value, dict) else ()
        yield Given(path, value, shape, keys, strange)
        waiting.extend(reversed(list(_inner(path, value, shape, keys, by_path))))


def nearest(shape: Shape, key: str) -> str | None:
    """The member that a misspelt key can only mean, given by a path or not; None where there is none."""
    return Names(shape.members).nearest(key.removesuffix(PATH))


def is_computed(value: Json) -> bool:
    """Whether the value is known only when the machine is deployed, or runs."""
    return is_placeholder(value) or (isinstance(value, str) and value.startswith("{%"))


def _keys(value: dict[str, Json], shape: Shape, by_path: bool, exact: bool) -> dict[str, str]:
    """The key of each member that is given. Optimized integrations are known to be spelt in two ways."""
    names = (
        {name: name for name in shape.members} if exact else {name.lower(): name for name in shape.members}
    )
    found = {}
    for key in value:
        bare = key.removesuffix(PATH) if by_path else key
        name = names.get(bare if exact else bare.lower())
        if name is not None:
            found[name] = key
    return found


def _inner(
    path: Path, value: Json, shape: Shape, keys: Mapping[str, str], by_path: bool
) -> Iterator[tuple[Path, Json, Shape]]:
    if isinstance(value, list) and shape.kind == "list":
        yield from (((*path, index), item, shape.inner) for index, item in enumerate(value))
    if not isinstance(value, dict):
        return
    fixed = {key: item for key, item in value.items() if not (by_path and key.endswith(PATH))}
    if shape.kind == "map":
        yield from (((*path, key), item, shape.inner) for key, item in fixed.items())
    for member, key in keys.items():
        if key in fixed:
            yield (*path, key), value[key], shape.member(member)
