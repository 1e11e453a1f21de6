"""Names of the variables that hold states: after the state, or after what it does where that is Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exporters.names import kebab
from schemas.asl.graph import Graph
from schemas.asl.services.arguments import arguments_field, integration_of
from schemas.asl.walk import State, inner_scopes, values
from schemas.core.coerce import mapping, text
from schemas.core.paths import Path

_MOST_WORDS = 6
_VERBS = {
    "deleteItem": "delete",
    "getItem": "get",
    "invoke": "",
    "publish": "publish to",
    "putItem": "put",
    "sendMessage": "send to",
    "startExecution": "start",
    "updateItem": "update",
}
_SUBJECTS = ("FunctionName", "TableName", "TopicArn", "QueueUrl", "StateMachineArn")
_ENDING = re.compile(r"-(function|table|lambda|arn|name|url|state-machine)$")
_CONSTANT = re.compile(r"[A-Za-z][A-Za-z0-9_. -]{2,39}")


class Identifiers:
    """Gives out names, each once: the second like `pay` is `pay2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.lower() for name in taken}

    def new(self, wanted: str) -> str:
        """A name in camel case like the words `wanted`."""
        first, *others = kebab(wanted).split("-")[:_MOST_WORDS]
        name = first + "".join(word.capitalize() for word in others)
        name = name if name[:1].isalpha() else f"state{name.capitalize()}"
        found, number = name, 1
        while found.lower() in self._taken:
            number += 1
            found = f"{name}{number}"
        self._taken.add(found.lower())
        return found


def ids_of(names: Iterable[str]) -> dict[str, str]:
    """The id of the construct of each state by its name: without slashes, and no other's."""
    found = {name: name for name in names if "/" not in name}
    for name in names:
        id = found.get(name) or name.replace("/", "-")
        while name not in found and id in found.values():
            id += "-"
        found.setdefault(name, id)
    return found


def variables_of(order: Iterable[State], graph: Graph, names: Identifiers) -> dict[Path, str]:
    """The variable of each state, by its path; `order` has the states as they are reached."""
    found: dict[Path, str] = {}
    for state in order:
        found[state.path] = names.new(_words(state, graph, found))
    return found


def _words(state: State, graph: Graph, named: Mapping[Path, str]) -> str:
    """The words of a state's name in ASCII; else what it calls, has inside, answers, or comes after."""
    if state.name.isascii() and kebab(state.name):
        return state.name
    if state.type == "Task":
        return _called(state)
    if state.type == "Parallel":
        return " and ".join(_first(state)[:2]) or "parallel"
    if state.type == "Map":
        return " ".join((*_first(state)[:1], "for each"))
    before = (named.get(edge.source.path, "") for edge in graph.arriving(state.path))
    after = next((f"after {name.removeprefix('after')}" for name in before if name), state.type)
    return _constant(state) or (state.type if state.type in ("Succeed", "Fail") else after)


def _called(state: State) -> str:
    """The action and the resource of a call: `get cart` for an item of the table `CartTable`."""
    call = integration_of(state)
    given = mapping(arguments_field(state)[1])
    named = next((text(given.get(name)) for name in _SUBJECTS if name in given), "")
    resource = named if call else text(state.fields.get("Resource"))
    subject = _ENDING.sub("", kebab(resource.rpartition(":")[2]))
    if call is None:
        return subject or "task"
    return f"{_VERBS.get(call.action, call.action)} {subject or call.service.rpartition(':')[2]}"


def _first(state: State) -> list[str]:
    """The words of the first state in each scope inside a state."""
    starts = ((scope, text(scope.fields.get("StartAt"))) for scope in inner_scopes(state))
    inside = [
        State(name, (*scope.path, "States", name), mapping(scope.states.get(name)), scope)
        for scope, name in starts
    ]
    return [_called(each) if each.type == "Task" else each.type for each in inside]


def _constant(state: State) -> str:
    """The first constant that a state gives or fails with: `OUT_OF_STOCK`."""
    given = (state.fields.get(name) for name in ("Error", "Result", "Output"))
    texts = (value for field in given for _, value in values(field, ()) if isinstance(value, str))
    return next((each for each in texts if _CONSTANT.fullmatch(each)), "")
