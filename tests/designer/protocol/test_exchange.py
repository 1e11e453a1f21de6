"""Canvas and Python end with the same view although messages are lost, doubled or reordered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from budget import amount, deep
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pydantic import ValidationError

from designer.protocol.canvas import Caption, Node, Note, Numbered, Outbox, Patch, Response, View
from designer.protocol.exchange import KEPT_PATCHES, Exchange, due
from designer.protocol.patch import diff
from designer.workspace.actions.rename_state import RenameState

Message = TypeVar("Message")
EMPTY = View(nodes={}, edges={})


def node(id: str, name: str) -> Node:
    caption = Caption(title=name)
    look = {"business": caption, "engineering": caption}
    return Node(id=id, type="Pass", name=name, parent="", x=0, y=0, width=1, height=1, **look)


views = st.builds(
    View,
    nodes=st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz")).map(
        lambda names: {id: node(id, name) for id, name in names.items()}
    ),
    edges=st.just({}),
    notes=st.dictionaries(st.sampled_from("no"), st.text(max_size=2)).map(
        lambda texts: {id: Note(id=id, text=text, x=0, y=0) for id, text in texts.items()}
    ),
    can_undo=st.booleans(),
)


def patched(view: View, patch: Patch) -> View:
    """`view` after `patch`; what the canvas does with it in the browser."""
    nodes = {id: node for id, node in {**view.nodes, **patch.nodes}.items() if node}
    edges = {id: edge for id, edge in {**view.edges, **patch.edges}.items() if edge}
    notes = {id: note for id, note in {**view.notes, **patch.notes}.items() if note}
    return View(nodes=nodes, edges=edges, notes=notes, can_undo=patch.can_undo, can_redo=patch.can_redo)


@given(views, views)
def test_patch_leads_from_one_view_to_the_next(before: View, after: View) -> None:
    assert patched(before, diff(before, after, 1)) == after


@given(st.lists(st.integers(1, 6)), st.integers(0, 6))
def test_each_number_is_due_once_and_in_order(numbers: list[int], applied: int) -> None:
    intents = [Numbered(number=n, intent=RenameState(uid="a", name=str(n))) for n in numbers]
    found = due(Outbox(client="c", attempt=0, seen=0, intents=intents), applied)
    assert [n.number for n in found] == sorted({n for n in numbers if n > applied})


@dataclass
class Server:
    """Python's side: each intent's number is written down, and shown as the name of the only state."""

    exchange: Exchange = field(default_factory=lambda: Exchange("w", EMPTY))
    log: list[int] = field(default_factory=list)

    def receive(self, outbox: Outbox) -> Response:
        for numbered in due(outbox, len(self.log)):
            self.log.append(numbered.number)
            self.exchange.show(View(nodes={"a": node("a", str(numbered.number))}, edges={}))
        return self.exchange.deliver(outbox, len(self.log), "en")

    def restart(self) -> None:
        """A new session of Python: what was applied is kept, the numbers of views are not."""
        view = self.exchange.view
        self.exchange = Exchange("w", view)


@dataclass
class Client:
    """The browser's side, as `client/store.ts` does it."""

    view: View = EMPTY
    epoch: str = ""
    number: int = -1
    written: int = 0
    acknowledged: int = 0

    def send(self) -> Outbox:
        waiting = range(self.acknowledged + 1, self.written + 1)
        intents = [Numbered(number=n, intent=RenameState(uid="a", name=str(n))) for n in waiting]
        return Outbox(client="c", attempt=0, epoch=self.epoch, seen=self.number, intents=intents)

    def receive(self, response: Response) -> None:
        if not self._catch_up(response):
            self.number = -1
            return
        self.acknowledged = max(self.acknowledged, response.acknowledged)

    def _catch_up(self, response: Response) -> bool:
        is_same_epoch = response.epoch == self.epoch and self.number >= 0
        if is_same_epoch and response.number <= self.number:
            return True
        if response.view:
            self.view, self.epoch, self.number = response.view, response.epoch, response.number
            return True
        if not is_same_epoch:
            return False
        for patch in response.patches:
            if patch.number == self.number + 1:
                self.view, self.number = patched(self.view, patch), patch.number
        return self.number == response.number


class Line(RuleBasedStateMachine):
    """Server and client with a bad line between them: messages are lost, doubled and turned round."""

    def __init__(self) -> None:
        super().__init__()
        self.server, self.client = Server(), Client()
        self.outboxes: list[Outbox] = []
        self.answers: list[Response] = []

    @rule()
    def gesture(self) -> None:
        self.client.written += 1
        self.outboxes.append(self.client.send())

    @rule()
    def retry(self) -> None:
        self.outboxes.append(self.client.send())

    @rule(which=st.integers(0), keep=st.booleans())
    def outbox_arrives(self, which: int, keep: bool) -> None:
        if outbox := _taken(self.outboxes, which, keep):
            self.answers.append(self.server.receive(outbox))

    @rule(which=st.integers(0), keep=st.booleans())
    def answer_arrives(self, which: int, keep: bool) -> None:
        if answer := _taken(self.answers, which, keep):
            self.client.receive(answer)

    @rule(which=st.integers(0))
    def outbox_is_lost(self, which: int) -> None:
        _taken(self.outboxes, which, keep=False)

    @rule(which=st.integers(0))
    def answer_is_lost(self, which: int) -> None:
        _taken(self.answers, which, keep=False)

    @rule()
    def server_restarts(self) -> None:
        self.server.restart()

    @invariant()
    def each_intent_is_applied_once_in_order(self) -> None:
        assert self.server.log == list(range(1, len(self.server.log) + 1))

    @invariant()
    def nothing_is_dropped_before_it_is_applied(self) -> None:
        assert self.client.acknowledged <= len(self.server.log)

    def teardown(self) -> None:
        for _ in range(2):
            self.client.receive(self.server.receive(self.client.send()))
        assert len(self.server.log) == self.client.written == self.client.acknowledged
        assert self.client.view == self.server.exchange.view


def _taken(messages: list[Message], which: int, keep: bool) -> Message | None:
    if not messages:
        return None
    index = which % len(messages)
    return messages[index] if keep else messages.pop(index)


TestLine = deep(Line.TestCase)
TestLine.settings = settings(max_examples=amount(25, 500), stateful_step_count=40)


def test_whole_view_only_at_first_or_for_a_gap() -> None:
    server, client = Server(), Client()
    client.receive(server.exchange.deliver(None, 0, "en"))
    for _ in range(3):
        client.written += 1
        answer = server.receive(client.send())
        assert answer.view is None and len(answer.patches) == 1
        client.receive(answer)
    client.number = -1
    assert server.receive(client.send()).view is not None


def test_client_that_is_far_behind_gets_the_whole_view() -> None:
    exchange = Exchange("w", EMPTY)
    behind = Outbox(client="c", attempt=0, epoch=exchange.epoch, seen=0, intents=[])
    for number in range(KEPT_PATCHES + 1):
        exchange.show(View(nodes={"a": node("a", str(number))}, edges={}))
    assert exchange.deliver(behind, 0, "en").view == exchange.view


def test_view_of_another_session_is_no_ground_for_patches() -> None:
    before, exchange = Exchange("w", EMPTY), Exchange("w", EMPTY)
    for name in "ab":
        exchange.show(View(nodes={name: node(name, name)}, edges={}))
    outbox = Outbox(client="c", attempt=0, epoch=before.epoch, seen=1, intents=[])
    assert exchange.deliver(outbox, 0, "en").view == exchange.view


def test_same_view_makes_no_patch() -> None:
    exchange = Exchange("w", EMPTY)
    exchange.show(View(nodes={}, edges={}))
    assert exchange.number == 0


@pytest.mark.parametrize(
    ("client", "number", "x"),
    [
        ("c", 0, 0),
        ("c", 2**63, 0),
        ("", 1, 0),
        ("\ud800", 1, 0),
        ("c", 1, float("inf")),
        ("c", 1, float("nan")),
    ],
)
def test_what_no_canvas_says_is_not_of_the_protocol(client: str, number: int, x: float) -> None:
    move = {"kind": "move-states", "places": [{"uid": "a", "x": x, "y": 0}]}
    outbox = {"client": client, "attempt": 1, "seen": 0, "intents": [{"number": number, "intent": move}]}
    with pytest.raises(ValidationError):
        Outbox.model_validate(outbox)
