"""The sketch page, as a facilitator uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from awaiting import eventually
from line import Line
from playwright.sync_api import Page, expect
from shelving import shelve
from sketchboard import SketchBoard
from sketching import card
from tooling import needs_chromium

from designer.library.store import Library, connect
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
EMPTY = '{"StartAt": "", "States": {}}'
BETWEEN_KEYS = 30
"""Milliseconds, as a fast typist needs."""


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


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Desk:
    return Desk(page, designer, database)


THREE = {
    "a": card("step", "A"),
    "b": card("step", "B", 0, 160),
    "c": card("step", "C", 0, 320),
}
ALONG = {"ab": {"from": "a", "to": "b"}, "bc": {"from": "b", "to": "c"}}


def test_a_card_costs_its_words_and_one_key_and_no_letter_is_lost(desk: Desk) -> None:
    desk.page.emulate_media(reduced_motion="no-preference")
    desk.open_empty()
    zoom = desk.page.locator(".zoom").text_content()
    cards = [f"Step {number} of the order{'?' if number % 5 == 4 else ''}" for number in range(20)]
    for number, text in enumerate(cards):
        desk.type(text)
        if number + 1 < len(cards):
            desk.press("Tab" if number % 3 == 2 else "Enter")
    desk.press("Enter")
    expect(desk.cards).to_have_count(len(cards) + 1)
    assert desk.page.locator(".zoom").text_content() == zoom
    desk.press("Escape")
    desk.settle()
    assert desk.words() == cards
    assert len(desk.kept()["arrows"]) == len(cards) - 1
    assert set(desk.kinds().values()) == {"screen", "step", "decision"}
    last = desk.card(cards[-1])
    expect(last).to_be_in_viewport()
    desk.page.reload()
    desk.ready()
    expect(desk.cards).to_have_count(len(cards))


def test_a_checkout_is_drawn_from_nothing_by_keyboard(desk: Desk) -> None:
    desk.open_empty()
    for text in ("Cart", "In stock?", "yes: Charge the card", "Paid?", "yes: Ship"):
        desk.type(text)
        desk.press("Enter")
    desk.type("Order placed")
    desk.press("Alt+7", "Enter")
    desk.type("no: Give the stock back")
    desk.press("Enter", "/", "8")
    desk.type("Payment refused")
    desk.press("Enter", "Alt+8")
    desk.type("no: Sold out")
    desk.press("Enter", "Escape")
    desk.settle()
    assert desk.kinds() == {
        "Cart": "screen",
        "In stock?": "decision",
        "Charge the card": "step",
        "Paid?": "decision",
        "Ship": "step",
        "Order placed": "succeeded",
        "Give the stock back": "step",
        "Payment refused": "failed",
        "Sold out": "failed",
    }
    assert desk.drawn() == {
        "Cart>In stock?",
        "In stock?>Charge the card",
        "In stock?>Sold out",
        "Charge the card>Paid?",
        "Paid?>Ship",
        "Paid?>Give the stock back",
        "Ship>Order placed",
        "Give the stock back>Payment refused",
    }
    assert desk.labels() == {"yes", "no"}


def test_typing_writes_on_the_selected_card_also_what_is_composed(desk: Desk) -> None:
    desk.open_on(THREE, ALONG)
    desk.card("B").click()
    expect(desk.at_hand).to_be_focused()
    composing = desk.page.context.new_cdp_session(desk.page)
    for text in ("ｋ", "か", "かｔ", "かー", "かーと"):
        composing.send("Input.imeSetComposition", {"text": text, "selectionStart": 0, "selectionEnd": 0})
    composing.send("Input.insertText", {"text": "カート"})
    expect(desk.writing).to_have_value("Bカート")
    desk.press("Enter")
    expect(desk.card("Bカート")).to_be_visible()
    desk.type("Next")
    desk.press("Escape", "ArrowUp")
    desk.press("F2", "End")
    desk.type("!")
    desk.press("Shift+Enter")
    desk.type("more")
    desk.press("Enter", "Escape")
    desk.settle()
    assert set(desk.words()) == {"A!\nmore", "Bカート", "C"}


def test_the_next_card_comes_between_and_makes_room_and_undo_takes_it_back(desk: Desk) -> None:
    desk.open_on(THREE, ALONG)
    desk.card("A").click()
    desk.press("Enter")
    desk.type("Between")
    desk.press("Tab")
    desk.type("Beside")
    desk.press("Shift+Tab")
    desk.type("Sibling")
    desk.press("Enter", "Escape")
    expect(desk.card("Sibling")).to_be_visible()
    assert desk.drawn() == {"A>Between", "Between>B", "B>C", "Between>Beside", "Between>Sibling"}
    boxes = [each.bounding_box() for each in desk.cards.all()]
    assert not any(
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
        for one in boxes
        for other in boxes
        if one and other and one is not other
    )
    desk.press("Delete")
    expect(desk.card("Sibling")).to_have_count(0)
    desk.press("Control+z", "Control+z", "Control+z")
    expect(desk.card("Sibling")).to_have_count(0)
    expect(desk.card("Beside")).to_have_count(0)
    desk.press("Control+z")
    expect(desk.cards).to_have_count(3)
    assert desk.drawn() == {"A>B", "B>C"}
    desk.press("Control+y")
    expect(desk.card("Between")).to_be_visible()
    desk.expect_kept(lambda: "Between" in desk.words())


def test_a_pasted_list_becomes_cards_also_in_the_place_of_a_new_one(desk: Desk) -> None:
    desk.open_empty()
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = "text => navigator.clipboard.writeText(text)"
    desk.page.evaluate(copy, "Cart\nIn stock?\n  - yes: Charge\n  - no: Apologise\nClose the order")
    desk.press("Control+v")
    expect(desk.card("Close the order")).to_be_visible()
    assert desk.drawn() == {
        "Cart>In stock?",
        "In stock?>Charge",
        "In stock?>Apologise",
        "Charge>Close the order",
        "Apologise>Close the order",
    }
    desk.card("Close the order").click()
    desk.press("Control+c")
    desk.settle()
    assert eventually(
        desk.page, lambda: "Close the order" in desk.page.evaluate("navigator.clipboard.readText()")
    )
    desk.press("Control+v")
    expect(desk.card("Close the order")).to_have_count(2)


def test_a_flowchart_is_pasted_after_a_click_on_the_board(desk: Desk) -> None:
    desk.open_empty()
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    flowchart = "graph TD\nsubgraph Stock\nA[Reserve] --> B{Left?}\nend\nB -->|yes| C[(Orders)]\n"
    desk.page.evaluate("text => navigator.clipboard.writeText(text)", flowchart)
    desk.page.locator(".react-flow__pane").click(position={"x": 700, "y": 120})
    desk.press("Control+v")
    expect(desk.card("Orders")).to_be_visible()
    assert desk.drawn() == {"Reserve>Left?", "Left?>Orders"}


def test_cards_and_arrows_are_drawn_by_mouse(desk: Desk) -> None:
    desk.open_on({**THREE, "q": card("decision", "Q?", 320, 0)}, ALONG)
    desk.drag_arrow("Q?", desk.card("C"))
    desk.type("never")
    desk.press("Enter")
    expect(desk.page.locator(".arrow-words")).to_have_text("never")
    desk.drag_arrow("C", desk.pane, (700, 500))
    desk.type("Dropped")
    desk.press("Escape")
    desk.drag_arrow("C", desk.pane, (700, 500))
    desk.type("Written")
    desk.pane.click(position={"x": 20, "y": 400})
    expect(desk.card("Written")).to_be_visible()
    desk.page.mouse.dblclick(*_on(desk, 560, 560))
    desk.type("Alone")
    desk.press("Enter", "Escape")
    desk.card("Alone").dblclick()
    expect(desk.writing).to_be_focused()
    desk.press("Escape")
    desk.page.locator(".arrow-words").dblclick()
    desk.press("Control+a", "Delete", "Enter")
    expect(desk.page.locator(".arrow-words")).to_have_count(0)
    assert desk.drawn() == {"A>B", "B>C", "Q?>C", "C>Written"}
    desk.move("B", 200, 0)
    desk.expect_kept(lambda: desk.kept()["cards"]["b"]["position"] != {"x": 0, "y": 160})
    desk.drag_new("table", desk.pane, (760, 160))
    desk.type("Orders")
    desk.press("Enter", "Escape")
    desk.expect_kept(lambda: "Orders" in desk.words())
    assert desk.kinds()["Orders"] == "table"


def _on(desk: Desk, x: float, y: float) -> tuple[float, float]:
    box = desk.pane.bounding_box()
    assert box is not None
    return box["x"] + x, box["y"] + y


def test_what_is_typed_while_python_answers_late_is_kept_over_a_reload(
    page: Page, designer: str, database: str
) -> None:
    line = Line(page)
    desk = Desk(page, designer, database).open_empty()
    line.hold()
    for text in ("One", "Two", "Three"):
        desk.type(text)
        desk.press("Enter")
    line.await_answers(1)
    desk.type("Four")
    line.release()
    page.reload()
    desk.ready()
    expect(desk.card("Four")).to_be_visible()
    desk.settle()
    assert desk.words() == ["One", "Two", "Three", "Four"]
    assert desk.drawn() == {"One>Two", "Two>Three", "Three>Four"}


def test_switching_pages_keeps_everything_and_one_history(desk: Desk) -> None:
    desk.open_on(THREE, ALONG)
    desk.card("A").click()
    expect(desk.page.locator(".st-key-inspector").get_by_label("Text on the card")).to_have_value("A")
    desk.press("Delete")
    expect(desk.card("A")).to_have_count(0)
    desk.settle()
    desk.page.get_by_text("Workflow", exact=True).click()
    expect(desk.page.locator('[data-subject="workflow"] [data-state="A"]')).to_be_visible()
    desk.press("Control+z")
    desk.settle()
    desk.page.get_by_text("Sketch", exact=True).click()
    expect(desk.ready().card("A")).to_be_visible()


HOSTILE = [
    '<script>alert("x")</script>',
    "<img src=//x.invalid/a onerror=alert(1)>",
    "![a](//x.invalid/b) $$x$$",
]


def test_hostile_words_are_shown_as_they_are(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("dialog", lambda dialog: asked.append(dialog.message))
    desk.page.on("request", lambda request: asked.append(request.url))
    cards = {f"c{row}": card("step", text, 0, 160 * row, owner=text) for row, text in enumerate(HOSTILE)}
    desk.open_on(cards, {"n": {"from": "c0", "to": "c1", "label": HOSTILE[1]}})
    for text in HOSTILE:
        expect(desk.cards.filter(has_text=re.compile(re.escape(text)))).to_be_visible()
    desk.cards.first.click()
    expect(desk.page.locator(".st-key-inspector")).to_be_visible()
    assert not [each for each in asked if "x.invalid" in each or each == "1"]


def test_one_click_makes_the_workflow_and_says_what_is_open(desk: Desk) -> None:
    cards = {
        "page": card("screen", "Order (cart_id)"),
        "check": card("step", "Check stock", 0, 160),
        "enough": card("decision", "In stock?", 0, 320),
        "staff": card("person", "Call the customer (within 2 days)", 300, 480, owner="Order desk"),
        "done": card("succeeded", "Ordered", 0, 640),
    }
    ends = ["page>check", "check>enough", "enough>done", "enough>staff", "staff>done"]
    arrows = {
        each.replace(">", "-"): dict(zip(("from", "to"), each.split(">"), strict=True)) for each in ends
    }
    arrows["enough-done"]["label"], arrows["enough-staff"]["label"] = "yes", "no"
    desk.open_on(cards, arrows, EMPTY)
    page = desk.page
    page.get_by_role("button", name="Make the workflow").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("What does “Check stock” call?")).to_be_visible()
    expect(dialog.get_by_text("What happens if nobody answers")).to_be_visible()
    dialog.get_by_role("button", name="State").first.click()
    expect(page.locator("[data-state='Check stock']:has(.fact-undecided)")).to_be_visible()
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Check stock")
    kept = Library(connect(desk.database)).read(desk.id)
    states = json.loads(kept.asl)["States"]
    assert states["In stock?"]["Default"] == "Call the customer (within 2 days)"
    assert states["Call the customer (within 2 days)"]["TimeoutSeconds"] == 172_800

    page.get_by_role("combobox", name="Service").click()
    page.get_by_role("option", name="Lambda", exact=True).click()
    expect(page.locator("[data-state='Check stock']:has(.fact-undecided)")).to_have_count(0)
    page.get_by_role("button", name="Card of the sketch").click()
    expect(desk.card("Check stock")).to_be_visible()
    desk.expect_kept(lambda: "converted" in desk.kept())
    page.get_by_role("button", name="Match the workflow").click()
    expect(dialog.get_by_text("Sketch and workflow say the same.")).to_be_visible()
