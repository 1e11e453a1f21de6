"""Intents: one small value for each gesture."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from designer.protocol.canvas.annotations import AddLane, AddNote, EditNote, RenameLane, ResizeLane
from designer.protocol.message import EdgeKind, Message
from schemas.core.view_mode import ViewMode


class AddState(Message):
    """A new state from the palette. The canvas chooses uid and name; Python may answer with another name.

    `scope` is where it lands; `edge`, if given, is the arrow it is put into; `after`, if given, is the state
    that it follows (the new state takes over that state's Next). `template` names a palette entry. `way`, if
    given, is an arrow of that kind that is drawn to the new state: from `after`, or as the start of `scope`.
    """

    kind: Literal["add-state"] = "add-state"
    uid: str
    name: str
    template: str
    scope: str = ""
    x: float
    y: float
    edge: str | None = None
    after: str | None = None
    way: EdgeKind | None = None


class Connect(Message):
    """A new arrow from `source` (a state's id, or a scope's id for a start arrow) to the state `target`.

    `next` and `default` replace what was there; `choice` adds a rule and `catch` a catcher.
    """

    kind: Literal["connect"] = "connect"
    edge: EdgeKind
    source: str
    target: str


class Reconnect(Message):
    """An existing arrow gets another target."""

    kind: Literal["reconnect"] = "reconnect"
    edge: str
    target: str


class RenameState(Message):
    """A state gets another name, everywhere it is named."""

    kind: Literal["rename-state"] = "rename-state"
    uid: str
    name: str


class NameForBusiness(Message):
    """A state gets another name for the people of the business; its own stays."""

    kind: Literal["name-for-business"] = "name-for-business"
    uid: str
    name: str


class Delete(Message):
    """States (with what is in them) and arrows go; A -> B -> C becomes A -> C.

    The ids of notes and lanes are among those of the states.
    """

    kind: Literal["delete"] = "delete"
    states: list[str] = []
    edges: list[str] = []


class Place(Message):
    """Where one state, note or lane stands."""

    uid: str
    x: float
    y: float


class MoveStates(Message):
    """States were moved within their scopes, notes and lanes beside them."""

    kind: Literal["move-states"] = "move-states"
    places: list[Place]


class MoveToScope(Message):
    """States leave their scope, which is healed as by `Delete`, and stand in `scope` from now on.

    Arrows among them stay. One state alone can be put into the arrow `edge`, or behind the state `after`.
    """

    kind: Literal["move-to-scope"] = "move-to-scope"
    places: list[Place]
    scope: str
    edge: str | None = None
    after: str | None = None


class Copy(Message):
    """The ASL text of these states is wanted; Python answers with `Response.clipboard`."""

    kind: Literal["copy"] = "copy"
    states: list[str]


class Paste(Message):
    """The states of an ASL text, `{"States": {...}}`, are added to `scope`, the first one at this place.

    `edge`, if given, is the arrow that they are put into; `after`, if given, the state that they follow.
    Their uids are `uid` and "-0", "-1", ...; the names are made unique.
    """

    kind: Literal["paste"] = "paste"
    uid: str
    text: str
    scope: str = ""
    x: float
    y: float
    edge: str | None = None
    after: str | None = None


class Duplicate(Message):
    """The same states once more, each in its scope; their uids are `uid` and "-0", "-1", ..."""

    kind: Literal["duplicate"] = "duplicate"
    uid: str
    states: list[str]


class AddBranch(Message):
    """A Parallel gets one more, empty branch."""

    kind: Literal["add-branch"] = "add-branch"
    uid: str


class Wrap(Message):
    """States of one scope go into a new Parallel or Map, which takes their place.

    What led to them leads to it, and it leads on to where they led. In a Parallel, states that no arrow
    connects run side by side. The canvas chooses uid and name; Python may answer with another name.
    """

    kind: Literal["wrap"] = "wrap"
    uid: str
    name: str
    type: Literal["Parallel", "Map"]
    states: list[str]


class AutoLayout(Message):
    """Every state is placed anew; where `states` are given, those are, among each other."""

    kind: Literal["auto-layout"] = "auto-layout"
    states: list[str] = []


class SearchActions(Message):
    """Search the services' actions for these words; Python answers with `Response.search_result`."""

    kind: Literal["find"] = "find"
    sought: str = Field(max_length=100)


class Undo(Message):
    """The last change is taken back."""

    kind: Literal["undo"] = "undo"


class Redo(Message):
    """The change taken back last is made again."""

    kind: Literal["redo"] = "redo"


class Select(Message):
    """These states and arrows are selected; the inspector follows."""

    kind: Literal["select"] = "select"
    ids: list[str]


class SetViewMode(Message):
    """The workflow is looked at in this way from now on; the inspector follows."""

    kind: Literal["look-as"] = "look-as"
    look: ViewMode


Intent = Annotated[
    AddState
    | Connect
    | Reconnect
    | RenameState
    | NameForBusiness
    | Delete
    | MoveStates
    | MoveToScope
    | Copy
    | Paste
    | Duplicate
    | AddBranch
    | Wrap
    | AutoLayout
    | SearchActions
    | Undo
    | Redo
    | AddNote
    | EditNote
    | AddLane
    | RenameLane
    | ResizeLane
    | Select
    | SetViewMode,
    Field(discriminator="kind"),
]
