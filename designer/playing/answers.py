"""Answers to a state that asks somebody: one for each rule of the Choice behind it that reads the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from schemas.asl.graph import Edge, Graph
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json

_RESULT = re.compile(r"\$states\.result\.(\w+(?:\.\w+)*)")
_EQUATION = re.compile(
    r"(\$states\.input(?:\.\w+)+|\$\w+)\s*=\s*('[^']*'|\"[^\"]*\"|true\b|false\b|-?\d+(?:\.\d+)?)"
)
_OPERATORS = ("StringEquals", "NumericEquals", "BooleanEquals")


def suggested_answers(graph: Graph, state: State) -> list[tuple[Edge, Json]]:
    """The edges of the Choice behind a state, each with an answer by which it is taken.

    Only equations with constants are understood; a rule may ask for more than its answer.
    """
    behind = [edge.target for edge in graph.leaving(state.path) if edge.kind == "next"]
    choice = next((each for each in behind if each is not None and each.type == "Choice"), None)
    if choice is None:
        return []
    places = _places(state)
    found: list[tuple[Edge, Json]] = []
    for edge in graph.leaving(choice.path):
        equations = _equations(edge.fields) if edge.kind == "choice" else ()
        answer: dict[str, Json] = {}
        for place, constant in equations:
            path = _path_in_result(places, place)
            if path is not None:
                _put(answer, path, constant)
        if answer:
            found.append((edge, answer))
    return found


def _places(state: State) -> dict[str, str]:
    """The places where the state behind finds the result, each with the path in it; "" is all of it."""
    return _jsonata_places(state.fields) if state.language == "JSONata" else _jsonpath_places(state.fields)


def _jsonata_places(fields: Mapping[str, Json]) -> dict[str, str]:
    found = {f"${name}": path for name, path in _parts(mapping(fields.get("Assign")))}
    if "Output" not in fields:
        return {**found, "$states.input": ""}
    return {**found, **{f"$states.input.{name}": path for name, path in _parts(mapping(fields["Output"]))}}


def _parts(template: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """The members of a template that read one part of the result."""
    for name, value in template.items():
        paths = set(_RESULT.findall(value)) if isinstance(value, str) else set()
        if len(paths) == 1:
            yield name, paths.pop()


def _jsonpath_places(fields: Mapping[str, Json]) -> dict[str, str]:
    found = {
        f"${name.removesuffix('.$')}": value[2:]
        for name, value in mapping(fields.get("Assign")).items()
        if isinstance(value, str) and value.startswith("$.")
    }
    path = fields.get("ResultPath", "$")
    if isinstance(path, str) and "ResultSelector" not in fields and "OutputPath" not in fields:
        found[path] = ""
    return found


def _equations(rule: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    """The places that a rule compares, each with the constant that it is to be equal to."""
    condition = rule.get("Condition")
    if isinstance(condition, str):
        for place, constant in _EQUATION.findall(condition):
            yield place, constant[1:-1] if constant[0] in "'\"" else json.loads(constant)
    variable = rule.get("Variable")
    for operator in _OPERATORS:
        if isinstance(variable, str) and operator in rule:
            yield variable, rule[operator]
    both = rule.get("And")
    for inner in both if isinstance(both, list) else ():
        yield from _equations(mapping(inner))


def _path_in_result(places: Mapping[str, str], place: str) -> list[str] | None:
    """The steps in the result to what stands at a place; None where the result is not there."""
    for known, path in places.items():
        if place == known or place.startswith(f"{known}."):
            steps = [*path.split("."), *place[len(known) :].split(".")]
            return [step for step in steps if step] or None
    return None


def _put(answer: dict[str, Json], path: list[str], value: Json) -> None:
    for step in path[:-1]:
        inner = answer.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        answer = inner
    answer[path[-1]] = value
