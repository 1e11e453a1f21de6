"""The contents of a runbook: everything that the definition and the sidecar say, in the order of use."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporters.formats.runbook.book import Book, Cell, Paragraph, Picture, Section, Table
from exporters.formats.runbook.operations import directory, open_questions, operations
from exporters.formats.runbook.pages import Pages
from exporters.formats.runbook.rerun import failure_table, steps, texts
from schemas.core.coerce import mapping, text
from schemas.core.diagnostic import Language
from schemas.sidecar.input_contract import InputField, read_input_contract
from schemas.sidecar.workflow import Workflow


def runbook(workflow: Workflow, language: Language) -> Book:
    """The runbook of a workflow whose text can be read; one without operations cards has open questions."""
    pages = Pages(workflow, language)
    sections = (
        overview(pages),
        picture(pages),
        _input(pages),
        operations(pages),
        failure_table(pages),
        texts(pages),
        steps(pages),
        directory(pages),
        open_questions(pages),
    )
    return Book(pages.word("title", workflow.design.title or workflow.name), language, sections)


def overview(pages: Pages) -> Section:
    """The purpose, the owners and the type of the workflow."""
    return Section(pages.word("overview"), (Table((), tuple(_facts(pages))),))


def _facts(pages: Pages) -> Iterator[tuple[Cell, ...]]:
    workflow = pages.workflow
    definition = mapping(workflow.document.value)
    purpose = workflow.design.description or text(definition.get("Comment"))
    owners = pages.listing(design.owner.strip() for _, design in pages.states if design.owner.strip())
    yield (pages.word("purpose"),), tuple(purpose.splitlines()) or (pages.word("undecided"),)
    yield (pages.word("name"),), (workflow.name,)
    yield (pages.word("owners"),), (owners or pages.word("undecided"),)
    yield (pages.word("type"),), (pages.word(workflow.design.type),)
    limit = definition.get("TimeoutSeconds")
    if isinstance(limit, int) and not isinstance(limit, bool):
        words = pages.word("time-limit.text", pages.explainer.duration(limit))
        yield (pages.word("time-limit"),), (words,)


def picture(pages: Pages) -> Section:
    """The place of the picture; words instead where there is no state."""
    title = pages.workflow.design.title or pages.workflow.name
    if pages.workflow.is_empty:
        return Section(pages.word("picture"), (Paragraph(pages.word("no-states")),))
    return Section(pages.word("picture"), (Picture(pages.word("picture.words", title)),))


def _input(pages: Pages) -> Section:
    fields = read_input_contract(pages.workflow.design)
    if not fields:
        return Section(pages.word("input"), (Paragraph(pages.word("input.none")),))
    columns = ("field", "field.type", "field.example", "field.sentBy", "field.notes")
    rows = tuple(_field(pages, path, field) for path, field in fields.items())
    return Section(pages.word("input"), (Table(tuple(map(pages.word, columns)), rows),))


def _field(pages: Pages, path: str, field: InputField) -> tuple[Cell, ...]:
    notes = [
        field.description,
        pages.word("guarded") if field.guarded else "",
        pages.word("optional") if field.optional else "",
    ]
    example = "" if field.example is None else json.dumps(field.example, ensure_ascii=False)
    return (
        (path,),
        (pages.word(f"type.{field.type}") if field.type else "",),
        (example,),
        (pages.word(f"sentBy.{field.sent_by}") if field.sent_by else pages.word("undecided"),),
        tuple(note for note in notes if note),
    )
