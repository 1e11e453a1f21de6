"""The sections on the answers of people: operations of each state, owners, and questions that are open."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.formats.runbook.book import Cell, Paragraph, Section, Table
from exporters.formats.runbook.pages import Pages
from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import State
from schemas.sidecar.design import StateDesign
from schemas.sidecar.input_contract import read_input_contract
from schemas.sidecar.operations import Failure, Operations


def operations(pages: Pages) -> Section:
    """The questions of each state to people: a table a state."""
    asked = [(state, design) for state, design in pages.states if pages.is_asked(state, design)]
    blocks = () if asked else (Paragraph(pages.word("states.none")),)
    sections = tuple(
        Section(pages.title(state.path), (Table((), tuple(_answers(pages, state, design))),))
        for state, design in asked
    )
    return Section(pages.word("states"), blocks, sections)


def _answers(pages: Pages, state: State, design: StateDesign) -> Iterator[tuple[Cell, ...]]:
    if pages.title(state.path) != state.name:
        yield (pages.word("step"),), (state.name,)
    fields = {"owner": _said(design.owner), **dict(_card(pages, design.operations))}
    for key, lines in fields.items():
        if lines:
            yield (pages.word(key),), tuple(lines)
    undecided = pages.listing(pages.word(key) for key, lines in fields.items() if not lines)
    if undecided:
        yield (pages.word("undecided-fields"),), (undecided,)
    if design.note.strip():
        yield (pages.word("note"),), tuple(design.note.strip().splitlines())


def _card(pages: Pages, card: Operations) -> Iterator[tuple[str, list[str]]]:
    yield "customer", _said(card.customer)
    yield "failures", [_failure(pages, failure) for failure in card.failures]
    yield "money", [pages.word(f"money.{card.money}")] if card.money else []
    if card.idempotency or card.moves_money:
        by = pages.word("paren", card.idempotent_by) if card.idempotent_by else ""
        yield "idempotency", [pages.word(f"idempotency.{card.idempotency}") + by] if card.idempotency else []
    if card.deadline or card.escalation:
        yield "deadline", [pages.explainer.duration(card.deadline)] if card.deadline else []
        yield "escalation", _said(card.escalation)
    yield "reply", _said(card.reply)
    yield "accounting", _said(card.accounting)
    yield "logging", _said(card.logging)
    if card.personal_data is not None:
        yield "personalData", [pages.word("yes" if card.personal_data else "no")]


def _said(text: str) -> list[str]:
    return text.strip().splitlines()


def _failure(pages: Pages, failure: Failure) -> str:
    answer = pages.word(f"answer.{failure.answer}") if failure.answer else pages.word("undecided")
    parts = [
        f"{failure.what}{pages.word('colon')}{answer}" if failure.what else answer,
        failure.how,
        pages.word("tell", failure.tell) if failure.tell else "",
        pages.word("errors", pages.listing(failure.errors)) if failure.errors else "",
    ]
    return " / ".join(part for part in parts if part)


def directory(pages: Pages) -> Section:
    """The owners, the states that they answer for, and those that tell or ask them."""
    owned: dict[str, list[str]] = {}
    asked: dict[str, list[str]] = {}
    for state, design in pages.states:
        title = pages.title(state.path)
        if design.owner.strip():
            owned.setdefault(design.owner.strip(), []).append(title)
        people = [failure.tell for failure in design.operations.failures]
        for person in (*people, design.operations.escalation):
            if person.strip():
                asked.setdefault(person.strip(), []).append(title)
    names = list(dict.fromkeys([*owned, *asked]))
    if not names:
        return Section(pages.word("directory"), (Paragraph(pages.word("undecided")),))
    rows = tuple(
        ((name,), (pages.listing(owned.get(name, [])),), (pages.listing(asked.get(name, [])),))
        for name in names
    )
    head = tuple(pages.word(f"directory.{column}") for column in ("owner", "states", "asked"))
    return Section(pages.word("directory"), (Table(head, rows),))


def open_questions(pages: Pages) -> Section:
    """The questions without an answer, by state."""
    rows = [
        ((pages.title(state.path),), questions)
        for state, design in pages.states
        if (questions := tuple(_open(pages, state, design)))
    ]
    if not read_input_contract(pages.workflow.design):
        rows.insert(0, ((pages.word("open.input"),), (pages.word("input.none"),)))
    if not rows:
        return Section(pages.word("open"), (Paragraph(pages.word("open.none")),))
    head = (pages.word("step"), pages.word("open.question"))
    return Section(pages.word("open"), (Table(head, tuple(rows)),))


def _open(pages: Pages, state: State, design: StateDesign) -> Iterator[str]:
    text = str(state.fields)
    for name in design.undecided:
        if f"${{{name}}}" in text:
            yield pages.word("open.undecided", pages.title(state.path), name)
    if not pages.is_asked(state, design):
        return
    card = design.operations
    if not design.owner.strip():
        yield pages.word("owner")
    if not card.failures:
        yield pages.word("open.failures")
    for failure in card.failures:
        if not failure.answer:
            yield pages.word("open.answer", failure.what or pages.listing(failure.errors))
    for key in _questions(state, card):
        yield pages.word(key)


def _questions(state: State, card: Operations) -> Iterator[str]:
    """The fields of the card that are to be answered for this state, and are not."""
    given: dict[str, object] = {
        "customer": card.customer,
        "money": card.money,
        "reply": card.reply,
        "accounting": card.accounting,
        "logging": card.logging,
    }
    if card.moves_money:
        given["idempotency"] = card.idempotency
    if waits_for_answer(state):
        given |= {"deadline": card.deadline, "escalation": card.escalation}
    yield from (key for key, answer in given.items() if not answer)
