"""The input contract of a workflow as a person edits it: fields in their order, examples as text."""

from __future__ import annotations

import json

from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sidecar.operations_card import Values
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path, value_at
from schemas.document.json.writer import write_json
from schemas.sidecar.example_input import example_input, sample_fields
from schemas.sidecar.input_contract import read_input_contract
from schemas.sidecar.workflow import Workflow

FIELDS: Path = ("input", "fields")
"""The place of the fields in the sidecar."""


def written_fields(design: Json) -> dict[str, Json]:
    """The fields of the contract in a sidecar as they are written, by path."""
    return mapping(value_at(design, FIELDS)[1])


def renamed_field(fields: dict[str, Json], index: int, path: str) -> Values:
    """The contract with another path at `index`, or with one field more; "" takes the field away.

    Raises `ActionRefused` for a path that another field has.
    """
    path = path.strip().removeprefix("$.")
    names = list(fields)
    if path in fields and names.index(path) != index:
        raise ActionRefused("input-field-taken", path=path)
    entries = list(fields.items())
    entries[index : index + 1] = [(path, fields[names[index]] if index < len(names) else {})] if path else []
    return {FIELDS: dict(entries) or None}


def changed_field(fields: dict[str, Json], index: int, name: str, value: Json) -> Values:
    """The contract with another value in a field; None removes the value, the field stays.

    Raises `ActionRefused` for a field without a path.
    """
    if index >= len(fields):
        raise ActionRefused("input-field-without-path")
    path = list(fields)[index]
    entry = {key: item for key, item in mapping(fields[path]).items() if key != name or value is not None}
    return {FIELDS: {**fields, path: entry if value is None else {**entry, name: value}}}


def example_text(example: Json, type: str) -> str:
    """The text of an example, of which `example_value` makes the value again; "" for none."""
    if example is None:
        return ""
    if isinstance(example, str) and (type == "string" or example_value(example, type) == example):
        return example
    return write_json(example).strip()


def example_value(typed: str, type: str) -> Json:
    """The value of a typed example: JSON where it is some, unless a text is wanted; None for ""."""
    typed = typed.strip()
    if type == "string" or not typed:
        return typed or None
    try:
        value: Json = json.loads(typed, parse_constant=str)
    except (ValueError, RecursionError):
        return typed
    return value


def taken_over(workflow: Workflow, sample: Json) -> Values:
    """The contract with the fields of a sample input that it lacks, and with the examples that are missing.

    Raises `ActionRefused` for a sample without fields.
    """
    found = sample_fields(sample)
    if not found:
        raise ActionRefused("input-sample-empty")
    known = written_fields(workflow.design.document.value)
    entries: dict[str, Json] = dict(known)
    for path, field in found.items():
        entries[path] = {**field, **mapping(known.get(path))}
    return {FIELDS: entries}


def example_sample(workflow: Workflow, name: str) -> Values:
    """The example input of the contract as a sample of that name. Raises `ActionRefused` without fields."""
    contract = read_input_contract(workflow.design)
    if not contract:
        raise ActionRefused("input-contract-empty")
    return {("samples", name): {"input": example_input(contract)}}
