"""The arguments of a Task's call, each with the parameter type that the service expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from schemas.asl.services import SDK, Integration, ParameterType, integration, parameters
from schemas.asl.state_cache import cached_on_state
from schemas.asl.template_functions import text_of
from schemas.asl.walk import State
from schemas.core.did_you_mean import names_of
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

PATH = ".$"
_Value = tuple[Path, Json, ParameterType]


@dataclass(frozen=True, slots=True)
class Argument:
    """A value in the arguments, its path, and the type that the service expects there.

    For a type of the kind "object", `keys` maps each given member to its key in the definition, and `unknown`
    are the keys that are no members.
    """

    path: Path
    value: Json
    type: ParameterType
    keys: Mapping[str, str]
    unknown: tuple[str, ...]


def resource_of(state: State) -> str:
    """The text of the Task's Resource, also where a function makes it; "" if it is not known."""
    return text_of(state.fields.get("Resource")) or ""


def resource_for(state: State, arn: str) -> Json:
    """The value of the Resource that has the text `arn`: a function, where the Task's is one."""
    return arn if isinstance(state.fields.get("Resource"), str) else {"Fn::Sub": arn}


@cached_on_state
def integration_of(state: State) -> Integration | None:
    """The integration that the Task calls; None if its Resource is something else."""
    return integration(resource_of(state))


def arguments_field(state: State) -> tuple[str, Json]:
    """The name of the field with the arguments of the call, and its value; None if the field is absent."""
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    return field, state.fields.get(field)


def arguments_of(state: State) -> Iterator[Argument]:
    """The constant arguments of the Task at all depths, outer before inner; none for an unknown action."""
    return (argument for argument in all_arguments(state) if not is_computed(argument.value))


def all_arguments(state: State) -> Iterator[Argument]:
    """The arguments of the Task at all depths, also those that are set at deployment or at run time."""
    field, value = arguments_field(state)
    call = None if value is None else integration_of(state)
    if call is None:
        return
    type = parameters(call.service, call.action)
    if type is not None:
        yield from _within(value, (*state.path, field), type, call.service.startswith(SDK))


def _within(value: Json, path: Path, type: ParameterType, exact: bool) -> Iterator[Argument]:
    waiting = [(path, value, type)]
    while waiting:
        path, value, type = waiting.pop()
        if is_computed(value) or not isinstance(value, dict | list):
            yield Argument(path, value, type, {}, ())
            continue
        keys = _keys(value, type, exact) if type.kind == "object" and isinstance(value, dict) else {}
        unknown = () if len(keys) == len(value) else _unknown(value, type, keys)
        yield Argument(path, value, type, keys, unknown)
        if type.kind != "any":
            waiting.extend(reversed(list(_inner(path, value, type, keys))))


def nearest_member(type: ParameterType, key: str) -> str | None:
    """The member that a misspelt key (with or without `.$`) means; None if it is not clear."""
    return names_of(type.names).nearest(key.removesuffix(PATH))


def is_computed(value: Json) -> bool:
    """True if the value is set at deployment (a placeholder) or at run time (JSONata), or is null."""
    return value is None or is_placeholder(value) or (isinstance(value, str) and value.startswith("{%"))


def _keys(value: dict[str, Json], type: ParameterType, exact: bool) -> dict[str, str]:
    """The key of each given member. Optimized integrations ignore the case of letters."""
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
