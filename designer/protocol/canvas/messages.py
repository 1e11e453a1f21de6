"""The messages of the canvas: an outbox to Python, a response back."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import Field

from designer.protocol.canvas.intent import Intent
from designer.protocol.canvas.view import Edge, Lane, Node, Note, View
from designer.protocol.message import Message
from schemas.core.view_mode import ViewMode

AnyIntent = TypeVar("AnyIntent", bound=Intent)


class Numbered(Message, Generic[AnyIntent]):
    """An intent and its number; numbers of one client rise by one."""

    number: int = Field(ge=1, lt=2**53)
    intent: AnyIntent


class Outbox(Message, Generic[AnyIntent]):
    """Every intent of a client that Python has not acknowledged yet.

    `seen` is the number, within `epoch`, of the view that it shows; -1 asks for the whole view. `attempt`
    rises each time that the same intents are sent again.
    """

    client: str = Field(pattern=r"^[\w-]{1,64}$")
    attempt: int
    epoch: str = ""
    seen: int
    intents: list[Numbered[AnyIntent]]


class Patch(Message):
    """The changes since view `number` - 1; None takes an id away."""

    number: int
    nodes: dict[str, Node | None] = {}
    edges: dict[str, Edge | None] = {}
    notes: dict[str, Note | None] = {}
    lanes: dict[str, Lane | None] = {}
    can_undo: bool = False
    can_redo: bool = False


class ClipboardText(Message):
    """The ASL text that was asked for by the client's intent `number`."""

    number: int
    text: str


class ServiceAction(Message):
    """An action that a Task may call: a template for `AddState`, the key of its icon, and its name."""

    template: str
    service: str
    name: str


class SearchResult(Message):
    """The actions that match the words `query`, the best match first."""

    query: str
    actions: list[ServiceAction]


class RevealRequest(Message):
    """Asks the canvas to select these ids and bring them into sight; `number` rises with each request."""

    number: int
    ids: list[str]


Subject = Literal["workflow", "sketch"]
"""The thing that a canvas shows."""


class FailurePath(Message):
    """A failure to show over the flow, until the state is no longer selected; everything else is dimmed.

    `failed` is the state, `title` says in words what it runs into. `passed` are the ids of the states and
    edges that the run comes by after it, `done` and `perhaps` those of the states that have certainly or
    perhaps taken effect before.
    """

    title: str
    failed: str
    passed: list[str]
    done: list[str]
    perhaps: list[str]


RunStatus = Literal[
    "planned", "running", "waiting", "asked", "retrying", "succeeded", "caught", "failed", "stopped"
]
"""The status of a state in a run; `planned` is one that a person lets fail, before the run comes to it."""


class RunMark(Message):
    """A state at a moment of a run, and the words of its badge, "" for none."""

    status: RunStatus
    words: str


class RunOverlay(Message):
    """A moment of a run to show over the flow; `number` rises with each that is shown.

    `title` says in words what happens, `time` the virtual time since the beginning. `states` are by id.
    `fresh` are the ids of the states and edges that the run has come by since the moment before, in their
    order. A run that `is_busy` is to be resumed.
    """

    number: int
    status: RunStatus
    title: str
    time: str
    states: dict[str, RunMark]
    edges: list[str]
    fresh: list[str]
    is_busy: bool
    can_go_on: bool
    can_go_back: bool
    is_recorded: bool


class Response(Message):
    """Python's answer to one client ("" before one has spoken), about one workflow or its sketch.

    `view`, if given, is the whole view `number`; `patches` lead from the view that the client has seen to
    `number`. `acknowledged` is the last intent of this client that was applied.
    """

    workflow: str = ""
    subject: Subject = "workflow"
    client: str
    acknowledged: int
    epoch: str = ""
    number: int
    view: View | None = None
    patches: list[Patch] = []
    language: Literal["ja", "en"] = "ja"
    view_mode: ViewMode = "engineering"
    clipboard: ClipboardText | None = None
    search_result: SearchResult | None = None
    reveal: RevealRequest | None = None
    failure: FailurePath | None = None
    run: RunOverlay | None = None
    breakpoints: list[str] = []
