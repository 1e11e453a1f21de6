"""What the canvas' keys do: copy, paste, duplicate, select, search, and the list of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

LINE = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Pass", "Next": "C"},
            "C": {"Type": "Pass", "End": True},
        },
    }
)


def test_duplicating(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.select("B")
    page.keyboard.press("Control+d")
    expect(board.state("B 2")).to_be_visible()
    assert board.selected() == {"B 2"}
    assert ("B 2", "next", "C") in board.arrows()


def test_copying_to_another_tab(page: Page, harness: Callable[[str], str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    board = Board(page).open(harness(LINE))
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    board.settle()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('States')")
    other = Board(page.context.new_page()).open(harness(json.dumps({"StartAt": "", "States": {}})))
    other.page.keyboard.press("Control+v")
    expect(other.state("C")).to_be_visible()
    other.settle()
    assert other.arrows() == {("start", "start", "A"), ("A", "next", "B"), ("B", "next", "C")}
    assert other.selected() == {"A", "B", "C"}


def test_cutting(page: Page, harness: Callable[[str], str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    board = Board(page).open(harness(LINE))
    board.select("B")
    page.keyboard.press("Control+x")
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "C")}
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('\"B\"')")
    board.select("A")
    page.keyboard.press("Control+v")
    expect(board.state("B")).to_be_visible()
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "B"), ("B", "next", "C")}


@deep_only
def test_pasting_what_holds_no_states_changes_nothing(page: Page, harness: Callable[[str], str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    board = Board(page).open(harness(LINE))
    page.evaluate("navigator.clipboard.writeText('<b>hello</b>')")
    page.keyboard.press("Control+v")
    board.settle()
    assert board.states() == {"A", "B", "C"}


def test_selecting_all_and_deleting(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    board.settle()
    assert board.states() == set()


@deep_only
def test_selecting_more_by_shift(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.select("A")
    page.keyboard.down("Shift")
    board.select("C")
    page.keyboard.up("Shift")
    assert board.selected() == {"A", "C"}


def test_searching_a_state(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    for key, name in (("/", "C"), ("Control+f", "A")):
        page.keyboard.press(key)
        page.get_by_role("combobox").fill(name.lower())
        page.keyboard.press("Enter")
        expect(page.get_by_role("combobox")).to_have_count(0)
        assert board.selected() == {name}


def test_the_list_of_keys(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert board.states() == {"A", "B", "C"}


@deep_only
def test_the_overview_map(page: Page, harness: Callable[[str], str]) -> None:
    Board(page).open(harness(LINE))
    page.get_by_role("button", name="Overview map").click()
    expect(page.locator(".react-flow__minimap")).to_be_visible()


def test_a_long_flow_is_seen_from_its_start_and_legible(page: Page, harness: Callable[[str], str]) -> None:
    names = [f"S{number}" for number in range(30)]
    steps = {name: {"Type": "Pass", "Next": after} for name, after in pairwise(names)}
    flow = {"StartAt": "S0", "States": steps | {"S29": {"Type": "Pass", "End": True}}}
    board = Board(page).open(harness(json.dumps(flow)))
    first, last = board.state("S0").bounding_box(), board.state("S29").bounding_box()
    assert first and first["width"] >= 0.6 * 220 and 0 < first["y"] < 300
    page.get_by_role("button", name="Fit to screen").click()
    expect(board.state("S29")).to_be_in_viewport()
    assert last and last["y"] > 900
