"""Sticky notes on the canvas."""

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
    return Board(page).open(harness(LINE))


def write_note(board: Board, text: str) -> None:
    board.page.keyboard.press("m")
    board.page.locator(".note-field").fill(text)
    board.page.keyboard.press("Enter")
    board.settle()


def test_a_note_is_added_by_key_written_at_once_and_kept(board: Board) -> None:
    write_note(board, "why? <b>because</b>")
    board.page.reload()
    expect(board.page.locator(".note")).to_have_text("why? <b>because</b>")


def test_a_note_is_dragged_from_the_palette(board: Board) -> None:
    page = board.page
    board._drag(page.locator('[data-annotation="note"]'), board.pane, (600, 500))
    page.locator(".note-field").fill("here")
    page.keyboard.press("Enter")
    board.settle()
    box, pane = page.locator(".note").bounding_box(), board.pane.bounding_box()
    assert box and pane
    assert box["x"] < pane["x"] + 600 < box["x"] + box["width"]
    assert box["y"] < pane["y"] + 500 < box["y"] + box["height"]


def test_a_note_is_edited_by_double_click_and_by_key(board: Board) -> None:
    page = board.page
    write_note(board, "one")
    page.locator(".note").dblclick()
    page.locator(".note-field").fill("two")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("three")
    page.keyboard.press("Enter")
    expect(page.locator(".note-text")).to_have_text("two\nthree", use_inner_text=True)
    page.keyboard.press("F2")
    page.locator(".note-field").fill("lost")
    page.keyboard.press("Escape")
    expect(page.locator(".note-text")).to_have_text("two\nthree", use_inner_text=True)


def test_states_and_notes_are_moved_deleted_and_restored_together(board: Board) -> None:
    page = board.page
    write_note(board, "beside")
    page.keyboard.press("Control+a")
    before = page.locator(".note").bounding_box()
    board.move("A", 60, 40)
    board.settle()
    after = page.locator(".note").bounding_box()
    assert before and after and after["x"] > before["x"] + 30
    page.keyboard.press("Control+z")
    board.settle()
    assert page.locator(".note").bounding_box() == before
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.locator(".note")).to_have_count(0)
    expect(board.state("A")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator(".note")).to_have_text("beside")
    expect(board.state("A")).to_be_visible()


@deep_only
def test_a_note_is_reached_selected_moved_and_edited_by_keyboard(board: Board) -> None:
    page = board.page
    write_note(board, "by hand")
    board.pane.click(position={"x": 5, "y": 300})
    note = page.get_by_role("group", name="by hand")
    note.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".react-flow__node-Note.selected")).to_be_visible()
    before = note.bounding_box()
    page.keyboard.press("Alt+ArrowRight")
    board.settle()
    after = note.bounding_box()
    assert before and after and after["x"] > before["x"]
    page.keyboard.press("F2")
    page.locator(".note-field").fill("by key")
    page.keyboard.press("Enter")
    expect(page.locator(".note")).to_have_text("by key")


@deep_only
def test_a_note_is_duplicated(board: Board) -> None:
    write_note(board, "twice")
    board.page.keyboard.press("Control+d")
    expect(board.page.locator(".note")).to_have_text(["twice", "twice"])
