"""The changes that one author can undo and redo, found in the marks of the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from designer.library.store import Author, ChangeMark


@dataclass(frozen=True, slots=True)
class UndoStacks:
    """The numbers of changes to undo next, the last one first to go, and of undos to redo."""

    undo: list[int]
    redo: list[int]


def undo_stacks(marks: Iterable[ChangeMark], is_own: Callable[[Author], bool]) -> UndoStacks:
    """The stacks of the authors that `is_own` names.

    An own new change empties their redo stack; what somebody else has undone leaves the stacks.
    """
    own = cache(is_own)
    undo: dict[int, None] = {}
    redo: dict[int, None] = {}
    undos: set[int] = set()
    for mark in marks:
        if mark.undoes is None:
            if own(mark.author):
                undo[mark.number] = None
                redo.clear()
            continue
        undo.pop(mark.undoes, None)
        redo.pop(mark.undoes, None)
        if mark.undoes not in undos:
            undos.add(mark.number)
        if own(mark.author):
            (redo if mark.number in undos else undo)[mark.number] = None
    return UndoStacks(list(undo), list(redo))
