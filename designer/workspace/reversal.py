"""The change that takes back one change of the journal and leaves all later ones as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.library.store import ChangeMark, Journal, JournalEntry, Record
from designer.workspace.rebase import Overlap, composed, rebased
from designer.workspace.value_rebase import Boxes, rebased_edits
from exporters.scene import draw
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.coerce import mapping
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
    """One text of the workflow: `base` right after the change, which `undo` takes back, and `since` then."""

    base: Document
    undo: Sequence[Splice]
    since: Sequence[Splice]
    current: Document
    boxes: Boxes | None = None

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
    if entry.inverse.format is not None and asl.since:
        raise Overlap
    before = base.apply(entry.inverse.change).workflow
    edits = tuple(_edits(asl))
    names = frozenset(state.name for state in _states(workflow.apply(Change(edits)).workflow))
    design = _Text(
        base.design.document,
        entry.inverse.design.splices,
        _since(base.design.document.text, [after.forward.design.splices for after in later]),
        workflow.design.document,
        Boxes(names, frozenset() if asl.undo else _moved(before, base)),
    )
    change = Change(edits, tuple(_edits(design)), entry.inverse.format)
    _refuse_loose_ends(workflow, change, before)
    return change


def _moved(before: Workflow, after: Workflow) -> frozenset[str]:
    """The uids of boxes that are elsewhere; a state whose place was only written down is none of them."""
    places: list[dict[str, object]] = [
        {id: (box.x, box.y) for id, box in draw(flow).boxes.items()} for flow in (before, after)
    ]
    for section in ("notes", "lanes"):
        for known, flow in zip(places, (before, after), strict=True):
            entries = mapping(flow.design.fields.get(section))
            known.update((uid, mapping(entry).get("position")) for uid, entry in entries.items())
    return frozenset(id for id, place in places[1].items() if places[0].get(id) != place)


def _states(workflow: Workflow) -> tuple[State, ...]:
    return graph(workflow.document.value).states


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
    return rebased_edits(text.base.value, wanted.value, text.current.value, text.boxes)


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
