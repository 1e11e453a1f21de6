"""The kinds of construct that the placeholders of a definition stand for, by the calls that name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporters.formats.cdk.kinds import BUCKET, BY_FIELD, FUNCTION, Kind
from exporters.permissions.call import read_call
from exporters.substitutions import PLACEHOLDER
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State, states, values
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json, Path

_NESTED = ("dynamodb", "events", "eventbridge")
"""Services whose calls name what they are about in the items of a list."""


@dataclass
class Uses:
    """The uses of one placeholder: the kinds of construct that it stands for as a whole, and all others.

    `needs_arn` is true if one of its places takes an ARN only, `elsewhere` if one names no construct.
    """

    kinds: list[Kind] = field(default_factory=list)
    needs_arn: bool = False
    elsewhere: bool = False


def uses(definition: Json) -> dict[str, Uses]:
    """Return the uses of each placeholder of a definition by its name."""
    found: dict[str, Uses] = {}
    named = {path: kind for state in states(definition) for path, kind in _named(state)}
    for path, value in values(definition, ()):
        for match in PLACEHOLDER.finditer(value) if isinstance(value, str) else ():
            use = found.setdefault(match[1], Uses())
            if path not in named or match[0] != value:
                use.elsewhere = True
                continue
            if named[path] not in use.kinds:
                use.kinds.append(named[path])
            use.needs_arn |= path[-1] == "Resource"
    return found


def _named(state: State) -> Iterator[tuple[Path, Kind]]:
    """Yield the paths of the texts that name constructs in a Task, or in the reader and writer of a Map."""
    passed = "Arguments" if state.language == "JSONata" else "Parameters"
    if state.type == "Map":
        for part in ("ItemReader", "ResultWriter"):
            if ":s3:" in text(mapping(state.fields.get(part)).get("Resource")):
                yield (*state.path, part, passed, "Bucket"), BUCKET
    if state.type != "Task":
        return
    if PLACEHOLDER.fullmatch(resource_of(state)):
        yield (*state.path, "Resource"), FUNCTION
    call = read_call(state)
    for path, _ in values(call.parameters, (*state.path, passed)) if call else ():
        kind = BY_FIELD.get((call.service, str(path[-1]))) if call else None
        is_nested = len(path) > len(state.path) + 2
        if kind and call and (not is_nested or call.service in _NESTED):
            yield path, kind
