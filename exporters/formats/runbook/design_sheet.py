"""The contents of a design sheet: the flow on one page for a review, with what is open and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exporters.formats.runbook.book import Book, Cell, Paragraph, Section, Table
from exporters.formats.runbook.contents import overview, picture
from exporters.formats.runbook.operations import open_questions
from exporters.formats.runbook.pages import Pages
from exporters.scene.captions import captions
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
_FAILING = ("Task", "Map", "Parallel", "Fail")


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
        tuple(_ways(pages, state, design)) or (pages.word("nothing"),),
        tuple(_failing(pages, state, failures)) or (pages.word("nothing"),),
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


def _ways(pages: Pages, state: State, design: StateDesign) -> Iterator[str]:
    for way in transitions(state, ("next", "choice", "default")):
        words = label(way.kind, way.fields, pages.language, "business", design.otherwise)
        target = (
            pages.title((*state.path[:-1], way.target)) if way.target in state.scope.states else way.target
        )
        yield f"{words}{pages.word('colon')}{target}" if words else target


def _failing(pages: Pages, state: State, rows: list[Row]) -> Iterator[str]:
    """The retries at most, and for each course that failures take the errors that take it.

    A state that calls nothing fails on bad data alone, which goes without saying. All is in the runbook.
    """
    if state.type not in _FAILING:
        return
    facts = captions(state, None, pages.language)["engineering"].facts
    yield from (pages.word("sheet.retries", fact.words) for fact in facts if fact.kind == "retry")
    courses: dict[str, list[str]] = {}
    for row in rows:
        course = pages.explainer.explain(row.course).next[0]
        courses.setdefault(course, []).append(pages.explainer.errors(row.errors))
    for course, errors in courses.items():
        names = dict.fromkeys(name for words in errors for name in words.split(pages.word("between")))
        words = pages.word("sheet.any") if len(courses) == 1 else pages.listing(names)
        yield f"{words}{pages.word('colon')}{course}"


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
