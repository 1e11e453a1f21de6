"""Closing the browser, or `kill -9` of the server right after an acknowledged edit, loses nothing."""

from __future__ import annotations

import json

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Browser, Page
from serving import APP, served
from shelving import kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})


def add(board: Board, name: str) -> None:
    """Append a state, and return as soon as Python has acknowledged it."""
    board.click_new("Wait")
    board.type_name(name)
    board.settle()


def test_kill_9_after_an_acknowledged_edit_loses_nothing(page: Page, tmp_path) -> None:
    database = f"sqlite:///{tmp_path / 'library.db'}"
    with served(APP, DESIGNER_DATABASE=database) as server:
        id = shelve(database, FLOW)
        board = Board(page).open(f"{server.url}/?workflow={id}&lang=en")
        board.select("A")
        add(board, "After")
        server.process.kill()
        server.process.wait()
    assert list(json.loads(kept(database, id))["States"]) == ["A", "After"]
    with served(APP, DESIGNER_DATABASE=database) as server:
        board.open(f"{server.url}/?workflow={id}&lang=en")
        assert board.states() == {"A", "After"}
        page.keyboard.press("Control+z")
        page.locator('[data-state="After"]').wait_for(state="detached")


@deep_only
def test_closing_the_browser_loses_nothing(browser: Browser, designer: str, database: str) -> None:
    id = shelve(database, FLOW)
    for name in ("Second", "Third"):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        board = Board(context.new_page()).open(f"{designer}/?workflow={id}&lang=en")
        board.select("A")
        add(board, name)
        context.close()
    assert set(json.loads(kept(database, id))["States"]) == {"A", "Second", "Third"}
