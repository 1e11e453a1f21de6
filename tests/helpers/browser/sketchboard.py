"""The sketch as a person uses it: what is seen of its cards, and gestures."""

from __future__ import annotations

from board import Board
from playwright.sync_api import Locator, Page, expect


class SketchBoard(Board):
    """The canvas with a sketch; gestures are made by mouse and keyboard."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.cards = page.locator(".sketch-card")
        self.writing = page.locator(".card-field:not([data-ready])")
        self.at_hand = page.locator(".card-field[data-ready]")

    def ready(self) -> SketchBoard:
        expect(self.page.locator('[data-subject="sketch"] .react-flow__pane')).to_be_visible()
        return self

    def open(self, url: str) -> SketchBoard:
        self.page.goto(url)
        return self.ready()

    def card(self, text: str) -> Locator:
        return self.cards.and_(self.page.locator(f'[data-state="{text}"]'))

    def kinds(self) -> dict[str, str]:
        """The kinds of the cards that are shown, by what is written on them."""
        found = self.cards.evaluate_all("all => all.map(e => [e.dataset.state, e.dataset.type])")
        return dict(found)

    def drawn(self) -> set[str]:
        """The arrows that are shown, as "a>b" with the words of their cards."""
        return {f"{source}>{target}" for source, _, target in self.arrows()}

    def labels(self) -> set[str]:
        return set(self.page.locator(".arrow-words").all_text_contents())

    def handle(self, text: str) -> Locator:
        self.card(text).hover(position={"x": 8, "y": 8})
        return self.card(text).locator('[data-handle="out"]')

    def drag_arrow(self, text: str, target: Locator, at: tuple[float, float] | None = None) -> None:
        """Draw an arrow from below a card to something."""
        self._drag(self.handle(text), target, at)
