"""The placeholders by which a workflow names its Lambda functions and its tables of DynamoDB."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporters.permissions.call import read_call
from exporters.substitutions import PLACEHOLDER
from schemas.asl.services.arguments import arguments_field, resource_of
from schemas.asl.walk import State, states, values
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

Keys = tuple[tuple[str, str], ...]
"""The attributes of a table's key with their types (`S`, `N`, `B`): the partition key, then the sort key."""

_TYPES = ("S", "N", "B")


@dataclass(slots=True)
class Uses:
    """The states that call each function, and the keys of each table, by placeholder.

    A placeholder that stands anywhere else as well, or in a longer text, is in neither.
    """

    functions: dict[str, list[State]] = field(default_factory=dict)
    tables: dict[str, Keys] = field(default_factory=dict)


def uses_of(definition: Json) -> Uses:
    """Return the uses of functions and tables in a definition; a table whose key is not known is left out."""
    found = Uses()
    counts: Counter[str] = Counter()
    for state in states(definition):
        function = _function(state)
        if function:
            counts[function] += 1
            found.functions.setdefault(function, []).append(state)
        for table, key in _tables(state):
            counts[table] += 1
            found.tables[table] = found.tables.get(table) or key
    everywhere = Counter(
        name
        for path, value in values(definition, ())
        for part in (str(path[-1]) if path else "", value)
        for name in (PLACEHOLDER.findall(part) if isinstance(part, str) else ())
    )
    alone = {name for name, count in counts.items() if everywhere[name] == count}
    found.functions = {name: each for name, each in found.functions.items() if name in alone}
    found.tables = {name: key for name, key in found.tables.items() if name in alone and key}
    for name in found.functions.keys() & found.tables.keys():
        del found.functions[name], found.tables[name]
    return found


def _function(state: State) -> str:
    """The placeholder of the function that a state calls; "" for none."""
    call = read_call(state) if state.type == "Task" else None
    if call is not None:
        is_call = call.service == "lambda" and call.action == "invoke"
        return _whole(call.parameters.get("FunctionName")) if is_call else ""
    return _whole(resource_of(state)) if state.type == "Task" else ""


def _tables(state: State) -> Iterator[tuple[str, Keys]]:
    """The placeholder of each table in a call of DynamoDB, with the key that is given beside it."""
    call = read_call(state) if state.type == "Task" else None
    if call is None or call.service != "dynamodb":
        return
    for _, value in values(arguments_field(state)[1], ()):
        name = _whole(mapping(value).get("TableName"))
        if name:
            yield name, _keys(mapping(value).get("Key"))


def _whole(value: Json) -> str:
    found = PLACEHOLDER.fullmatch(text(value))
    return "" if found is None or found[1].startswith("AWS::") else found[1]


def _keys(value: Json) -> Keys:
    found = tuple((name, _type(each)) for name, each in mapping(value).items())
    return found if 1 <= len(found) <= 2 and all(type for _, type in found) else ()


def _type(value: Json) -> str:
    """The type of an attribute's value: `S` of `{"S.$": "$.id"}`; "" where it is not known."""
    keys = [key.removesuffix(".$") for key in mapping(value)]
    return keys[0] if len(keys) == 1 and keys[0] in _TYPES else ""
