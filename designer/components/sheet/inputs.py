"""The sheet of the input contract: a row for each field of the input, and an empty one for one more."""

from __future__ import annotations

from dataclasses import dataclass

from designer.base.words import word
from designer.components.sheet.choices import choice_words, chosen
from designer.components.sheet.rows import index_of, row_id
from designer.protocol.sheet import Cell, Column, Row, Sheet
from designer.workspace.analysis import Analysis
from designer.workspace.sidecar.input_fields import (
    FIELDS,
    changed_field,
    example_text,
    example_value,
    renamed_field,
    written_fields,
)
from designer.workspace.sidecar.operations_card import YES, Values
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.sidecar.input_contract import FIELD_TYPES, SENDERS, InputField, read_input_contract

_CHOICES = {"type": FIELD_TYPES, "sentBy": SENDERS, "guarded": (YES,), "optional": (YES,)}
_WIDTHS = {
    "path": 200,
    "type": 100,
    "example": 200,
    "sentBy": 130,
    "guarded": 170,
    "optional": 110,
    "description": 280,
}


@dataclass(frozen=True)
class Inputs:
    """The sheet of the input contract."""

    id: str = "input"

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """A row for each field in the order of the contract, and an empty one."""
        fields = [*read_input_contract(analysis.workflow.design).items(), ("", InputField())]
        return Sheet(
            id=self.id,
            title=word(language, "sheet.input"),
            columns=[
                Column(
                    id=name,
                    title=word(language, f"input.{name}"),
                    help=word(language, f"input.{name}.help"),
                    kind="choice" if name in _CHOICES else "text",
                    options=choice_words(language, f"input.{name}", _CHOICES.get(name, ())),
                    width=width,
                )
                for name, width in _WIDTHS.items()
            ],
            rows=[
                Row(
                    id=row_id("", index),
                    cells=_cells(path, field, language),
                    is_new=index == len(fields) - 1,
                )
                for index, (path, field) in enumerate(fields)
            ],
        )

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The contract with another path, or another value of a field."""
        fields = written_fields(design)
        index = index_of(cell, list(fields), rows)
        if cell.column == "path":
            return renamed_field(fields, index, cell.text)
        value: Json = cell.text.strip() or None
        if cell.column in _CHOICES:
            value = chosen(f"input.{cell.column}", _CHOICES[cell.column], cell.text) or None
            value = True if value == YES else value
        elif cell.column == "example":
            entry = mapping(list(fields.values())[index]) if index < len(fields) else {}
            value = example_value(cell.text, str(entry.get("type", "")))
        if value is None and index >= len(fields):
            return {}
        return changed_field(fields, index, cell.column, value)

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The contract without the field."""
        fields = written_fields(design)
        index = index_of(cell, list(fields), rows)
        return renamed_field(fields, index, "") if index < len(fields) else {FIELDS: dict(fields) or None}


def _cells(path: str, field: InputField, language: Language) -> list[str]:
    flags = {"guarded": field.guarded, "optional": field.optional}
    choices = {"type": field.type, "sentBy": field.sent_by}
    choices |= {name: YES if is_set else "" for name, is_set in flags.items()}
    texts = {
        name: word(language, f"input.{name}.{value}") if value else "" for name, value in choices.items()
    }
    example = example_text(field.example, field.type)
    return [
        {"path": path, "example": example, "description": field.description, **texts}[name]
        for name in _WIDTHS
    ]
