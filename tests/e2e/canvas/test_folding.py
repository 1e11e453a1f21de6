"""A Map or Parallel folded to a card: arrows lead to it, it shows the problems inside, nothing else moves."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

INNER = {"StartAt": "In", "States": {"In": {"Type": "Pass", "Next": "Gone"}, "Last": {"Type": "Succeed"}}}
FLOW = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "Both"},
            "Both": {"Type": "Parallel", "Branches": [INNER], "Next": "B"},
            "B": {"Type": "Pass", "End": True},
        },
    }
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    return Board(page).open(harness(FLOW))


def fold(board: Board, name: str) -> None:
    board.page.locator(f'[data-fold="{board.uid(name)}"]').click()


def test_a_folded_container_is_a_card_with_the_count_and_the_problems_of_its_states(board: Board) -> None:
    before = [board.state(name).bounding_box() for name in ("A", "B")]
    fold(board, "Both")
    assert [board.state(name).bounding_box() for name in ("A", "B")] == before, "what is untouched stays"
    assert board.states() == {"A", "Both", "B"}
    expect(board.state("Both")).to_contain_text("2 inside")
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "Both"), ("Both", "next", "B")}
    badge = board.state("Both").get_by_test_id("badge")
    expect(badge).to_be_visible()
    assert "Gone" in (badge.get_attribute("aria-label") or "")


def test_the_button_says_whether_it_is_open_also_after_a_reload(board: Board) -> None:
    button = board.page.get_by_role("button", name="Fold: Both")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    unfold = board.page.get_by_role("button", name="Unfold: Both")
    expect(unfold).to_have_attribute("aria-expanded", "false")
    board.open(board.page.url)
    expect(unfold).to_have_attribute("aria-expanded", "false")
    expect(board.state("Both")).to_contain_text("2 inside")


@deep_only
def test_a_key_folds_and_unfolds(board: Board) -> None:
    board.select("Both")
    board.page.keyboard.press("e")
    expect(board.state("In")).to_have_count(0)
    expect(board.root.get_by_role("status")).to_have_text("Both is folded")
    board.page.keyboard.press("e")
    expect(board.state("In")).to_be_visible()


def test_search_unfolds_what_it_finds(board: Board) -> None:
    fold(board, "Both")
    board.find("In")
    expect(board.state("In")).to_be_visible()
    assert board.selected() == {"In"}


@deep_only
def test_a_folded_container_that_was_moved_stands_there_unfolded(board: Board) -> None:
    before = left(board, "Both")
    fold(board, "Both")
    card = left(board, "Both")
    board.move("Both", 150, 20)
    board.settle()
    moved = left(board, "Both") - card
    board.select("Both")
    board.page.keyboard.press("e")
    assert moved > 100
    assert left(board, "Both") - before == pytest.approx(moved, abs=1)


def left(board: Board, name: str) -> float:
    box = board.state(name).bounding_box()
    assert box is not None
    return box["x"]
