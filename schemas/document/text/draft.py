"""The draft of a changed value: unchanged members refer to their place in the text, others are new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.core.paths import Json, Path, value_at
from schemas.document.text.tree import Entry, Node, merges_key, with_merges


@dataclass(slots=True, eq=False)
class Slot:
    """A member of an object or array in a draft.

    `origin` is its entry in the text; None for a new member. `moved` is true if it is moved to another place.
    """

    key: str | int
    draft: Draft
    origin: Entry | None = None
    moved: bool = False

    @property
    def in_place(self) -> bool:
        """True if the value, perhaps with edits inside, is at its original place in the text."""
        return self.origin is not None and not self.moved and self.draft.node is self.origin.node

    @property
    def merge(self) -> bool:
        """True if it is the merge key `<<` of YAML."""
        return self.origin is not None and self.origin.merge


class Draft:
    """A value: that of `node` in the text with its edits, or a new one (`node` is None)."""

    __slots__ = ("_value", "node", "slots")

    def __init__(self, node: Node | None, value: Json) -> None:
        self.node = node
        self.slots: list[Slot] | None = None
        self._value = value

    @property
    def is_array(self) -> bool:
        """True if the value is an array."""
        return isinstance(self._value, list)

    @property
    def is_object(self) -> bool:
        """True if the value is an object."""
        return isinstance(self._value, dict)

    def value_at(self, path: Path) -> Json:
        """The value at `path`. Raises KeyError if there is none."""
        draft = self
        for depth, part in enumerate(path):
            if draft.slots is None:
                return _look_up(draft._value, path[depth:])
            slot = draft._own(part)
            if slot is None and not draft.merges(part):
                raise KeyError(part)
            if slot is None:
                return _look_up(draft.plain(), path[depth:])
            draft = slot.draft
        return draft.plain()

    def open(self) -> list[Slot]:
        """The list of members, which may be changed; empty for a scalar. An alias becomes a new value."""
        if self.slots is None and self.node is not None and self.node.is_alias:
            self.node = None
        if self.slots is None:
            self.slots = _slots_of(self.node.entries) if self.node else _new_slots(self._value)
        return self.slots

    def find(self, key: str | int) -> Slot | None:
        """The member with `key`, which may be changed; the last one if the name occurs twice.

        A member that is merged by `<<` becomes a member of the object itself first.
        """
        slot = self._own(key)
        if slot is None and self.merges(key):
            self.dissolve_merges()
            slot = self._own(key)
        return slot

    def merges(self, key: str | int) -> bool:
        """True if `key` is merged by a `<<`."""
        return any(slot.merge and merges_key(slot.draft.plain(), key) for slot in self.open())

    def dissolve_merges(self) -> None:
        """Replace each `<<` by the members that it merges."""
        own = {slot.key for slot in self.open() if not slot.merge}
        merged = [slot for slot in _new_slots(self.plain()) if slot.key not in own]
        slots: list[Slot] = []
        for slot in self.open():
            if not slot.merge:
                slots.append(slot)
                continue
            slots.extend(merged)
            merged = []
        self.slots = slots

    def replace_by(self, value: Json) -> None:
        """Replace the whole draft by the new `value`."""
        self.node, self.slots, self._value = None, None, value

    def plain(self) -> Json:
        """The JSON value of the draft."""
        if self.slots is None:
            return self._value
        if self.is_array:
            return [slot.draft.plain() for slot in self.slots]
        return with_merges([(str(slot.key), slot.draft.plain(), slot.merge) for slot in self.slots])

    def at(self, path: Path) -> Slot | None:
        """The slot at `path` (not empty), which may be changed; None if there is none."""
        draft: Draft = self
        slot = None
        for part in path:
            slot = draft.find(part)
            if slot is None:
                return None
            draft = slot.draft
        return slot

    def _own(self, key: str | int) -> Slot | None:
        if self.is_array:
            slots = self.open()
            return slots[key] if isinstance(key, int) and 0 <= key < len(slots) else None
        return next((slot for slot in reversed(self.open()) if slot.key == key and not slot.merge), None)


def _look_up(value: Json, path: Path) -> Json:
    exists, found = value_at(value, path)
    if not exists:
        raise KeyError(path)
    return found


def _slots_of(entries: Sequence[Entry]) -> list[Slot]:
    return [Slot(entry.key, Draft(entry.node, entry.node.value), entry) for entry in entries]


def _new_slots(value: Json) -> list[Slot]:
    if isinstance(value, dict):
        return [Slot(key, Draft(None, item)) for key, item in value.items()]
    if isinstance(value, list):
        return [Slot(index, Draft(None, item)) for index, item in enumerate(value)]
    return []
