"""The base of all intents, and a part that several of them share.

An intent is the message of one gesture. Each kind stands with its action, in a module of its own in
`designer/workspace/actions/`; the frontend's type `Intent` is generated as the union of them.
"""

from __future__ import annotations

from designer.protocol.message import Message


class Intent(Message):
    """A gesture of a person; `kind` tells which."""

    kind: str


class Place(Message):
    """The position of one state, note or lane."""

    uid: str
    x: float
    y: float
