"""Owners' lanes behind the states."""

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
    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}}}
)


@pytest.fixture
def board(page: Page, harness: Callable[[str], str]) -> Board:
    """A flow with a lane around A."""
    board = Board(page).open(harness(LINE))
    board.select("A")
    page.keyboard.press("f")
    board.type_name("Carts")
    board.settle()
    return board


def boxes(board: Board) -> tuple[dict[str, float], dict[str, float]]:
    lane, state = board.page.locator(".lane").bounding_box(), board.state("A").bounding_box()
    assert lane and state
    return dict(lane), dict(state)


def deselect(board: Board) -> None:
    board.pane.click(position={"x": 5, "y": 300})


def test_a_lane_frames_what_is_selected(board: Board) -> None:
    lane, state = boxes(board)
    assert lane["x"] < state["x"] and state["x"] + state["width"] < lane["x"] + lane["width"]
    assert lane["y"] < state["y"] and state["y"] + state["height"] < lane["y"] + lane["height"]
    board.page.reload()
    expect(board.page.locator(".lane-owner")).to_have_text("Carts")


@deep_only
def test_what_stands_on_a_lane_is_clicked_dragged_and_connected_as_ever(board: Board) -> None:
    board.select("A")
    assert board.selected() == {"A"}
    board.move("A", 8, 6)
    board.settle()
    board.connect("B", "next", "A")
    board.settle()
    assert ("B", "next", "A") in board.arrows()
    deselect(board)
    lane, _ = boxes(board)
    board.page.mouse.click(lane["x"] + 6, lane["y"] + lane["height"] - 6)
    expect(board.page.locator(".react-flow__node.selected")).to_have_count(0)


def test_a_lane_is_moved_by_its_title(board: Board) -> None:
    deselect(board)
    before, state = boxes(board)
    mouse = board.page.mouse
    mouse.move(before["x"] + 30, before["y"] + 12)
    mouse.down()
    mouse.move(before["x"] + 90, before["y"] + 42, steps=5)
    mouse.up()
    board.settle()
    after, same = boxes(board)
    assert after["x"] - before["x"] > 40 and after["y"] - before["y"] > 20
    assert state == same


def test_a_lane_is_resized_by_its_corner(board: Board) -> None:
    before, _ = boxes(board)
    corner = board.page.locator(".react-flow__resize-control.handle.bottom.right").bounding_box()
    assert corner
    mouse = board.page.mouse
    mouse.move(corner["x"] + 6, corner["y"] + 6)
    mouse.down()
    mouse.move(corner["x"] + 106, corner["y"] + 86, steps=5)
    mouse.up()
    board.settle()
    board.page.reload()
    expect(board.page.locator(".lane")).to_be_visible()
    after, _ = boxes(board)
    assert (
        abs(after["width"] - before["width"] - 100) < 4 and abs(after["height"] - before["height"] - 80) < 4
    )


def test_a_lane_is_renamed_and_deleted_by_keyboard(board: Board) -> None:
    page = board.page
    page.locator(".lane-title").dblclick()
    board.type_name("Stock")
    expect(page.locator(".lane-owner")).to_have_text("Stock")
    page.keyboard.press("Delete")
    expect(page.locator(".lane")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator(".lane-owner")).to_have_text("Stock")


@deep_only
def test_a_lane_is_fitted_to_more_states(board: Board) -> None:
    page = board.page
    page.keyboard.press("Control+a")
    page.keyboard.press("f")
    board.settle()
    lane, _ = boxes(board)
    last = board.state("B").bounding_box()
    assert last and last["y"] + last["height"] < lane["y"] + lane["height"]
