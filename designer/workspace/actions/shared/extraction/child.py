"""The child: the definition and the sidecar of the states that become a workflow of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.extraction.handed import (
    PARENT_EXECUTION,
    Handed,
    reading_parent,
    refuse_uncertain,
)
from designer.workspace.actions.shared.extraction.part import Part
from schemas.asl.machine import Machine
from schemas.asl.names import unique
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove
from schemas.core.paths import Json, value_at
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.conversion import converted, value_of
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

INPUT, OUTPUT, VARIABLES = "input", "output", "variables"
"""The members of what a child with variables is started with, and gives back."""

_PLACEHOLDER = re.compile(r"\$\{([^{}]*)\}")
_OF_THE_MACHINE = ("QueryLanguage", "TimeoutSeconds", "Version")
_SETTINGS = ("region", "tracing", "cdkConstructs", "logging", "kmsKey", "tags")


def child_of(context: Context, part: Part, handed: Handed, name: str, opening: str, closing: str) -> Workflow:
    """The child `name`; it begins and ends with the states `opening` and `closing` if it has variables.

    Raises `ActionRefused` where it may end without a variable that the parent reads.
    """
    states = _states(context, part, handed)
    taken = {state.name for state in part.inside}
    start = part.start.name
    if handed.is_wrapped:
        opening = unique(opening, taken)
        states = {opening: _opening(handed, start), **states}
        start = opening
    joins = bool(handed.back) or any(edge.kind != "next" for edge in part.exits)
    closing = unique(closing, {*taken, opening})
    if part.exits:
        _end(states, part, closing if joins else None)
    if part.exits and joins:
        states[closing] = _closing(handed)
    machine = {key: context.definition[key] for key in _OF_THE_MACHINE if key in context.definition}
    definition: dict[str, Json] = {"Comment": name, **machine, "StartAt": start, "States": states}
    if handed.back:
        refuse_uncertain(Machine.of(definition, "STANDARD"), closing, handed.back)
    document = converted(Document.parse(write_json(definition), "json"), context.workflow.document.format)
    return Workflow(name, document, _sidecar(context, part, name, document.text))


def _states(context: Context, part: Part, handed: Handed) -> dict[str, Json]:
    """The states as they are, without the catchers that lead out."""
    edits: list[Edit] = list(reading_parent(part)) if handed.execution else []
    catching = sorted(part.catching, key=lambda edge: edge.index or 0, reverse=True)
    edits += [Remove(edge.field[:-1]) for edge in catching]
    document = context.workflow.document.apply(*edits).document if edits else context.workflow.document
    value = value_of(document)
    found: dict[str, Json] = {}
    for state in part.states:
        fields = deepcopy(mapping(value_at(value, state.path)[1]))
        if fields.get("Catch") == []:
            del fields["Catch"]
        found[state.name] = fields
    return found


def _end(states: dict[str, Json], part: Part, closing: str | None) -> None:
    """Lead the exits of the part to the state `closing`, or end the child there."""
    for edge in part.exits:
        fields = mapping(states[str(edge.source.path[-1])])
        if closing is None:
            del fields["Next"]
            fields["End"] = True
        elif edge.index is not None:
            choices = fields["Choices"]
            rule = choices[edge.index] if isinstance(choices, list) else None
            mapping(rule)["Next"] = closing
        else:
            fields["Default" if edge.kind == "default" else "Next"] = closing


def _opening(handed: Handed, start: str) -> Json:
    """A state that takes the variables out of the child's input."""
    names = [*handed.given, *([PARENT_EXECUTION] if handed.execution else [])]
    return {
        "Type": "Pass",
        "QueryLanguage": "JSONata",
        "Assign": {name: f"{{% $states.input.{VARIABLES}.{name} %}}" for name in names},
        "Output": f"{{% $states.input.{INPUT} %}}",
        "Next": start,
    }


def _closing(handed: Handed) -> Json:
    """A state that hands the output over, with the variables that the parent reads."""
    fields: dict[str, Json] = {"Type": "Pass", "QueryLanguage": "JSONata"}
    if handed.back:
        variables: dict[str, Json] = {name: f"{{% ${name} %}}" for name in handed.back}
        fields["Output"] = {OUTPUT: "{% $states.input %}", VARIABLES: variables}
    return {**fields, "End": True}


def _sidecar(context: Context, part: Part, name: str, text: str) -> Design:
    """The sidecar of the child: its states' entries, and the settings of the deployment that it needs."""
    design = context.workflow.design
    entries = mapping(design.fields.get("states"))
    states: dict[str, Json] = {}
    for state in part.inside:
        uid = context.identity.uids[state.path]
        if uid in entries:
            states[uid] = _entry(mapping(entries[uid]), state.scope.path == part.scope.path)
    deployment = _deployment(mapping(design.fields.get("deployment")), text)
    sidecar: dict[str, Json] = {"version": 1, "title": name}
    sidecar |= {"states": states} if states else {}
    sidecar |= {"deployment": deployment} if deployment else {}
    return Design(Document.parse(write_json(sidecar), "json"))


def _entry(entry: Mapping[str, Json], is_outermost: bool) -> Json:
    """The entry of a state; one that was in the part's scope is in the outermost one now, without a place."""
    if not is_outermost:
        return dict(entry)
    return {key: value for key, value in entry.items() if key not in ("scope", "position", "card")}


def _deployment(deployment: Mapping[str, Json], text: str) -> dict[str, Json]:
    kept = {key: deployment[key] for key in _SETTINGS if key in deployment}
    used = set(_PLACEHOLDER.findall(text))
    substitutions = mapping(deployment.get("substitutions"))
    needed: dict[str, Json] = {key: value for key, value in substitutions.items() if key in used}
    return {**kept, **({"substitutions": needed} if needed else {})}
