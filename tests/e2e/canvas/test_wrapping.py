"""Selected states wrapped in a Parallel or Map, and laid out, by key and by the bar of the selection."""

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
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Pass", "Next": "C"},
            "C": {"Type": "Pass", "End": True},
        },
    }
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    board = Board(page).open(harness(FLOW))
    board.select("B")
    return board


def test_a_key_wraps_in_a_map_which_is_selected_and_undone_in_one_step(board: Board) -> None:
    board.page.keyboard.press("r")
    expect(board.state("Map")).to_be_visible()
    assert {("A", "next", "Map"), ("Map", "next", "C"), ("start", "start", "B")} <= board.arrows()
    assert board.parent("B") == board.uid("Map")
    assert board.selected() == {"Map"}
    board.page.keyboard.press("Control+z")
    expect(board.state("Map")).to_have_count(0)
    assert ("B", "next", "C") in board.arrows()


@deep_only
def test_the_bar_that_only_a_selection_has_wraps_in_a_parallel(board: Board) -> None:
    bar = board.page.get_by_role("toolbar", name="Actions for the selection")
    expect(bar).to_be_visible()
    board.page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    board.select("B")
    bar.get_by_role("button", name="Wrap in a Parallel").click()
    expect(board.state("Parallel")).to_be_visible()
    assert board.parent("B") == f"{board.uid('Parallel')}/0"


def test_a_part_becomes_a_workflow_of_its_own_and_comes_back(board: Board) -> None:
    board.page.keyboard.press("Shift+ArrowUp")
    board.page.keyboard.press("x")
    expect(board.state("Part")).to_be_visible()
    assert {("start", "start", "Part"), ("Part", "next", "C")} <= board.arrows()
    assert board.selected() == {"Part"}
    board.page.keyboard.press("Control+z")
    expect(board.state("Part")).to_have_count(0)
    assert ("B", "next", "C") in board.arrows()


def test_the_selection_is_laid_out(board: Board) -> None:
    board.move("B", 300, 10)
    board.settle()
    board.page.keyboard.press("Shift+ArrowUp")
    assert board.selected() == {"A", "B"}
    before = board.state("C").bounding_box()
    board.page.keyboard.press("l")
    board.settle()
    a, b = board.state("A").bounding_box(), board.state("B").bounding_box()
    assert a and b and a["x"] == pytest.approx(b["x"], abs=1)
    assert board.state("C").bounding_box() == before
