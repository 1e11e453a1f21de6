"""The palette: every action of a service is found by words, and ready-made flows come in whole."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

LINE = json.dumps(
    {
        "StartAt": "A",
        "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}},
    }
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    return Board(page).open(harness(LINE))


def test_a_service_that_is_no_favourite_is_found_and_added(board: Board) -> None:
    board.page.get_by_role("searchbox").fill("athena start")
    board.click_new("athena:startQueryExecution")
    board.type_name("Ask")
    board.settle()
    assert ("B", "next", "Ask") in board.arrows()
    expect(board.state("Ask")).to_contain_text("Athena startQueryExecution")


def test_what_is_not_found_is_said(board: Board) -> None:
    board.page.get_by_role("searchbox").fill("no such thing")
    expect(board.page.get_by_text("Nothing found")).to_be_visible()


def test_a_ready_made_flow_goes_into_an_arrow(board: Board) -> None:
    board.drag_new("pattern:stock-check", board.page.locator('[data-arrow="next"]').first)
    expect(board.state("Reserve stock")).to_be_visible()
    board.settle()
    assert {
        ("A", "next", "Look up stock"),
        ("Look up stock", "next", "In stock?"),
        ("In stock?", "choice", "Reserve stock"),
        ("In stock?", "default", "Out of stock"),
        ("Reserve stock", "catch", "Out of stock"),
        ("Reserve stock", "next", "B"),
    } <= board.arrows()
    assert board.selected() == {"Look up stock", "In stock?", "Out of stock", "Reserve stock"}


@deep_only
def test_a_ready_made_flow_follows_what_is_selected(board: Board) -> None:
    board.select("B")
    board.click_new("pattern:polling")
    expect(board.state("Take the result")).to_be_visible()
    board.settle()
    assert ("B", "next", "Check the status") in board.arrows()
    board.page.keyboard.press("Control+z")
    expect(board.state("Take the result")).to_have_count(0)
