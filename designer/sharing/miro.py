"""Sends the picture of a workflow to a board of Miro, and the next one in its place.

The sidecar remembers the board and the items, and nothing that gives access to them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from designer.base.refusal import Refusal
from designer.sharing.account import Account
from designer.sharing.miro_api import MOST_BYTES, Image, MiroApi, Wait
from designer.workspace.sidecar.values import set_value
from exporters import export
from exporters.settings import Settings, Subject
from schemas.core.paths import Json
from schemas.sidecar.miro import read_miro
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Change, Workflow

SCALES = (2.0, 1.5, 1.0, 0.7, 0.5, 0.3)
"""The sizes that are tried one after the other until the picture is not too large for Miro."""

MOST_OF_TITLE = 200
_BOARD = re.compile(r"[A-Za-z0-9_=-]{1,100}")
_ADDRESS = re.compile(r"https://(?:[\w.-]+\.)?miro\.com/app/board/([^/?#]+)")


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture on a board: of what, the board's id, the item's id, and true if it took the place of one."""

    subject: Subject
    board: str
    item: str
    is_update: bool

    @property
    def url(self) -> str:
        """The address of the picture for a browser."""
        return f"https://miro.com/app/board/{self.board}/?moveToWidget={self.item}"

    def remembered(self, workflow: Workflow) -> Change:
        """The change of the sidecar that remembers the item."""
        known = read_miro(workflow.design)
        items = known.items if known.board == self.board else {}
        value: Json = {"board": self.board, "items": {**items, self.subject: self.item}}
        return set_value(workflow, ("miro",), value)


def board_id(text: str) -> str:
    """The id of a board from its id or its address. Raises `Refusal`."""
    address = _ADDRESS.match(text.strip())
    found = (address[1].replace("%3D", "=") if address else text).strip()
    if not _BOARD.fullmatch(found):
        raise Refusal("miro.bad-board")
    return found


def send(
    workflow: Workflow,
    board: str,
    settings: Settings,
    account: Account,
    wait: Wait = time.sleep,
    now: Callable[[], float] = time.time,
) -> Sent:
    """Draw the workflow, or its sketch, and send it: in place of what was sent to that board before.

    Raises `Refusal`, and `ExportRefused` for what cannot be drawn.
    """
    has_none = workflow.is_empty and bool(read_sketch(workflow.design).cards)
    subject: Subject = "sketch" if has_none else settings.subject
    image = _image(workflow, replace(settings, subject=subject))
    api = MiroApi(account, wait, now)
    known = read_miro(workflow.design)
    before = known.items.get(subject) if known.board == board else None
    item = api.replace(board, before, image) if before else None
    if item:
        return Sent(subject, board, item, is_update=True)
    return Sent(subject, board, api.create(board, image), is_update=False)


def _image(workflow: Workflow, settings: Settings) -> Image:
    """The picture in the largest size that Miro takes."""
    title = (workflow.design.title or workflow.name)[:MOST_OF_TITLE]
    for scale in SCALES:
        (picture,) = export(workflow, "png", settings=replace(settings, scale=scale))
        if len(picture.data) <= MOST_BYTES:
            return Image(picture.data, title)
    raise Refusal("miro.too-large")
