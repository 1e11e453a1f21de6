"""By keyboard alone: Tab leads to the flow, the arrow keys lead on, and what has the focus is selected."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

INNER = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
FLOW = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "Each"},
            "Each": {
                "Type": "Map",
                "ItemProcessor": INNER,
                "Next": "B",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}],
            },
            "B": {"Type": "Pass", "End": True},
            "Sorry": {"Type": "Fail"},
        },
    }
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    """The flow, with its start reached by keyboard and selected."""
    board = Board(page).open(harness(FLOW))
    page.locator(".palette button").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    return board


def press(board: Board, *keys: str) -> None:
    for key in keys:
        board.page.keyboard.press(key)


def test_tab_leads_to_the_start_and_arrow_keys_into_a_container_and_out_of_it(board: Board) -> None:
    assert board.selected() == {"A"} == {board.focused()}
    expect(board.node("A")).to_have_attribute("aria-label", "A, Pass")
    press(board, "ArrowDown")
    assert board.selected() == {"Each"} == {board.focused()}
    outline = board.node("Each").evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline == "dashed", "the focus is seen"
    press(board, "ArrowDown")
    assert board.selected() == {"In"} == {board.focused()}
    press(board, "ArrowDown")
    assert board.selected() == {"B"} == {board.focused()}
    press(board, "ArrowUp", "ArrowUp", "ArrowUp")
    assert board.selected() == {"A"}


@deep_only
def test_shift_selects_the_next_one_as_well(board: Board) -> None:
    press(board, "Shift+ArrowDown")
    assert board.selected() == {"A", "Each"}


def test_alt_and_arrow_keys_move_a_state(board: Board) -> None:
    before = board.state("A").bounding_box()
    press(board, "Alt+ArrowRight", "Alt+ArrowRight", "Alt+Shift+ArrowRight")
    board.settle()
    after = board.state("A").bounding_box()
    assert before and after and after["x"] - before["x"] == pytest.approx(21, abs=0.5)
    assert board.focused() == "A"


def test_the_arrows_of_a_state_one_after_the_other_and_one_is_deleted(board: Board) -> None:
    press(board, "ArrowDown", "a")
    arrow = board.page.locator(".react-flow__edge.selected")
    expect(arrow).to_have_attribute("aria-label", "Each leads to B")
    press(board, "a")
    expect(arrow).to_have_attribute("aria-label", "On an error of Each, to Sorry: any error")
    press(board, "ArrowRight")
    assert board.selected() == {"Sorry"}
    board.select("Each")
    press(board, "a", "a", "Delete")
    board.settle()
    assert ("Each", "catch", "Sorry") not in board.arrows()


def test_a_name_that_is_taken_or_left_gives_the_focus_back_and_is_said(board: Board) -> None:
    press(board, "F2")
    board.type_name("First")
    assert board.focused() == "First"
    expect(board.root.get_by_role("status")).to_have_text("Renamed to First")
    press(board, "F2")
    board.page.locator(".name-field").fill("Other")
    press(board, "Escape")
    assert board.focused() == "First"
    board.settle()
    press(board, "Control+z")
    expect(board.root.get_by_role("status")).to_have_text("Undone")
