"""A person who draws while others talk; every key, click and typed text is a gesture, and is counted."""

from __future__ import annotations

from board import Board
from playwright.sync_api import expect


class Facilitator:
    """Draws on a board in Japanese."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.gestures = 0

    def add(self, template: str, name: str) -> None:
        """Click a part: it follows what is selected, or fills it."""
        self.board.page.locator(f'[data-template="{template}"]').click()
        self.gestures += 1
        self._name(name)

    def select(self, name: str) -> None:
        """Find a state."""
        self._press("/")
        self._type(name)
        self._press("Enter")
        expect(self.board.page.locator(".react-flow__node:focus")).to_have_attribute(
            "data-id", self.board.uid(name)
        )

    def lead(self, way: str, target: str) -> None:
        """Draw an arrow from the selected state to one that is there."""
        self._choose(way, target)

    def lead_to_new(self, way: str, part: str, name: str) -> None:
        """Draw an arrow to a new state."""
        self._choose(way, f"新しい {part}")
        self._name(name)

    def _choose(self, way: str, target: str) -> None:
        self._press("c")
        wanted = self.board.page.locator(f'[data-way="{way}"]')
        while not wanted.evaluate("item => item.matches(':focus')"):
            self._press("ArrowDown")
        self._press("Enter")
        self._type(target)
        self._press("Enter")

    def _name(self, name: str) -> None:
        field = self.board.page.locator(".name-field")
        field.fill(name)
        self.gestures += 1
        self._press("Enter")

    def _press(self, key: str) -> None:
        self.board.page.keyboard.press(key)
        self.gestures += 1

    def _type(self, text: str) -> None:
        self.board.page.keyboard.insert_text(text)
        self.gestures += 1
