"""One tab's sketch page: what is selected, what the board said last, and what it is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from designer.sketch import drawing
from designer.sketch.board import SHEET, Board, board, shows
from designer.sketch.gestures import gestures
from designer.sketch.kinds import kinds
from designer.sketch.places import anywhere, beneath
from designer.sketch.snapshot import Snapshot
from designer.workspace.actions import ActionRefused
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import Language
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Arrow, Card, CardKind, Sketch, read_sketch
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True)
class Delivery:
    """The message to the board: the board to show, its stamp, and whether to fit all of it into the view.

    The board takes it over only if it has said nothing after `timestamp`.
    """

    board: Board
    stamp: str
    timestamp: int
    fit: bool


class Sketchpad:
    """The sketch of an open workflow while its page is shown: changed by what a person does on the board and
    beside it. `selected` is the uid of a card or an arrow, or "", and `unwritten` of what was added last.

    What the board says may be older than what is known. So it is never taken for the sketch: what was done
    since it spoke before is found and done to the sketch as it stands.
    """

    def __init__(self, editor: OpenWorkflow) -> None:
        self.editor = editor
        self.key = f"sketch-{uuid4().hex}"
        self.selected = ""
        self.unwritten = ""
        self._heard: Snapshot | None = None
        self._board: Board | None = None
        self._stamp = ""
        self._fit = True

    @property
    def sketch(self) -> Sketch:
        """The sketch as it stands."""
        return read_sketch(self.editor.workflow.design)

    def hear(self, said: Snapshot) -> None:
        """Do what a person did on the board since it spoke last; what it said before that is passed over."""
        last = self._heard
        if last is not None and (said == last or said.timestamp < last.timestamp):
            return
        self._heard = said
        self._fit = self._fit and said.stamp != self._stamp
        if said.selected is not None:
            self.selected = "" if said.selected == SHEET else said.selected
        done = gestures(last if last and last.stamp == said.stamp else None, said)
        if done.moved:
            self.editor.change(lambda workflow: drawing.move(workflow, done.moved))
        for source, target in done.drawn:
            self.connect(source, target)

    def select(self, uid: str) -> None:
        """Select a card or an arrow; nothing with ""."""
        self.selected = uid

    def add(self, kind: CardKind) -> None:
        """Add an empty card: after the selected one, with an arrow where one may lead on, else alone."""
        cards = self.sketch.cards
        taken = [card.position for card in cards.values()]
        last = cards.get(self.selected)
        uid = _new_uid()
        place = beneath(last.position, taken) if last else anywhere(taken)
        leads = last and kinds()[last.kind].leads_on and kinds()[kind].is_reached
        arrows = {_new_uid(): Arrow(self.selected, uid)} if leads else {}
        self.editor.change(lambda workflow: drawing.add(workflow, {uid: Card(kind, "", place)}, arrows))
        self.selected = self.unwritten = uid

    def connect(self, source: str, target: str) -> None:
        """Draw an arrow, and select it."""
        uid = _new_uid()
        self.editor.change(lambda workflow: drawing.add(workflow, {}, {uid: Arrow(source, target)}))
        ends = {(arrow.source, arrow.target): id for id, arrow in self.sketch.arrows.items()}
        self.selected = self.unwritten = ends.get((source, target), "")

    def tell(self, uid: str, field: str, said: str) -> None:
        """Let a field of a card or an arrow say something else; where it is gone, that is told."""
        self.editor.change(lambda workflow: drawing.tell(_having(workflow, uid), uid, field, said))

    def move(self, uid: str, right: int, down: int) -> None:
        """Move a card by so much."""
        card = self.sketch.cards.get(uid)
        if card is not None:
            place = Point(card.position.x + right, card.position.y + down)
            self.editor.change(lambda workflow: drawing.move(workflow, {uid: place}))

    def delete(self, uid: str) -> None:
        """Delete a card, with its arrows, or an arrow."""
        self.editor.change(lambda workflow: drawing.delete(_having(workflow, uid), {uid}))
        self.selected = ""

    def deliver(self, language: Language, is_dark: bool) -> Delivery:
        """The message to mount the board with."""
        now, last = board(self.sketch, self.selected, language, is_dark), self._board
        if now != last:
            self._fit = self._fit or (last is not None and _has_outgrown(now, last))
            self._board, self._stamp = now, uuid4().hex
        is_behind = self._heard is not None and not shows(self._heard, now)
        timestamp = self._heard.timestamp if self._heard and is_behind else 0
        return Delivery(now, self._stamp, timestamp, self._fit)


def _has_outgrown(now: Board, before: Board) -> bool:
    """True if a new card made the sheet larger."""
    is_larger = now.sheet.data.content != before.sheet.data.content
    return is_larger and len(now.nodes) > len(before.nodes)


def _having(workflow: Workflow, uid: str) -> Workflow:
    """The workflow. Raises `ActionRefused` if its sketch does not have that card or arrow any more."""
    sketch = read_sketch(workflow.design)
    if uid not in sketch.cards and uid not in sketch.arrows:
        raise ActionRefused("action-gone")
    return workflow


def _new_uid() -> str:
    return uuid4().hex[:12]
