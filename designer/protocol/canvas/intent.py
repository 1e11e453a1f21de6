"""The base of all intents, and parts of some of them.

An intent is the message of one gesture. Each kind stands with its action, in a module of its own in
`designer/workspace/actions/` or `sketch_actions/`; the frontend's type `Intent` is generated as the union of
them.
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


class NewCard(Message):
    """A card; the canvas chooses its uid and its place."""

    uid: str
    card_kind: str
    text: str
    x: float
    y: float


class NewArrow(Message):
    """An arrow from one card to another; the canvas chooses its uid."""

    uid: str
    source: str
    target: str
    label: str = ""


class Redirection(Message):
    """Another target of the arrow with the id `edge`."""

    edge: str
    target: str
