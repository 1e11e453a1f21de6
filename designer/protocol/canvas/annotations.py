"""Intents about what stands beside the states and is not ASL: notes, and lanes of those who answer.

They are moved, deleted and duplicated with the states, by the same intents.
"""

from __future__ import annotations

from typing import Literal

from designer.protocol.message import Message


class AddNote(Message):
    """A new note. The canvas chooses its uid."""

    kind: Literal["add-note"] = "add-note"
    uid: str
    text: str = ""
    x: float
    y: float


class EditNote(Message):
    """A note says something else."""

    kind: Literal["edit-note"] = "edit-note"
    id: str
    text: str


class AddLane(Message):
    """A new lane behind the states. The canvas chooses its uid."""

    kind: Literal["add-lane"] = "add-lane"
    uid: str
    owner: str
    x: float
    y: float
    width: float
    height: float


class RenameLane(Message):
    """Somebody else answers for what is in a lane."""

    kind: Literal["rename-lane"] = "rename-lane"
    id: str
    owner: str


class ResizeLane(Message):
    """A lane has another place and size."""

    kind: Literal["resize-lane"] = "resize-lane"
    id: str
    x: float
    y: float
    width: float
    height: float
