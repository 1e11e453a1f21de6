"""The sheet of all steps: a row for each state in flow order, a column for each question."""

from __future__ import annotations

from dataclasses import dataclass

from designer.base.words import word
from designer.components.sheet.choices import choice_words, chosen
from designer.components.sheet.failures import failures_added
from designer.protocol.sheet import Cell, Column, ColumnKind, Row, Sheet
from designer.workspace.analysis import Analysis
from designer.workspace.sidecar.operations_card import (
    NO,
    YES,
    Values,
    answered,
    calls_function,
    choice_of,
    failure_sentence,
    people_of,
)
from schemas.asl.flow_order import flow_order
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Language
from schemas.core.paths import Json, value_at
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import FUNCTION, IDEMPOTENCY, MONEY, read_operations
from schemas.wording.durations import duration_words

_CHOICES = {"money": MONEY, "idempotency": IDEMPOTENCY, "personalData": (YES, NO), "function": FUNCTION}
_ENTRY_FIELDS = ("businessName", "owner")
_PEOPLE = ("owner", "escalation")
_WIDTHS = {
    "title": 170,
    "businessName": 140,
    "owner": 110,
    "customer": 180,
    "failures": 210,
    "money": 130,
    "idempotency": 150,
    "idempotentBy": 120,
    "deadline": 90,
    "escalation": 140,
    "reply": 180,
    "accounting": 160,
    "logging": 160,
    "personalData": 110,
    "function": 170,
}
"""The columns in their order, with their widths in pixels."""


@dataclass(frozen=True)
class Steps:
    """The sheet of the operations cards of all states."""

    id: str = "steps"

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """A row for each state; states inside others are indented."""
        workflow = analysis.last_valid
        designs = analysis.workflow.design.states
        people = people_of(analysis.workflow.design)
        uids = analysis.identity.uids
        return Sheet(
            id=self.id,
            title=word(language, "sheet.steps"),
            columns=[_column(name, width, people, language) for name, width in _WIDTHS.items()],
            rows=[
                _row(uids[state.path], state, depth, designs, language)
                for state, depth in flow_order(graph(workflow.document.value))
            ],
        )

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The answer that a cell has, a state's name or owner, or a failure that is added."""
        entry = ("states", cell.row)
        fields = mapping(value_at(design, entry)[1])
        if cell.column in _ENTRY_FIELDS:
            return {(*entry, cell.column): cell.text.strip()}
        if cell.column == "failures":
            path = (*entry, "operations", "failures")
            failures = value_at(design, path)[1]
            return {path: failures_added(failures, cell.text)} if cell.text.strip() else {}
        typed = cell.text
        if cell.column in _CHOICES:
            typed = chosen(f"operations.{cell.column}", _CHOICES[cell.column], cell.text)
        return answered(entry, cell.column, typed, read_operations(fields.get("operations")))

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """Nothing: a state is removed on the canvas."""
        return {}


def _column(name: str, width: int, people: list[str], language: Language) -> Column:
    if name == "title":
        return Column(id=name, title=word(language, "sheet.step"), kind="title", width=width)
    options = choice_words(language, f"operations.{name}", _CHOICES[name]) if name in _CHOICES else []
    kind: ColumnKind = "choice" if name in _CHOICES else "failures" if name == "failures" else "text"
    key = {"businessName": "business.name", "owner": "business.owner"}.get(name, f"operations.{name}")
    help = word(language, "sheet.owner.help" if name == "owner" else f"{key}.help")
    return Column(
        id=name,
        title=word(language, key),
        help=help,
        kind=kind,
        options=people if name in _PEOPLE else options,
        width=width,
    )


def _row(uid: str, state: State, depth: int, designs: dict[str, StateDesign], language: Language) -> Row:
    design = designs.get(uid) or StateDesign(state.name)
    texts = {"title": state.name, "businessName": design.business_name, "owner": design.owner}
    texts |= _texts(design, language)
    names = list(_WIDTHS)
    is_locked = not (calls_function(state) or design.operations.function)
    return Row(
        id=uid,
        uid=uid,
        cells=[texts[name] for name in names],
        locked=[names.index("function")] if is_locked else [],
        depth=depth,
    )


def _texts(design: StateDesign, language: Language) -> dict[str, str]:
    card = design.operations
    chosen_words = {
        name: word(language, f"operations.{name}.{value}") if (value := choice_of(name, card)) else ""
        for name in _CHOICES
    }
    return {
        "customer": card.customer,
        "failures": "\n".join(failure_sentence(failure, language) for failure in card.failures),
        "idempotentBy": card.idempotent_by,
        "deadline": duration_words(card.deadline, language) if card.deadline else "",
        "escalation": card.escalation,
        "reply": card.reply,
        "accounting": card.accounting,
        "logging": card.logging,
        **chosen_words,
    }
