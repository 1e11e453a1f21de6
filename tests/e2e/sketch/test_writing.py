"""Writing on cards, and from each to the next one, by keyboard."""

from __future__ import annotations

import pytest
from desk import ALONG, THREE, Desk
from line import Line
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


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
    desk.press("Escape")
    desk.page.locator(".react-flow__pane").click(position={"x": 300, "y": 200})
    expect(desk.writing).to_be_focused()
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


def test_after_a_failure_and_its_end_the_flow_goes_on_below_the_step(desk: Desk) -> None:
    desk.open_empty()
    for text in ("Cart: product", "Reserve the stock", "out of stock: Sold out"):
        desk.type(text)
        desk.press("Enter")
    expect(desk.card("Sold out")).to_be_visible()
    desk.press("Escape")
    desk.card("Sold out").click()
    desk.press("Alt+8", "Enter")
    desk.type("Charge the card")
    desk.press("Enter", "Escape")
    desk.settle()
    assert desk.drawn() == {
        "Cart: product>Reserve the stock",
        "Reserve the stock>Sold out",
        "Reserve the stock>Charge the card",
    }
    assert desk.labels() == {"out of stock"}
    step, end, following = (
        desk.card(name).bounding_box() for name in ("Reserve the stock", "Sold out", "Charge the card")
    )
    assert step
    assert end
    assert following
    assert end["x"] > step["x"] + step["width"]
    assert following["y"] > step["y"] + step["height"]


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
