"""The arrows of a sketch sorted by what they mean: flow, reading and writing of tables, partner systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from schemas.conversion.flow import SAID, TableCall
from schemas.conversion.remark import Remarks
from schemas.conversion.words.arrows import is_failure
from schemas.conversion.words.said_calls import function_in, table_in
from schemas.conversion.words.table_calls import call_of, table_name
from schemas.sidecar.sketch import Card, Sketch

FLOW = ("screen", "step", "decision", "person", "external", "succeeded", "failed")
"""The kinds of cards that are a part of the flow."""


@dataclass(frozen=True, slots=True)
class FlowArrow:
    """An arrow between two cards of the flow; `to_failed` is true if it leads to a failed end."""

    uid: str
    source: str
    target: str
    label: str
    to_failed: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """The cards of the flow with their arrows, calls of tables and partner systems.

    `partners` has the uids of the systems by the step that calls them; such a card is none of `cards`.
    """

    cards: dict[str, Card]
    leaving: dict[str, list[FlowArrow]]
    arriving: dict[str, list[FlowArrow]]
    calls: dict[str, tuple[TableCall, ...]]
    partners: dict[str, tuple[str, ...]]


def read_board(sketch: Sketch, remarks: Remarks) -> Board:
    """Sort the arrows of a sketch."""
    cards = {uid: card for uid, card in sketch.cards.items() if card.kind in FLOW}
    arrows = [
        FlowArrow(uid, arrow.source, arrow.target, arrow.label.strip(), cards[arrow.target].kind == "failed")
        for uid, arrow in sketch.arrows.items()
        if arrow.source in cards and arrow.target in cards
    ]
    partners = _partners(cards, arrows)
    systems = {system for each in partners.values() for system in each}
    cards = {uid: card for uid, card in cards.items() if uid not in systems}
    leaving: dict[str, list[FlowArrow]] = defaultdict(list)
    arriving: dict[str, list[FlowArrow]] = defaultdict(list)
    for arrow in arrows:
        if arrow.source in cards and arrow.target in cards:
            leaving[arrow.source].append(arrow)
            arriving[arrow.target].append(arrow)
    calls = _calls(sketch, cards, remarks)
    said = _said_calls(sketch, [uid for uid in cards if uid not in calls and uid not in partners])
    return Board(cards, dict(leaving), dict(arriving), {**calls, **said}, partners)


def _calls(sketch: Sketch, cards: dict[str, Card], remarks: Remarks) -> dict[str, tuple[TableCall, ...]]:
    """The calls of tables by the card that makes them: readings first, in the order of the arrows."""
    found: dict[str, list[TableCall]] = defaultdict(list)
    for uid, arrow in sketch.arrows.items():
        kinds = sketch.cards[arrow.source].kind, sketch.cards[arrow.target].kind
        if "table" not in kinds or "note" in kinds:
            continue
        reads = kinds[0] == "table"
        step, table = (arrow.target, arrow.source) if reads else (arrow.source, arrow.target)
        if step not in cards:
            remarks.open("convert-arrow-ignored", arrow.source, words=_words(sketch.cards[arrow.source]))
            continue
        call = call_of(arrow.label, cards[step].text, reads=reads)
        made = TableCall(table, call, f"{arrow.label} {cards[step].text}".strip(), uid)
        if all((one.table, one.call) != (table, call) for one in found[step]):
            found[step].append(made)
    return {uid: tuple(sorted(calls, key=_reads_first)) for uid, calls in found.items()}


def _said_calls(sketch: Sketch, uids: Iterable[str]) -> dict[str, tuple[TableCall, ...]]:
    """The calls that the words of steps name, by step; a table that has a card is that card."""
    cards = sketch.cards
    tables = {table_name(card.text): uid for uid, card in cards.items() if card.kind == "table"}
    found: dict[str, tuple[TableCall, ...]] = {}
    for uid in uids:
        words = cards[uid].text
        said = table_in(words) if cards[uid].kind == "step" and not function_in(words) else None
        if said:
            table = tables.get(table_name(said.name), f"{SAID}{said.name}")
            found[uid] = (TableCall(table, said.call, words.strip(), ""),)
    return found


def _reads_first(call: TableCall) -> bool:
    return call.call not in ("getItem", "query")


def _partners(cards: dict[str, Card], arrows: list[FlowArrow]) -> dict[str, tuple[str, ...]]:
    """The systems that steps only call, by step: they lead nowhere else, and the steps go on without them."""
    leaving: dict[str, list[FlowArrow]] = defaultdict(list)
    arriving: dict[str, list[FlowArrow]] = defaultdict(list)
    for arrow in arrows:
        leaving[arrow.source].append(arrow)
        arriving[arrow.target].append(arrow)

    def goes_on(step: str, system: str) -> bool:
        answers = any(arrow.target == step for arrow in leaving[system])
        others = (arrow for arrow in leaving[step] if arrow.target not in (system, step))
        return answers or any(
            cards[arrow.target].kind != "external" and not is_failure(arrow.label) for arrow in others
        )

    found: dict[str, list[str]] = defaultdict(list)
    for uid, card in cards.items():
        steps = list(dict.fromkeys(arrow.source for arrow in arriving[uid] if arrow.source != uid))
        leads_back = {arrow.target for arrow in leaving[uid]} <= set(steps)
        if card.kind != "external" or not steps or not leads_back:
            continue
        if all(cards[step].kind == "step" and goes_on(step, uid) for step in steps):
            for step in steps:
                found[step].append(uid)
    return {step: tuple(systems) for step, systems in found.items()}


def _words(card: Card) -> str:
    return card.text.strip() or card.kind
