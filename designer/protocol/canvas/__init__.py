"""The messages between canvas and Python; `protocol.gen.ts` in the frontend is generated from them.

The canvas sends an `Outbox`: every intent that Python has not acknowledged yet. Python answers with a
`Response`: the number of the last intent it has applied, and numbered patches of the view (or the whole
view). The numbers of views belong to an epoch, which begins anew with each session of Python. The kinds of
intents are in `designer/workspace/actions/` and `designer/workspace/sketch_actions/`, each with its action.

Ids: a state's id is its uid from the sidecar. A scope's id is "" for the machine, the Map's uid for a Map's
processor, and "<uid>/<index>" for a Parallel's branch. An edge's id is "<source id>:<kind>:<index>" ("" for
the index of next and default; a start edge is "<scope id>:start:"). A note's id is "note:<uid>", a lane's
"lane:<uid>". In a sketch a card's id is its uid, an arrow's "arrow:<uid>". Positions are in pixels, from the
top left corner of the scope that the state stands in.
"""

from designer.protocol.canvas.intent import Intent, NewArrow, NewCard, Place, Redirection
from designer.protocol.canvas.messages import (
    ClipboardText,
    FailurePath,
    Numbered,
    Outbox,
    Patch,
    Response,
    RevealRequest,
    RunMark,
    RunOverlay,
    RunStatus,
    SearchResult,
    ServiceAction,
    Subject,
)
from designer.protocol.canvas.view import (
    Caption,
    CardType,
    Edge,
    Fact,
    Lane,
    Node,
    Note,
    StateType,
    View,
)
from designer.protocol.message import EdgeKind, Marker, Message, Severity

__all__ = [
    "Caption",
    "CardType",
    "ClipboardText",
    "Edge",
    "EdgeKind",
    "Fact",
    "FailurePath",
    "Intent",
    "Lane",
    "Marker",
    "Message",
    "NewArrow",
    "NewCard",
    "Node",
    "Note",
    "Numbered",
    "Outbox",
    "Patch",
    "Place",
    "Redirection",
    "Response",
    "RevealRequest",
    "RunMark",
    "RunOverlay",
    "RunStatus",
    "SearchResult",
    "ServiceAction",
    "Severity",
    "StateType",
    "Subject",
    "View",
]
