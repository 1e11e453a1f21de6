"""What a Task gives to the call that it makes, value by value, beside what the call takes there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from schemas.asl.services import SDK, Integration, ParameterType, integration, parameters
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.did_you_mean import names_of
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

PATH = ".$"
_Place = tuple[Path, Json, ParameterType]


@dataclass(frozen=True, slots=True)
class Argument:
    """A value that is fixed in the definition: where it stands, what it is, what the call takes there.

    `keys` has, for an "object", the key that gives each member; `strange` are the keys that give none.
    """

    path: Path
    value: Json
    shape: ParameterType
    keys: Mapping[str, str]
    strange: tuple[str, ...]


def called(state: State) -> Integration | None:
    """What the Task calls; None where its Resource is no integration."""
    return integration(text(state.fields.get("Resource")))


def passed(state: State) -> tuple[str, Json]:
    """The field that holds what the Task gives to the call, and its value (None where it gives its input)."""
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    return field, state.fields.get(field)


def calls(state: State) -> Iterator[Argument]:
    """Every value that the Task gives to a known call, where it is known before a run; outer before inner."""
    resource = called(state)
    field, value = passed(state)
    if resource is None or value is None:
        return
    takes = parameters(resource.service, resource.action)
    if takes is not None:
        yield from _within(value, (*state.path, field), takes, resource.service.startswith(SDK))


def _within(value: Json, path: Path, takes: ParameterType, exact: bool) -> Iterator[Argument]:
    waiting = [(path, value, takes)]
    while waiting:
        path, value, shape = waiting.pop()
        if is_computed(value):
            continue
        if not isinstance(value, dict | list):
            yield Argument(path, value, shape, {}, ())
            continue
        keys = _keys(value, shape, exact) if shape.kind == "object" and isinstance(value, dict) else {}
        strange = () if len(keys) == len(value) else _strange(value, shape, keys)
        yield Argument(path, value, shape, keys, strange)
        if shape.kind != "any":
            waiting.extend(reversed(list(_inner(path, value, shape, keys))))


def nearest(shape: ParameterType, key: str) -> str | None:
    """The member that a misspelt key can only mean, given by a path or not; None where there is none."""
    return names_of(shape.names).nearest(key.removesuffix(PATH))


def is_computed(value: Json) -> bool:
    """Whether the value is known only when the machine is deployed, or runs."""
    return value is None or is_placeholder(value) or (isinstance(value, str) and value.startswith("{%"))


def _keys(value: dict[str, Json], shape: ParameterType, exact: bool) -> dict[str, str]:
    """The key of each member that is given. Optimized integrations are known to be spelt in two ways."""
    found = {}
    for key in value:
        bare = key.removesuffix(PATH)
        if shape.has(bare):
            found[bare] = key
        elif not exact and bare.lower() in (names := _lowered(shape.names)):
            found[names[bare.lower()]] = key
    return found


@lru_cache(maxsize=256)
def _lowered(names: tuple[str, ...]) -> dict[str, str]:
    return {name.lower(): name for name in names}


def _strange(value: Json, shape: ParameterType, keys: Mapping[str, str]) -> tuple[str, ...]:
    if not isinstance(value, dict) or shape.kind != "object":
        return ()
    taken = set(keys.values())
    return tuple(key for key in value if key not in taken)


def _inner(path: Path, value: Json, shape: ParameterType, keys: Mapping[str, str]) -> Iterator[_Place]:
    if isinstance(value, list) and shape.kind == "list":
        yield from (((*path, index), item, shape.inner) for index, item in enumerate(value))
    if isinstance(value, dict) and shape.kind == "map":
        yield from (((*path, key), value[key], shape.inner) for key in value if not key.endswith(PATH))
    if isinstance(value, dict):
        for member, key in keys.items():
            if not key.endswith(PATH):
                yield (*path, key), value[key], shape.member(member)
