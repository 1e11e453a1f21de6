"""The sheets of the costs: the needs of each state, and the share of runs that go each way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from designer.base.words import word
from designer.protocol.sheet import Cell, Column, Row, Sheet
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.operations_card import Values
from schemas.asl.flow_order import flow_order
from schemas.asl.graph import graph
from schemas.asl.walk import CONTAINERS, State
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.paths import Json
from schemas.costs.estimated import Amount, Needs, Share
from schemas.costs.runs import Runs, runs_of
from schemas.wording.edge_labels import label

PERCENT = 100.0
_NUMBER = re.compile(r"([0-9][0-9.,]*|\.[0-9]+)(?:$|[\s%(])")
_BETWEEN = ">"
_NEEDS = {"title": 220, "seconds": 140, "attempts": 140, "items": 140, "visits": 110}
_SHARES = {"title": 220, "share": 160, "to": 220, "when": 320}


@dataclass(frozen=True)
class StateNeeds:
    """The sheet of all states with their visits, seconds, attempts and items."""

    id: str = "needs"

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """A row for each state in the order of the flow."""
        runs = _runs(analysis)
        rows = [
            _needs_row(analysis.identity.uids[state.path], state, depth, runs, language)
            for state, depth in flow_order(graph(analysis.last_valid.document.value))
        ]
        return _sheet(self.id, _NEEDS, rows, language)

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The estimate of the state with another number; none for an emptied cell."""
        return {("states", cell.row, "estimate", cell.column): _number(cell.text)}

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """Nothing: a state is removed on the canvas."""
        return {}


@dataclass(frozen=True)
class Shares:
    """The sheet of the ways out of Choices and of catchers, with the share of runs that go each."""

    id: str = "shares"

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """A row for each state that such a way leads to, from each state."""
        runs = _runs(analysis)
        rows = [
            row
            for state, depth in flow_order(graph(analysis.last_valid.document.value))
            for row in _share_rows(
                analysis.identity.uids[state.path], state, depth, runs.shares[state.path], analysis, language
            )
        ]
        return _sheet(self.id, _SHARES, rows, language)

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The likelihood of a way, of its percentage."""
        source, _, target = cell.row.partition(_BETWEEN)
        percent = _number(cell.text)
        likelihood = None if percent is None else percent / PERCENT
        return {("states", source, "estimate", "likelihoods", target): likelihood}

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """Nothing: a way is removed on the canvas."""
        return {}


def _runs(analysis: Analysis) -> Runs:
    return runs_of(graph(analysis.last_valid.document.value), analysis.identity, analysis.workflow.design)


def _sheet(id: str, widths: dict[str, int], rows: list[Row], language: Language) -> Sheet:
    columns = [
        Column(
            id=name,
            title=word(language, "sheet.step" if name == "title" else f"costs.{name}"),
            help="" if name == "title" else word(language, f"costs.{name}.help"),
            kind="title" if name == "title" else "text",
            width=width,
        )
        for name, width in widths.items()
    ]
    return Sheet(id=id, title=word(language, f"costs.{id}"), columns=columns, rows=rows)


def _needs_row(uid: str, state: State, depth: int, runs: Runs, language: Language) -> Row:
    """The row of a state; a container takes the time of what is in it, unless somebody has said another."""
    needs = runs.needs[state.path]
    texts = {
        "title": state.name,
        "visits": f"{runs.visits[state.path]:,.3f}",
        "seconds": _seconds(state, needs, language),
        "attempts": _written(needs.attempts, language),
        "items": _written(needs.items, language) if needs.items else "",
    }
    names = list(_NEEDS)
    locked = ["visits"] if needs.items else ["visits", "items"]
    return Row(
        id=uid,
        uid=uid,
        depth=depth,
        cells=[texts[name] for name in names],
        locked=[names.index(name) for name in locked],
    )


def _seconds(state: State, needs: Needs, language: Language) -> str:
    if needs.seconds.is_default and state.type in CONTAINERS:
        return ""
    return _written(needs.seconds, language)


def _share_rows(
    uid: str, state: State, depth: int, shares: list[Share], analysis: Analysis, language: Language
) -> list[Row]:
    """A row for each target; several rules that lead to the same one are joined."""
    targets: dict[str, list[Share]] = {}
    for share in shares:
        if share.edge.kind != "next":
            targets.setdefault(share.uid, []).append(share)
    names = list(_SHARES)
    otherwise = analysis.last_valid.design.otherwise(uid)
    return [
        Row(
            id=f"{uid}{_BETWEEN}{target}",
            uid=uid,
            depth=depth,
            cells=[
                state.name,
                _percent(leading, language),
                leading[0].edge.name,
                " / ".join(
                    label(share.edge.kind, share.edge.fields, language, "business", otherwise)
                    for share in leading
                ),
            ],
            locked=[names.index("when"), names.index("to")],
        )
        for target, leading in targets.items()
    ]


def _percent(shares: list[Share], language: Language) -> str:
    whole = sum(share.amount.value for share in shares) * PERCENT
    text = f"{whole:.4g} %"
    return word(language, "costs.by-default", value=text) if shares[0].amount.is_default else text


def _written(amount: Amount, language: Language) -> str:
    text = f"{amount.value:.10g}"
    return word(language, "costs.by-default", value=text) if amount.is_default else text


def _number(typed: str) -> float | None:
    """The number that is typed, whatever stands behind it; None for no text. Raises `Unreadable`."""
    plain = normalize("NFKC", typed).strip()
    if not plain:
        return None
    found = _NUMBER.match(plain)
    try:
        return float(found[1].replace(",", "")) if found else _refused()
    except ValueError:
        return _refused()


def _refused() -> float:
    raise Unreadable(Diagnostic("costs-no-number", "error", ()))
