"""What canvas and Python say to each other; `frontend/src/protocol.gen.ts` is generated from this file.

The canvas sends an `Outbox`: every intent that Python has not acknowledged yet. Python answers with a
`Delivery`: the number of the last intent it has applied, and numbered patches of the view (or the whole
view). The numbers of views belong to an epoch, which begins anew with each session of Python.

Ids: a state's id is its uid from the sidecar. A scope's id is "" for the machine, the Map's uid for a Map's
processor, and "<uid>/<index>" for a Parallel's branch. An edge's id is "<source id>:<kind>:<index>" ("" for
the index of next and default; a start edge is "<scope id>:start:"). Positions are in pixels, from the top
left corner of the scope that the state stands in.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

StateType = Literal["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"]
EdgeKind = Literal["start", "next", "choice", "default", "catch"]
Severity = Literal["error", "warning", "hint"]


class Message(BaseModel):
    """A frozen value; a field that the protocol doesn't know is refused, and a number that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


# Intents: one small value for each gesture


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


class Delete(Message):
    """States (with what is in them) and arrows go; A -> B -> C becomes A -> C."""

    kind: Literal["delete"] = "delete"
    states: list[str] = []
    edges: list[str] = []


class Place(Message):
    """Where one state stands."""

    uid: str
    x: float
    y: float


class MoveStates(Message):
    """States were moved within their scopes."""

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
    """The ASL text of these states is wanted; Python answers with `Delivery.copied`."""

    kind: Literal["copy"] = "copy"
    states: list[str]


class Paste(Message):
    """The states of an ASL text, `{"States": {...}}`, are added to `scope`, the first one at this place.

    Their uids are `uid` and "-0", "-1", ...; the names are made unique.
    """

    kind: Literal["paste"] = "paste"
    uid: str
    text: str
    scope: str = ""
    x: float
    y: float


class Duplicate(Message):
    """The same states once more, each in its scope; their uids are `uid` and "-0", "-1", ..."""

    kind: Literal["duplicate"] = "duplicate"
    uid: str
    states: list[str]


class AddBranch(Message):
    """A Parallel gets one more, empty branch."""

    kind: Literal["add-branch"] = "add-branch"
    uid: str


class AutoLayout(Message):
    """Every state is placed anew."""

    kind: Literal["auto-layout"] = "auto-layout"


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


Intent = Annotated[
    AddState
    | Connect
    | Reconnect
    | RenameState
    | Delete
    | MoveStates
    | MoveToScope
    | Copy
    | Paste
    | Duplicate
    | AddBranch
    | AutoLayout
    | Undo
    | Redo
    | Select,
    Field(discriminator="kind"),
]


class Numbered(Message):
    """An intent and its number; numbers of one client rise by one."""

    number: int = Field(ge=1, lt=2**53)
    intent: Intent


class Outbox(Message):
    """All that the canvas has to say.

    `seen` is the number, within `epoch`, of the view that it shows; -1 asks for the whole view. `attempt`
    rises each time that the same intents are sent again.
    """

    client: str = Field(pattern=r"^[\w-]{1,64}$")
    attempt: int
    epoch: str = ""
    seen: int
    intents: list[Numbered]


# The view: what the canvas shows


class Problem(Message):
    """A diagnostic in the language of the screen."""

    code: str
    severity: Severity
    message: str


class Node(Message):
    """A state, or a Parallel's branch (`type` "Branch"); `parent` is the id of the node around it, or ""."""

    id: str
    type: StateType | Literal["Branch", "Unknown"]
    name: str
    parent: str
    x: float
    y: float
    width: float
    height: float
    resource: str = ""
    service: str = ""
    language: Literal["JSONPath", "JSONata"] = "JSONPath"
    terminal: bool = False
    problems: list[Problem] = []


class Edge(Message):
    """An arrow; `source` is a state's id, or a scope's id for a start arrow."""

    id: str
    kind: EdgeKind
    source: str
    target: str
    label: str = ""
    problems: list[Problem] = []


class View(Message):
    """The whole picture."""

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    can_undo: bool = False
    can_redo: bool = False


class Patch(Message):
    """What changed since view `number` - 1: None takes an id away."""

    number: int
    nodes: dict[str, Node | None] = {}
    edges: dict[str, Edge | None] = {}
    can_undo: bool = False
    can_redo: bool = False


class Copied(Message):
    """The ASL text that was asked for by the client's intent `number`."""

    number: int
    text: str


class Shown(Message):
    """What Python wants to be selected and seen; `number` rises with each wish."""

    number: int
    ids: list[str]


class Delivery(Message):
    """Python's answer to one client ("" before one has spoken), about one workflow.

    `view`, if given, is the whole view `number`; `patches` lead from the view that the client has seen to
    `number`. `acknowledged` is the last intent of this client that was applied.
    """

    workflow: str = ""
    client: str
    acknowledged: int
    epoch: str = ""
    number: int
    view: View | None = None
    patches: list[Patch] = []
    language: Literal["ja", "en"] = "ja"
    copied: Copied | None = None
    shown: Shown | None = None
