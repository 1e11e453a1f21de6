"""Edits of one value, carried over to a later version of it: for splices that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from designer.workspace.rebase import Overlap
from schemas.core.coerce import mapping
from schemas.core.edits import Insert, Remove, Set
from schemas.core.paths import Json, Path, is_along
from schemas.document.differences import differences, same

ValueEdit = Set | Insert | Remove

PLACES = ("position", "scope")
"""The fields of a state's, note's or lane's entry in the sidecar that a later move may have changed."""


@dataclass(frozen=True)
class Boxes:
    """The names of the states that there will be, and the uids of boxes that were meant to be moved."""

    names: frozenset[str]
    moved: frozenset[str]


def rebased_edits(base: Json, wanted: Json, current: Json, boxes: Boxes | None = None) -> list[ValueEdit]:
    """The edits of `current` that do what makes `base` into `wanted`.

    What `current` has already is left out, and what it has nothing for any more. Raises `Overlap` where it
    has changed the same value otherwise. In a sidecar (with `boxes`) a box that somebody has moved since
    stays, unless that one was meant.
    """
    theirs = differences(base, current)
    due = [edit for edit in _fine(base, wanted) if not _is_done(edit, current)]
    return [_adapted(edit, current) for edit in due if not _yields(edit, theirs, current, boxes)]


def _fine(base: Json, wanted: Json) -> Iterator[ValueEdit]:
    """The differences; a section that is added or taken away whole is so entry by entry."""
    for edit in differences(base, wanted):
        inner = mapping(base).get(str(edit.path[0])) if len(edit.path) == 1 else None
        if isinstance(edit, Remove) and isinstance(inner, dict) and inner:
            yield from (Remove((*edit.path, key)) for key in inner)
        else:
            yield edit


def _yields(edit: ValueEdit, theirs: list[ValueEdit], current: Json, boxes: Boxes | None) -> bool:
    """True if theirs stands, which has moved a box, or has removed what the edit is part of.

    Raises `Overlap` where the two cannot both be.
    """
    meeting = [other for other in theirs if is_along(_place(edit), _place(other))]
    if not meeting:
        return False
    if any(isinstance(other, Remove) and len(other.path) < len(edit.path) for other in meeting):
        return True
    section, uid = (*edit.path, "", "")[:2]
    if boxes is None or uid in boxes.moved or not all(_is_placing(other.path) for other in meeting):
        raise Overlap
    entry = mapping(mapping(mapping(current).get(str(section))).get(str(uid)))
    return _is_placing(edit.path) or entry.get("name") in boxes.names


def _place(edit: ValueEdit) -> Path:
    """The path of the value that an edit concerns: of the whole list where it shifts the items of one."""
    if isinstance(edit, Set) or not isinstance(edit.path[-1], int):
        return edit.path
    return edit.path[:-1]


def _is_placing(path: Path) -> bool:
    return len(path) > 2 and path[2] in PLACES


def _is_done(edit: ValueEdit, current: Json) -> bool:
    """True if an edit of an object's member would change nothing."""
    if not edit.path or any(isinstance(part, int) for part in edit.path):
        return False
    members, key = _members_around(edit, current), str(edit.path[-1])
    if isinstance(edit, Remove):
        return key not in members
    return key in members and same(members[key], edit.value)


def _adapted(edit: ValueEdit, current: Json) -> ValueEdit:
    """The edit without an anchor that `current` does not have."""
    if not isinstance(edit, Insert) or edit.before is None:
        return edit
    is_there = edit.before in _members_around(edit, current)
    return edit if is_there else Insert(edit.path, edit.value)


def _members_around(edit: ValueEdit, current: Json) -> dict[str, Json]:
    """The members of the object that the edit changes a member of; none where that is no object any more."""
    value = current
    for part in edit.path[:-1]:
        value = mapping(value).get(str(part))
    return mapping(value)
