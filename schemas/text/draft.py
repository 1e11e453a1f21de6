"""A text's tree on its way to another: what an edit keeps keeps its place in the text, the rest is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.paths import Json, Path
from schemas.text.tree import Entry, Node


@dataclass(slots=True, eq=False)
class Slot:
    """A member of an object or array. `origin` is where it stands in the text, None where it is new;
    `moved` says that it has left its place and is carried to another."""

    key: str | int
    draft: Draft
    origin: Entry | None = None
    moved: bool = False


class Draft:
    """A value: as it stands in the text at `node`, or new (then `node` is None)."""

    __slots__ = ("_value", "node", "slots")

    def __init__(self, node: Node | None, value: Json) -> None:
        self.node = node
        self.slots: list[Slot] | None = None
        self._value = value

    @property
    def is_array(self) -> bool:
        """Whether the value is an array."""
        return isinstance(self._value, list)

    @property
    def is_object(self) -> bool:
        """Whether the value is an object."""
        return isinstance(self._value, dict)

    def open(self) -> list[Slot]:
        """The members, to be changed in place; none of a scalar."""
        if self.slots is None:
            self.slots = _slots_of(self.node.entries) if self.node else _slots_of_new(self._value)
        return self.slots

    def find(self, key: str | int) -> Slot | None:
        """The member that `key` means: the last one where a name stands twice."""
        if self.is_array:
            slots = self.open()
            return slots[key] if isinstance(key, int) and 0 <= key < len(slots) else None
        return next((slot for slot in reversed(self.open()) if slot.key == key), None)

    def become(self, value: Json) -> None:
        """Be replaced, as a whole, by the new `value`."""
        self.node, self.slots, self._value = None, None, value

    def plain(self) -> Json:
        """The plain data that the draft means."""
        if self.slots is None:
            return self._value
        if self.is_array:
            return [slot.draft.plain() for slot in self.slots]
        return {str(slot.key): slot.draft.plain() for slot in self.slots}

    def at(self, path: Path) -> Slot | None:
        """The slot at `path`, which is not empty; None where nothing is there."""
        draft: Draft = self
        slot = None
        for part in path:
            slot = draft.find(part)
            if slot is None:
                return None
            draft = slot.draft
        return slot


def _slots_of(entries: Sequence[Entry]) -> list[Slot]:
    return [Slot(entry.key, Draft(entry.node, entry.node.value), entry) for entry in entries]


def _slots_of_new(value: Json) -> list[Slot]:
    if isinstance(value, dict):
        return [Slot(key, Draft(None, item)) for key, item in value.items()]
    if isinstance(value, list):
        return [Slot(index, Draft(None, item)) for index, item in enumerate(value)]
    return []
