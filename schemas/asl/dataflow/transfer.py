"""The shapes that one state hands on: to its successors, to the scopes inside of it, and out of its scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from schemas.asl.dataflow import jsonata, jsonpath
from schemas.asl.dataflow.access import data_path, known, put
from schemas.asl.dataflow.environment import Environment, Values
from schemas.asl.dataflow.results import result_of
from schemas.asl.dataflow.shapes import (
    ANYTHING,
    EMPTY,
    TEXT,
    ListOf,
    Shape,
    record,
    settled,
    shape_of,
)
from schemas.asl.dataflow.tested import tested_paths
from schemas.asl.expressions.path import is_reference_path
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.walk import State, Transition
from schemas.core.coerce import mapping
from schemas.core.paths import Json

ERROR_OUTPUT = record(Error=TEXT, Cause=TEXT)
"""The shape that a catcher hands on in place of a result."""

Inside = Callable[[State, Shape, Environment], Shape]
"""Analyses the scopes inside of a Map or Parallel from the shape of their input; gives that of the result."""

_ITEM_FIELDS = ("ItemSelector", "Parameters")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The output of a state and its environment afterwards."""

    output: Shape
    environment: Environment


@dataclass(frozen=True)
class Visit:
    """One state with the shapes of its values.

    `effective` is what InputPath leaves of the input, `combined` what OutputPath selects from.
    """

    state: State
    values: Values
    effective: Shape
    combined: Shape
    output: Shape
    environment: Environment
    item: Shape = ANYTHING

    @property
    def within(self) -> Environment:
        """The environment of the fields of the state itself: that of a Map knows its item, too."""
        environment = self.values.environment
        return replace(environment, item=self.item) if self.state.type == "Map" else environment

    @property
    def result(self) -> Shape:
        """The shape of the state's result."""
        return self.values.result

    def along(self, step: Transition) -> Outgoing:
        """The shapes that go along a transition."""
        if step.kind == "catch":
            return self._caught(step.fields)
        if self.state.type != "Choice":
            return Outgoing(self.output, self.environment)
        return self._chosen(step)

    def _chosen(self, step: Transition) -> Outgoing:
        """The shapes that a Choice hands on: a field that it tests is there, and no path is certain."""
        output = settled(self.output)
        environment = self.environment
        if self.state.language == "JSONata":
            is_rule = step.kind == "choice"
            if is_rule:
                environment = self.values.environment.assigned(_assigned(step.fields, self.values))
            if is_rule and "Output" in step.fields:
                output = jsonata.template(step.fields["Output"], self.values)
            elif is_rule and "Output" in self.state.fields:
                output = ANYTHING
        elif step.kind == "choice":
            environment = self.values.environment.assigned(dict.fromkeys(_names(step.fields), ANYTHING))
        for path in tested_paths(self.state):
            output = known(output, path)
        return Outgoing(output, environment)

    def _caught(self, fields: Mapping[str, Json]) -> Outgoing:
        if self.state.language == "JSONata":
            values = replace(self.values, error=ERROR_OUTPUT, result=ANYTHING)
            output = jsonata.template(fields["Output"], values) if "Output" in fields else ERROR_OUTPUT
            return Outgoing(output, values.environment.assigned(_assigned(fields, values)))
        output = _with_result(self.values.input, fields.get("ResultPath", "$"), ERROR_OUTPUT)
        assigned = dict.fromkeys(_names(fields), ANYTHING)
        return Outgoing(output, self.values.environment.assigned(assigned))


def visit(state: State, input: Shape, environment: Environment, inside: Inside) -> Visit:
    """Carry a state out on shapes; `inside` carries out what is inside of it."""
    if state.language == "JSONata":
        return _jsonata(state, input, environment, inside)
    return _jsonpath(state, input, environment, inside)


def _jsonpath(state: State, input: Shape, environment: Environment, inside: Inside) -> Visit:
    fields = state.fields
    raw = Values(input, environment)
    effective = _filtered(fields.get("InputPath", "$"), raw)
    within = Values(effective, environment)
    passed = jsonpath.payload(fields["Parameters"], within) if _has_payload(state) else effective
    result = _result_jsonpath(state, passed, within, inside)
    combined = effective
    if state.type in ("Task", "Pass", "Map", "Parallel"):
        selected = result
        if "ResultSelector" in fields:
            selected = jsonpath.payload(fields["ResultSelector"], Values(result, environment))
        base = input if fields.get("InputPath", "$") == "$" else ANYTHING
        combined = _with_result(base, fields.get("ResultPath", "$"), selected)
    output = _filtered(fields.get("OutputPath", "$"), Values(combined, environment))
    after = environment.assigned(dict.fromkeys(_names(fields), ANYTHING))
    item = _item(state, within)
    return Visit(state, replace(raw, result=result), effective, combined, output, after, item)


def _has_payload(state: State) -> bool:
    return "Parameters" in state.fields and state.type in ("Task", "Pass", "Parallel")


def _result_jsonpath(state: State, passed: Shape, within: Values, inside: Inside) -> Shape:
    fields = state.fields
    if state.type == "Task":
        return result_of(state)
    if state.type == "Pass":
        return shape_of(fields["Result"]) if "Result" in fields else passed
    if state.type == "Parallel":
        return inside(state, passed, within.environment)
    if state.type != "Map":
        return ANYTHING
    item = _item(state, within)
    environment = replace(within.environment, item=item)
    selector = next((fields[name] for name in _ITEM_FIELDS if name in fields), None)
    given = item if selector is None else jsonpath.payload(selector, replace(within, environment=environment))
    return _mapped(state, given, environment, inside)


def _jsonata(state: State, input: Shape, environment: Environment, inside: Inside) -> Visit:
    fields = state.fields
    values = Values(input, environment)
    result = _result_jsonata(state, values, inside)
    values = replace(values, result=result)
    has_result = state.type in ("Task", "Map", "Parallel")
    output = result if has_result else input
    if "Output" in fields:
        output = jsonata.template(fields["Output"], values)
    after = environment.assigned(_assigned(fields, values))
    return Visit(state, values, input, output, output, after, _item(state, values))


def _result_jsonata(state: State, values: Values, inside: Inside) -> Shape:
    fields = state.fields
    if state.type == "Task":
        return result_of(state)
    if state.type == "Parallel":
        given = jsonata.template(fields["Arguments"], values) if "Arguments" in fields else values.input
        return inside(state, given, values.environment)
    if state.type != "Map":
        return ANYTHING
    item = _item(state, values)
    environment = replace(values.environment, item=item)
    within = replace(values, environment=environment)
    given = jsonata.template(fields["ItemSelector"], within) if "ItemSelector" in fields else item
    return _mapped(state, given, environment, inside)


def _mapped(state: State, given: Shape, environment: Environment, inside: Inside) -> Shape:
    """The result of a Map whose processor is given this; its children in other executions know no more."""
    if "ItemBatcher" in state.fields:
        given = ANYTHING
    if is_distributed(processor_of(state.fields)):
        environment = Environment(ANYTHING)
    result = inside(state, given, environment)
    return ANYTHING if "ResultWriter" in state.fields else result


def _item(state: State, values: Values) -> Shape:
    """The shape of an item of a Map; unknown where it comes from a file, and for any other state."""
    fields = state.fields
    if state.type != "Map" or "ItemReader" in fields:
        return ANYTHING
    if state.language == "JSONPath":
        items = _filtered(fields.get("ItemsPath", "$"), values)
    else:
        items = jsonata.template(fields["Items"], values) if "Items" in fields else values.input
    return items.item if isinstance(items, ListOf) else ANYTHING


def _filtered(path: Json, values: Values) -> Shape:
    """The shape that InputPath, OutputPath or ItemsPath selects; null selects an empty object."""
    return EMPTY if path is None else jsonpath.computed(path, values)


def _with_result(raw: Shape, path: Json, result: Shape) -> Shape:
    """The shape of the input with the result at ResultPath; null discards the result."""
    if path is None:
        return raw
    if not isinstance(path, str) or not is_reference_path(path):
        return ANYTHING
    steps = data_path(path)
    return put(raw, steps.steps, result) if steps.is_whole else ANYTHING


def _names(fields: Mapping[str, Json]) -> list[str]:
    return [key.removesuffix(".$") for key in mapping(fields.get("Assign"))]


def _assigned(fields: Mapping[str, Json], values: Values) -> dict[str, Shape]:
    assign = fields.get("Assign")
    if not isinstance(assign, dict):
        return {}
    return {name: jsonata.template(value, values) for name, value in assign.items()}
