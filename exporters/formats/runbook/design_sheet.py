"""The contents of a design sheet: the flow on one page for a review, with what is open and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exporters.formats.runbook.book import Book, Cell, Paragraph, Section, Table
from exporters.formats.runbook.contents import overview, picture
from exporters.formats.runbook.operations import open_questions
from exporters.formats.runbook.pages import Pages
from exporters.scene.resource import resource_of
from schemas import validate
from schemas.asl.walk import State, transitions
from schemas.core.coerce import text
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.paths import Path
from schemas.failures.failures import Row
from schemas.sidecar.design import StateDesign
from schemas.sidecar.workflow import Workflow
from schemas.wording.edge_labels import label

_SHOWN = ("error", "warning")


def design_sheet(workflow: Workflow, language: Language) -> Book:
    """The design sheet of a workflow whose text can be read, with errors or without."""
    pages = Pages(workflow, language)
    sections = (overview(pages), picture(pages), _states(pages), open_questions(pages), _problems(pages))
    return Book(pages.word("sheet", workflow.design.title or workflow.name), language, sections)


def _states(pages: Pages) -> Section:
    failures = {path: list(rows) for path, rows in groupby(pages.failures.table(), lambda row: row.state)}
    rows = tuple(_row(pages, state, design, failures.get(state.path, [])) for state, design in pages.states)
    if not rows:
        return Section(pages.word("sheet.states"), (Paragraph(pages.word("no-states")),))
    head = ("step", "sheet.does", "sheet.next", "sheet.failure", "owner")
    return Section(pages.word("sheet.states"), (Table(tuple(map(pages.word, head)), rows),))


def _row(pages: Pages, state: State, design: StateDesign, failures: list[Row]) -> tuple[Cell, ...]:
    return (
        tuple(_names(pages, state)),
        tuple(_does(state, design)),
        tuple(_ways(pages, state)) or (pages.word("nothing"),),
        tuple(_failing(pages, failures)) or (pages.word("nothing"),),
        (design.owner.strip() or pages.word("undecided"),),
    )


def _names(pages: Pages, state: State) -> Iterator[str]:
    """The business name, the name in the definition, and the container."""
    title = pages.title(state.path)
    yield title
    if title != state.name:
        yield state.name
    outer = _state_at(pages, state.path[:-1])
    if outer is not None:
        yield pages.word("sheet.inside", pages.title(outer))


def _does(state: State, design: StateDesign) -> Iterator[str]:
    calls = resource_of(state.fields).words if state.type == "Task" else ""
    yield f"{state.type}: {calls}" if calls else state.type
    note = design.note.strip() or text(state.fields.get("Comment")).strip()
    yield from note.splitlines()


def _ways(pages: Pages, state: State) -> Iterator[str]:
    for way in transitions(state, ("next", "choice", "default")):
        words = label(way.kind, way.fields, pages.language, "business")
        target = (
            pages.title((*state.path[:-1], way.target)) if way.target in state.scope.states else way.target
        )
        yield f"{words}{pages.word('colon')}{target}" if words else target


def _failing(pages: Pages, rows: list[Row]) -> Iterator[str]:
    """For each kind of error its retries and what follows; the whole is in the runbook."""
    for row in rows:
        explained = pages.explainer.explain(row.course)
        words = pages.explainer.errors(row.errors)
        yield f"{words}{pages.word('colon')}{' / '.join((*explained.retries[:1], *explained.next[:1]))}"


def _problems(pages: Pages) -> Section:
    workflow = pages.workflow
    found = validate(workflow.document, workflow.design, workflow.design.type)
    rows = tuple(_problem(pages, each) for each in found if each.severity in _SHOWN)
    if not rows:
        return Section(pages.word("sheet.problems"), (Paragraph(pages.word("sheet.problems.none")),))
    head = tuple(map(pages.word, ("step", "sheet.severity", "sheet.problem")))
    return Section(pages.word("sheet.problems"), (Table(head, rows),))


def _problem(pages: Pages, found: Diagnostic) -> tuple[Cell, ...]:
    state = _state_at(pages, found.path)
    where = pages.title(state) if state is not None else pages.word("sheet.whole")
    return (where,), (pages.word(f"sheet.{found.severity}"),), (found.message(pages.language),)


def _state_at(pages: Pages, path: Path) -> Path | None:
    """The path of the innermost state around the value at `path`; None for none."""
    paths = {state.path for state, _ in pages.states}
    around = (path[:length] for length in range(len(path), 0, -1))
    return next((outer for outer in around if outer in paths), None)
