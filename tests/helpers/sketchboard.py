"""The sketch page as a person uses it: what is seen on the board, and gestures."""

from __future__ import annotations

from awaiting import answered
from playwright.sync_api import Locator, Page, expect


class SketchBoard:
    """The sketch page in English; gestures are made by mouse and keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame = page.frame_locator(".st-key-stage iframe")
        self.chosen = self.frame.locator(".paper.chosen")
        self.papers = self.frame.locator(".paper")
        self.arrows = self.frame.locator(".react-flow__edge")
        self.details = page.locator(".st-key-sketch-details")

    def open(self, url: str) -> SketchBoard:
        self.page.goto(url)
        return self.ready()

    def ready(self) -> SketchBoard:
        expect(self.frame.locator(".sheet")).to_be_visible()
        return self

    def card(self, text: str) -> Locator:
        return self.papers.filter(has=self.frame.get_by_text(text, exact=True))

    def look(self) -> dict[str, tuple[str, int, int]]:
        """The cards that are shown: kind and place, by what is written on them."""
        found = self.papers.evaluate_all(
            """all => all.map(card => {
                const { m41, m42 } = new DOMMatrix(card.style.transform);
                const kind = card.className.match(/paper-([a-z]+)/)[1];
                return [card.querySelector('.text').innerText, kind, Math.round(m41), Math.round(m42)];
            })"""
        )
        return {text: (kind, x, y) for text, kind, x, y in found}

    def labels(self) -> list[str]:
        return self.frame.locator(".react-flow__edge-text").all_text_contents()

    def arrow_ids(self) -> list[str]:
        """The ids of the arrows that are shown."""
        return self.arrows.evaluate_all("all => all.map(e => e.dataset.testid.replace('rf__edge-', ''))")

    # Gestures

    def add(self, kind: str, text: str = "") -> None:
        """Add a card, and write on it."""
        count = self.papers.count()
        self.press(f"add-{kind}")
        expect(self.papers).to_have_count(count + 1)
        expect(self.chosen.locator(".text")).to_have_text("")
        if text:
            self.write("text", text)
            expect(self.chosen.locator(".text")).to_have_text(text)

    def press(self, name: str) -> None:
        self.page.locator(f".st-key-sketch-{name} button").first.click()

    def choose(self, label: str, option: str) -> None:
        """Choose in a list of the details. An answer that came while the list is open would close it."""
        answered(self.page)
        self.details.get_by_label(label).click()
        self.page.get_by_role("option", name=option).click()

    def write(self, field: str, text: str) -> None:
        """Write into a field of the selected card."""
        line = self.field(self.chosen.get_attribute("data-id") or "", field)
        line.fill(text)
        line.press("Enter")

    def field(self, uid: str, field: str) -> Locator:
        return self.page.locator(f'[class*="st-key-sketch-{uid}-{field}"] input')

    def select(self, text: str) -> None:
        self.card(text).click()
        expect(self.chosen.locator(".text")).to_have_text(text)

    def select_nothing(self) -> None:
        self.frame.locator(".sheet").click(position={"x": 6, "y": 6})
        expect(self.chosen).to_have_count(0)

    def drag(self, text: str, right: float, down: float) -> None:
        """Move a card by so many pixels of the screen."""
        box = _box(self.card(text))
        self._drag(box["x"] + 30, box["y"] + 20, box["x"] + 30 + right, box["y"] + 20 + down)

    def connect(self, source: str, target: str) -> str:
        """Draw an arrow from a card's dot to another card; its id, once it is kept and selected."""
        known = set(self.arrow_ids())
        start = _box(self.card(source).locator(".react-flow__handle-bottom"))
        end = _box(self.card(target).locator(".react-flow__handle-top"))
        self._drag(*_middle(start), *_middle(end))
        expect(self.frame.locator(".react-flow__edge.chosen")).to_have_count(1)
        return next(id for id in self.arrow_ids() if id not in known)

    def _drag(self, x: float, y: float, to_x: float, to_y: float) -> None:
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + 6, y + 2)
        mouse.move(to_x - 4, to_y - 4, steps=5)
        mouse.move(to_x, to_y, steps=2)
        mouse.up()


def _middle(box: dict[str, float]) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _box(locator: Locator) -> dict[str, float]:
    box = locator.bounding_box()
    assert box is not None, f"{locator} is not on the screen"
    return dict(box)
