"""Presenting a workflow step by step, by keyboard."""

from __future__ import annotations

import json

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Locator, Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

RULE = {"Comment": "in stock", "Variable": "$.left", "NumericGreaterThan": 0, "Next": "Pay"}
FLOW = json.dumps(
    {
        "StartAt": "Read",
        "States": {
            "Read": {"Type": "Pass", "Comment": "Reads the cart.", "Next": "Ask"},
            "Ask": {"Type": "Choice", "Choices": [RULE], "Default": "Sorry"},
            "Pay": {"Type": "Pass", "Next": "Done"},
            "Done": {"Type": "Succeed"},
            "Sorry": {"Type": "Fail"},
        },
    }
)


@pytest.fixture
def board(page: Page, designer: str, database: str) -> Board:
    page.emulate_media(reduced_motion="reduce")
    return Board(page).open(f"{designer}/?workflow={shelve(database, FLOW)}&lang=en")


def title(board: Board) -> Locator:
    return board.page.locator(".presented h2")


def present(board: Board) -> None:
    board.page.keyboard.press("p")
    expect(title(board)).to_have_text("Read")


def test_the_flow_alone_is_seen_with_large_words_and_the_current_state_in_the_middle(board: Board) -> None:
    present(board)
    page = board.page
    expect(page.locator(".palette")).to_be_hidden()
    expect(page.locator(".presented-note")).to_have_text("Reads the cart.")
    assert title(board).evaluate("h2 => parseFloat(getComputedStyle(h2).fontSize)") >= 34
    over = page.evaluate("document.elementFromPoint(innerWidth - 60, 20).closest('.st-key-topbar')")
    assert over is None
    board.page.keyboard.press("ArrowDown")
    expect(title(board)).to_have_text("Ask")
    box = board.state("Ask").bounding_box()
    assert box and abs(box["x"] + box["width"] / 2 - board.page.evaluate("innerWidth / 2")) < 4


def test_a_choice_offers_its_ways(board: Board) -> None:
    present(board)
    page = board.page
    page.keyboard.press("PageDown")
    expect(page.locator(".way")).to_have_text(["in stockPay", "otherwiseSorry"])
    page.keyboard.press("ArrowRight")
    expect(page.locator(".way[aria-current]")).to_have_text("otherwiseSorry")
    page.keyboard.press(" ")
    expect(title(board)).to_have_text("Sorry")
    page.keyboard.press("PageUp")
    page.keyboard.press("Enter")
    expect(title(board)).to_have_text("Pay")


@deep_only
def test_to_the_end_and_back_to_the_start(board: Board) -> None:
    present(board)
    page = board.page
    page.keyboard.press("End")
    expect(title(board)).to_have_text("Done")
    expect(page.locator(".presented-ways")).to_have_text("It ends here")
    page.keyboard.press("ArrowUp")
    expect(title(board)).to_have_text("Pay")
    page.keyboard.press("Home")
    expect(title(board)).to_have_text("Read")


def test_nothing_is_changed_while_presenting(board: Board) -> None:
    board.select("Ask")
    present(board)
    page = board.page
    for key in ("Delete", "Control+z", "F2", "m", "Control+a"):
        page.keyboard.press(key)
    page.mouse.click(640, 200)
    page.keyboard.press("Escape")
    board.settle()
    assert board.states() == {"Read", "Ask", "Pay", "Done", "Sorry"}
    expect(page.locator(".note")).to_have_count(0)


def test_what_was_seen_and_selected_before_comes_back(board: Board) -> None:
    page = board.page
    board.select("Ask")
    expect(page.locator(".st-key-inspector")).to_be_visible()
    before = board.state("Ask").bounding_box()
    present(board)
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(title(board)).to_have_count(0)
    expect(page.locator(".react-flow__node.selected [data-state]")).to_have_attribute("data-state", "Ask")
    expect(page.locator(".st-key-inspector")).to_be_visible()
    page.wait_for_function("document.fullscreenElement === null")
    board.settle()
    after = board.state("Ask").bounding_box()
    assert before and after
    assert abs(after["x"] - before["x"]) < 2 and abs(after["width"] - before["width"]) < 2
    assert page.locator('[data-look="engineering"]').get_attribute("aria-pressed") == "true"
