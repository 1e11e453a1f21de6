"""Arrows drawn, led elsewhere and started by keyboard; states added by it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps(
    {
        "StartAt": "Pay",
        "States": {
            "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": True},
            "Ship": {"Type": "Pass", "End": True},
            "Sorry": {"Type": "Fail"},
        },
    }
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    board = Board(page).open(harness(FLOW))
    board.select("Pay")
    return board


def press(board: Board, *keys: str) -> None:
    for key in keys:
        board.page.keyboard.press(key)


def test_the_way_out_and_the_target_are_chosen(board: Board) -> None:
    press(board, "c")
    expect(board.page.get_by_role("menuitem", name="Next")).to_be_focused()
    press(board, "Enter")
    expect(board.page.get_by_role("combobox", name="Target of the arrow from Pay")).to_be_focused()
    board.page.keyboard.type("shi")
    press(board, "Enter")
    board.settle()
    assert ("Pay", "next", "Ship") in board.arrows()
    assert board.focused() == "Pay"


@deep_only
def test_an_error_leads_elsewhere(board: Board) -> None:
    press(board, "c", "ArrowDown", "Enter", "ArrowDown", "Enter")
    board.settle()
    assert ("Pay", "catch", "Sorry") in board.arrows()


def test_escape_draws_nothing(board: Board) -> None:
    press(board, "c", "Escape")
    expect(board.page.get_by_role("menu")).to_have_count(0)
    press(board, "c", "Enter", "Escape")
    expect(board.page.get_by_role("combobox")).to_have_count(0)
    assert board.arrows() == {("start", "start", "Pay")}
    assert board.focused() == "Pay"


def test_a_new_state_is_the_target(board: Board) -> None:
    press(board, "c", "Enter")
    board.page.keyboard.type("wait")
    press(board, "Enter")
    board.type_name("Rest")
    board.settle()
    assert ("Pay", "next", "Rest") in board.arrows()


@deep_only
def test_what_an_error_leads_to_stands_beside(board: Board) -> None:
    press(board, "c", "ArrowDown", "Enter")
    board.page.keyboard.type("new: pass")
    press(board, "Enter")
    board.type_name("Undo")
    board.settle()
    assert ("Pay", "catch", "Undo") in board.arrows()
    source, target = board.state("Pay").bounding_box(), board.state("Undo").bounding_box()
    assert source and target and target["x"] > source["x"] + source["width"]


def test_an_arrow_is_led_elsewhere(board: Board) -> None:
    board.connect("Pay", "next", "Ship")
    board.settle()
    press(board, "Escape")
    board.select("Pay")
    press(board, "a", "c")
    board.page.keyboard.type("sorry")
    press(board, "Enter")
    board.settle()
    assert ("Pay", "next", "Sorry") in board.arrows()


@deep_only
def test_the_flow_starts_elsewhere(board: Board) -> None:
    board.select("Ship")
    press(board, "s")
    board.settle()
    assert ("start", "start", "Ship") in board.arrows()


def test_a_part_is_found_and_added(board: Board) -> None:
    press(board, "n")
    board.page.keyboard.type("wait")
    press(board, "Enter")
    board.type_name("Rest")
    board.settle()
    assert ("Pay", "next", "Rest") in board.arrows()
    assert board.focused() == "Rest"


@deep_only
def test_parts_are_gone_through_by_arrow_keys(board: Board) -> None:
    press(board, "n", "ArrowDown", "ArrowDown", "Enter")
    board.type_name("Which?")
    board.settle()
    assert ("Pay", "next", "Which?") in board.arrows()
