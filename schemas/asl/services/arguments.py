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
_Value = tuple[Path, Json, ParameterType]


@dataclass(frozen=True, slots=True)
class Argument:
    """A value that is fixed in the definition: where it stands, what it is, what the call takes there.

    `keys` has, for an "object", the key that gives each member; `unknown` are the keys that give none.
    """

    path: Path
    value: Json
    type: ParameterType
    keys: Mapping[str, str]
    unknown: tuple[str, ...]


def integration_of(state: State) -> Integration | None:
    """What the Task calls; None where its Resource is no integration."""
    return integration(text(state.fields.get("Resource")))


def arguments_field(state: State) -> tuple[str, Json]:
    """The field that holds what the Task gives to the call, and its value (None where it gives its input)."""
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    return field, state.fields.get(field)


def arguments_of(state: State) -> Iterator[Argument]:
    """Every value that the Task gives to a known call, where it is known before a run; outer before inner."""
    resource = integration_of(state)
    field, value = arguments_field(state)
    if resource is None or value is None:
        return
    takes = parameters(resource.service, resource.action)
    if takes is not None:
        yield from _within(value, (*state.path, field), takes, resource.service.startswith(SDK))


def _within(value: Json, path: Path, takes: ParameterType, exact: bool) -> Iterator[Argument]:
    waiting = [(path, value, takes)]
    while waiting:
        path, value, type = waiting.pop()
        if is_computed(value):
            continue
        if not isinstance(value, dict | list):
            yield Argument(path, value, type, {}, ())
            continue
        keys = _keys(value, type, exact) if type.kind == "object" and isinstance(value, dict) else {}
        unknown = () if len(keys) == len(value) else _unknown(value, type, keys)
        yield Argument(path, value, type, keys, unknown)
        if type.kind != "any":
            waiting.extend(reversed(list(_inner(path, value, type, keys))))


def nearest_member(type: ParameterType, key: str) -> str | None:
    """The member that a misspelt key can only mean, given by a path or not; None where there is none."""
    return names_of(type.names).nearest(key.removesuffix(PATH))


def is_computed(value: Json) -> bool:
    """True if the value is known only when the machine is deployed, or runs."""
    return value is None or is_placeholder(value) or (isinstance(value, str) and value.startswith("{%"))


def _keys(value: dict[str, Json], type: ParameterType, exact: bool) -> dict[str, str]:
    """The key of each member that is given. Optimized integrations are known to be spelt in two ways."""
    found = {}
    for key in value:
        bare = key.removesuffix(PATH)
        if type.has(bare):
            found[bare] = key
        elif not exact and bare.lower() in (names := _lowered(type.names)):
            found[names[bare.lower()]] = key
    return found


@lru_cache(maxsize=256)
def _lowered(names: tuple[str, ...]) -> dict[str, str]:
    return {name.lower(): name for name in names}


def _unknown(value: Json, type: ParameterType, keys: Mapping[str, str]) -> tuple[str, ...]:
    if not isinstance(value, dict) or type.kind != "object":
        return ()
    taken = set(keys.values())
    return tuple(key for key in value if key not in taken)


def _inner(path: Path, value: Json, type: ParameterType, keys: Mapping[str, str]) -> Iterator[_Value]:
    if isinstance(value, list) and type.kind == "list":
        yield from (((*path, index), item, type.inner) for index, item in enumerate(value))
    if isinstance(value, dict) and type.kind == "map":
        yield from (((*path, key), value[key], type.inner) for key in value if not key.endswith(PATH))
    if isinstance(value, dict):
        for member, key in keys.items():
            if not key.endswith(PATH):
                yield (*path, key), value[key], type.member(member)
