"""The sketch page of the designer, and the library behind it."""

from __future__ import annotations

import json
from collections.abc import Callable

from awaiting import eventually
from playwright.sync_api import Page, expect
from shelving import shelve
from sketchboard import SketchBoard
from sketching import card

from designer.library.store import Library, connect
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FLOW = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
BETWEEN_KEYS = 30
"""Milliseconds, as a fast typist needs."""

THREE = {
    "a": card("step", "A"),
    "b": card("step", "B", 0, 160),
    "c": card("step", "C", 0, 320),
}
ALONG = {"ab": {"from": "a", "to": "b"}, "bc": {"from": "b", "to": "c"}}


class Desk(SketchBoard):
    """The sketch of a workflow opened in the designer."""

    def __init__(self, page: Page, designer: str, database: str) -> None:
        super().__init__(page)
        self.database = database
        self.url = f"{designer}/?lang=en&page=sketch&workflow="
        self.id = ""

    def open_on(
        self, cards: dict[str, dict[str, object]], arrows: dict[str, dict[str, str]], flow: str = FLOW
    ) -> Desk:
        design = {"version": 1, "sketch": {"cards": cards, "arrows": arrows}}
        workflow = Workflow("w", Document.parse(flow), Design(Document.parse(json.dumps(design), "json")))
        self.id = Library(connect(self.database)).add(workflow)
        self.open(self.url + self.id)
        return self

    def open_empty(self) -> Desk:
        self.id = shelve(self.database, FLOW)
        self.open(self.url + self.id)
        expect(self.writing).to_be_focused()
        return self

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=BETWEEN_KEYS)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def kept(self) -> dict[str, dict[str, dict[str, object]]]:
        """The sketch as the library has it now."""
        said = json.loads(Library(connect(self.database)).read(self.id).design)
        return dict(said.get("sketch", {"cards": {}, "arrows": {}}))

    def words(self) -> list[object]:
        """The words of the cards that the library has."""
        return [each["text"] for each in self.kept()["cards"].values()]

    def expect_kept(self, wanted: Callable[[], bool]) -> None:
        """Wait until the library has what is wanted."""
        assert eventually(self.page, wanted), self.kept()
