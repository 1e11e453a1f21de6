"""The names of React Flow's elements that its documentation does not promise are those on the page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from board import Board
from playwright.sync_api import Page, expect
from tooling import needs_chromium

from designer.components.typescript import SOURCES

pytestmark = [pytest.mark.browser, needs_chromium]

ADAPTER = SOURCES / "canvas" / "flow" / "reactFlowDom.ts"
STYLES = SOURCES / "canvas" / "styles"
FLOW = json.dumps(
    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}}}
)


def names(*files: Path) -> list[str]:
    found = {
        name
        for file in files
        for name in re.findall(r"\.react-flow__[\w-]+", file.read_text(encoding="utf-8"))
    }
    return sorted(found)


def on_page(board: Board) -> set[str]:
    used = names(ADAPTER, *STYLES.glob("*.css"))
    return {name for name in used if board.page.locator(name).count() > 0}


def drag_around_all(board: Board) -> None:
    """Begins a selection by a frame around all states, with Shift; the mouse stays down."""
    box = board.pane.bounding_box()
    assert box
    board.page.keyboard.down("Shift")
    board.page.mouse.move(box["x"] + 20, box["y"] + 60)
    board.page.mouse.down()
    board.page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 60, steps=5)


def test_every_class_that_the_canvas_names_is_on_the_page(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(FLOW))
    page.locator('[data-tool="map"]').click()
    page.locator('[data-annotation="note"]').click()
    page.keyboard.press("Escape")
    board.select("A")
    page.keyboard.press("f")
    board.type_name("Carts")
    board.settle()
    found = on_page(board)
    drag_around_all(board)
    found |= on_page(board)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page.locator(".react-flow__node.selected")).not_to_have_count(0)
    found |= on_page(board)
    assert names(ADAPTER) and set(names(ADAPTER, *STYLES.glob("*.css"))) - found == set()


def test_nodes_and_edges_bear_their_ids(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(FLOW))
    uid = board.uid("A")
    expect(page.locator(f'.react-flow__node[data-id="{uid}"]')).to_have_count(1)
    expect(page.locator(f'.react-flow__edge[data-id="{uid}:next:"]')).to_have_count(1)
