"""Applies edits to a draft, one after the other."""

from __future__ import annotations

from dataclasses import replace

from schemas.core.edits import Edit, EditRefused, Insert, Move, Remove, Rename, Replace, Set
from schemas.core.paths import Path, pointer
from schemas.document.differences import differences
from schemas.document.text.draft import Draft, Slot


def apply_edit(root: Draft, edit: Edit) -> None:
    """Apply `edit` to the draft `root`. Raises `EditRefused`; `root` must not be used after that."""
    match edit:
        case Set():
            _set(root, edit)
        case Insert():
            _put(root, edit.path, Slot("", Draft(None, edit.value)), edit.before)
        case Remove():
            _take(root, edit.path)
        case Rename():
            _rename(root, edit)
        case Move():
            _move(root, edit)
        case Replace():
            raise EditRefused("edit-splices")


def _set(root: Draft, edit: Set) -> None:
    try:
        before = root.value_at(edit.path)
    except KeyError:
        _put(root, edit.path, Slot("", Draft(None, edit.value)), None)
        return
    for step in differences(before, edit.value):
        path = (*edit.path, *step.path)
        if isinstance(step, Set):
            (_existing(root, path).draft if path else root).replace_by(step.value)
        else:
            apply_edit(root, replace(step, path=path))


def _rename(root: Draft, edit: Rename) -> None:
    if edit.path and edit.path[-1] == edit.key and _is_there(root, edit.path):
        return
    slot = _existing(root, edit.path)
    parent = _parent(root, edit.path)
    if not parent.is_object:
        raise EditRefused("edit-no-name", path=pointer(edit.path))
    if _is_there(parent, (edit.key,)):
        raise EditRefused("edit-name-taken", name=edit.key)
    _drop_repeated(parent, slot)
    slot.key = edit.key


def _move(root: Draft, edit: Move) -> None:
    slot = _take(root, edit.path)
    slot.moved = True
    _put(root, edit.to, slot, None)


def _take(root: Draft, path: Path) -> Slot:
    slot = _existing(root, path)
    parent = _parent(root, path)
    _drop_repeated(parent, slot)
    parent.open().remove(slot)
    return slot


def _put(root: Draft, path: Path, slot: Slot, before: str | None) -> None:
    parent = _parent(root, path)
    key = path[-1]
    if parent.is_array:
        if not isinstance(key, int) or not 0 <= key <= len(parent.open()):
            raise EditRefused("edit-no-place", path=pointer(path))
        parent.open().insert(key, slot)
        return
    if not parent.is_object or not isinstance(key, str):
        raise EditRefused("edit-no-place", path=pointer(path))
    if _is_there(parent, (key,)):
        raise EditRefused("edit-name-taken", name=key)
    slot.key = key
    index = _index_of(parent, before, path)
    parent.open().insert(index, slot)


def _index_of(parent: Draft, before: str | None, path: Path) -> int:
    if before is None:
        return len(parent.open())
    neighbour = parent.find(before)
    if neighbour is None:
        raise EditRefused("edit-no-value", path=pointer((*path[:-1], before)))
    return parent.open().index(neighbour)


def _drop_repeated(parent: Draft, slot: Slot) -> None:
    """Remove other members with the name of `slot`, which would take its place when it is removed."""
    if not parent.is_object:
        return
    if parent.merges(slot.key):
        parent.dissolve_merges()
    slots = parent.open()
    parent.slots = [other for other in slots if other is slot or other.merge or other.key != slot.key]


def _is_there(draft: Draft, path: Path) -> bool:
    try:
        draft.value_at(path)
    except KeyError:
        return False
    return True


def _existing(root: Draft, path: Path) -> Slot:
    if not path:
        raise EditRefused("edit-root")
    slot = root.at(path)
    if slot is None:
        raise EditRefused("edit-no-value", path=pointer(path))
    return slot


def _parent(root: Draft, path: Path) -> Draft:
    if not path:
        raise EditRefused("edit-root")
    return _existing(root, path[:-1]).draft if len(path) > 1 else root
