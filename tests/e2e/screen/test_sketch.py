"""The sketch page, as a person uses it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from awaiting import answered, eventually
from board import Board
from line import Line
from playwright.sync_api import Dialog, Page, expect
from shelving import shelve
from sketchboard import SketchBoard
from tooling import needs_chromium

from designer.library.store import Library, connect

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


class Desk(SketchBoard):
    """The sketch of a workflow opened in the designer."""

    def __init__(self, page: Page, designer: str, database: str) -> None:
        super().__init__(page)
        self.database = database
        self.id = shelve(database, FLOW)
        self.open(f"{designer}/?workflow={self.id}&lang=en&page=sketch")

    def kept(self) -> dict[str, dict[str, dict[str, object]]]:
        """The sketch as the library has it now."""
        said = json.loads(Library(connect(self.database)).read(self.id).design)
        return dict(said.get("sketch", {"cards": {}, "arrows": {}}))

    def expect_kept(self, wanted: Callable[[], bool]) -> None:
        """Wait until the library has what is wanted."""
        assert eventually(self.page, wanted), self.kept()


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Desk:
    return Desk(page, designer, database)


def test_what_is_drawn_is_there_after_a_reload(desk: Desk) -> None:
    desk.add("screen", "Cart")
    desk.add("decision", "In stock?")
    desk.add("failed", "Sold out")
    desk.select_nothing()
    desk.add("external", "Payment")
    arrow = desk.connect("In stock?", "Payment")
    desk.field(arrow, "label").fill("yes")
    desk.field(arrow, "label").press("Enter")
    expect(desk.frame.get_by_text("yes", exact=True)).to_be_visible()
    desk.select("Cart")
    desk.write("text", "Cart page")
    desk.write("owner", "Web team")
    expect(desk.card("Cart page").locator(".owner")).to_have_text("Owner: Web team")
    desk.drag("Payment", 120, 60)
    desk.select("Sold out")
    desk.press("delete")
    expect(desk.papers).to_have_count(3)
    before, labels = desk.look(), desk.labels()
    assert before["Payment"][1:] != (280, 0)
    assert labels == ["yes"]
    desk.expect_kept(lambda: len(desk.kept()["arrows"]) == 2)
    desk.open(desk.page.url)
    expect(desk.papers).to_have_count(3)
    assert (desk.look(), desk.labels()) == (before, labels)


def test_each_step_is_taken_back_and_done_again(desk: Desk) -> None:
    desk.add("step", "Check")
    desk.press("delete")
    expect(desk.papers).to_have_count(0)
    desk.press("undo")
    expect(desk.card("Check")).to_be_visible()
    desk.press("undo")
    expect(desk.card("Check")).to_have_count(0)
    desk.press("redo")
    expect(desk.card("Check")).to_be_visible()


def test_the_cursor_is_in_the_words_of_a_new_card_and_of_a_new_arrow(desk: Desk) -> None:
    for kind, words in (("screen", "Cart"), ("decision", "In stock?")):
        desk.press(f"add-{kind}")
        expect(desk.frame.locator(f".paper-{kind}.chosen")).to_be_visible()
        expect(desk.field(desk.chosen.get_attribute("data-id") or "", "text")).to_be_focused()
        desk.page.keyboard.type(words)
        desk.page.keyboard.press("Enter")
        expect(desk.chosen.locator(".text")).to_have_text(words)
    arrow = desk.connect("In stock?", "Cart")
    expect(desk.field(arrow, "label")).to_be_focused()


def test_a_card_is_turned_into_another_kind_moved_and_connected_without_the_mouse_on_the_board(
    desk: Desk,
) -> None:
    desk.add("step", "Ship")
    desk.add("note", "Ask the warehouse")
    desk.choose("Kind", "Person")
    expect(desk.chosen).to_contain_text("Person")
    desk.choose("Draw an arrow to", "Ship")
    expect(desk.arrows).to_have_count(1)
    desk.choose("Selected card", "Ship")
    expect(desk.chosen.locator(".text")).to_have_text("Ship")
    desk.press("forward")
    desk.expect_kept(lambda: next(iter(desk.kept()["cards"].values()))["position"] == {"x": 40, "y": 0})


def test_the_view_stays_while_cards_are_added_and_written(desk: Desk) -> None:
    desk.add("screen", "One")
    view = desk.frame.locator(".react-flow__viewport")
    desk.drag("One", 60, 40)
    before = view.get_attribute("style")
    desk.add("step", "Two")
    desk.select("One")
    expect(desk.arrows).to_have_count(1)
    assert view.get_attribute("style") == before


def test_a_gesture_during_an_answer_is_kept(page: Page, designer: str, database: str) -> None:
    line = Line(page)
    desk = Desk(page, designer, database)
    desk.add("screen", "One")
    answered(page)
    line.hold()
    desk.press("add-step")
    line.await_answers(1)
    desk.drag("One", 200, 100)
    line.await_answers(2)
    line.release()
    expect(desk.papers).to_have_count(2)
    uid = next(uid for uid, card in desk.kept()["cards"].items() if card["text"] == "One")
    desk.expect_kept(lambda: desk.kept()["cards"][uid]["position"] != {"x": 0, "y": 0})
    place = desk.kept()["cards"][uid]["position"]
    expect(desk.arrows).to_have_count(1)
    assert desk.look()["One"][1:] == (place["x"], place["y"])


def test_switching_pages_keeps_everything_and_shows_only_one(desk: Desk) -> None:
    desk.add("screen", "Cart")
    page = desk.page
    page.get_by_text("Workflow", exact=True).click()
    board = Board(page)
    expect(board.state("A")).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)
    board.select("A")
    expect(page.locator(".st-key-inspector")).to_be_visible()
    page.get_by_text("Sketch", exact=True).click()
    expect(desk.ready().card("Cart")).to_be_visible()
    expect(board.root).to_have_count(0)
    page.get_by_text("Workflow", exact=True).click()
    expect(page.locator(".st-key-inspector").get_by_label("Name")).to_have_value("A")
    expect(page.locator(".react-flow__node.selected")).to_have_count(1)


HOSTILE = [
    '<script>alert("x")</script>',
    "<img src=//x.invalid/a onerror=alert(1)>",
    '</div><iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "![a](//x.invalid/b) www.x.invalid $$x$$",
]


def test_hostile_words_are_shown_as_they_are(desk: Desk) -> None:
    dialogs: list[Dialog] = []
    asked: list[str] = []

    desk.page.on("dialog", lambda dialog: dialogs.append(dialog))
    desk.page.on("request", lambda request: asked.append(request.url))
    for text in HOSTILE:
        desk.add("step", text)
    desk.write("owner", HOSTILE[1])
    expect(desk.chosen.locator(".owner")).to_contain_text("<img src")
    arrow = desk.arrow_ids()[0]
    desk.frame.locator(f'[data-testid="rf__edge-{arrow}"] .react-flow__edge-interaction').dispatch_event(
        "click"
    )
    desk.field(arrow, "label").fill(HOSTILE[0])
    desk.field(arrow, "label").press("Enter")
    expect(desk.frame.locator(".react-flow__edge-text")).to_have_text(HOSTILE[0])
    desk.open(desk.page.url)
    expect(desk.papers).to_have_count(len(HOSTILE))
    assert desk.look().keys() == set(HOSTILE)
    assert desk.frame.locator(".paper :is(script, img, iframe, a, .katex)").count() == 0
    assert (dialogs, [url for url in asked if "x.invalid" in url]) == ([], [])
