"""The change that takes back one change of the journal and leaves all later ones as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.library.store import ChangeMark, Journal, JournalEntry, Record
from designer.workspace.rebase import Overlap, composed, rebased
from designer.workspace.value_rebase import rebased_edits
from schemas.asl.graph import graph
from schemas.core.edits import Edit, EditRefused, Replace, Splice
from schemas.core.paths import Path
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow


def reversal(
    journal: Journal, record: Record, workflow: Workflow, number: int, marks: Sequence[ChangeMark]
) -> Change:
    """The change of `workflow` that takes back its change `number`; `marks` are all of the journal.

    Raises `EditRefused` where a later change has altered the same place, or needs what would go.
    """
    later = _in_effect(mark for mark in marks if mark.number > number)
    entry = journal.entry(record.id, number)
    if entry is None:
        raise EditRefused("undo-overlaps")
    if not later:
        return entry.inverse.change
    entries = [found for mark in later if (found := journal.entry(record.id, mark)) is not None]
    try:
        return _carried_over(workflow, entry, entries)
    except Overlap:
        raise EditRefused("undo-overlaps") from None


def _in_effect(marks: Iterable[ChangeMark]) -> list[int]:
    """The numbers of the changes without those that are taken back right after."""
    numbers: list[int] = []
    for mark in marks:
        if numbers and mark.undoes == numbers[-1]:
            numbers.pop()
        else:
            numbers.append(mark.number)
    return numbers


@dataclass(frozen=True)
class _Text:
    """One text of the workflow: `base` right after the change, which `undo` takes back, and `since` then.

    `placed`, for a sidecar, has the names of the states that there will be.
    """

    base: Document
    undo: Sequence[Splice]
    since: Sequence[Splice]
    current: Document
    placed: frozenset[str] | None = None

    @property
    def wanted(self) -> Document:
        return self.base.apply(Replace(tuple(self.undo))).document


def _carried_over(workflow: Workflow, entry: JournalEntry, later: list[JournalEntry]) -> Change:
    """Raises `Overlap`, and `EditRefused` where states would be led to that are gone."""
    base = workflow
    for after in reversed(later):
        base = base.apply(after.inverse.change).workflow
    asl = _Text(
        base.document,
        entry.inverse.asl.splices,
        _since(base.document.text, [after.forward.asl.splices for after in later]),
        workflow.document,
    )
    asl_edits = tuple(_edits(asl))
    design = _Text(
        base.design.document,
        entry.inverse.design.splices,
        _since(base.design.document.text, [after.forward.design.splices for after in later]),
        workflow.design.document,
        _names(workflow.apply(Change(asl_edits)).workflow),
    )
    if entry.inverse.format is not None and asl.since:
        raise Overlap
    change = Change(asl_edits, tuple(_edits(design)), entry.inverse.format)
    _refuse_loose_ends(workflow, change, before=base.apply(entry.inverse.change).workflow)
    return change


def _names(workflow: Workflow) -> frozenset[str]:
    return frozenset(state.name for state in graph(workflow.document.value).states)


def _since(base: str, steps: list[Sequence[Splice]]) -> list[Splice]:
    net: list[Splice] = []
    for step in steps:
        net = composed(base, net, step)
    return net


def _edits(text: _Text) -> Sequence[Edit]:
    """The edits of the current text: splices where those can be carried over, else edits of values."""
    if not text.undo:
        return ()
    try:
        replace = Replace(tuple(rebased(text.undo, text.since)))
    except Overlap:
        return _value_edits(text)
    return (replace,) if _stays_readable(text.current, replace) else _value_edits(text)


def _stays_readable(document: Document, replace: Replace) -> bool:
    """False if the splices would break a text that can be read, or repeat a name in it."""
    if document.problem is not None:
        return True
    after = document.apply(replace).document
    return after.problem is None and len(after.repeated_names) <= len(document.repeated_names)


def _value_edits(text: _Text) -> Sequence[Edit]:
    wanted = text.wanted
    if any(document.problem is not None for document in (text.base, wanted, text.current)):
        raise Overlap
    return rebased_edits(text.base.value, wanted.value, text.current.value, text.placed)


def _refuse_loose_ends(workflow: Workflow, change: Change, before: Workflow) -> None:
    """Raise `EditRefused` if an edge would lose its state, which it did not lack `before` either."""
    after = workflow.apply(change).workflow
    known = _loose_ends(workflow) | _loose_ends(before)
    for _, name in sorted(_loose_ends(after) - known, key=str):
        raise EditRefused("undo-needed", name=name)


def _loose_ends(workflow: Workflow) -> set[tuple[Path, str]]:
    """The paths and names of edges to states that do not exist."""
    definition = workflow.document.value
    edges = graph(definition).edges if isinstance(definition, dict) else ()
    return {(edge.path, edge.name) for edge in edges if edge.target is None and edge.name}
