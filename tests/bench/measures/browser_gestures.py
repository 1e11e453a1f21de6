"""From a gesture on our canvas to the picture that shows it, which waits for no server."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench.branching import name
from bench.browser.visiting import SIZES, versions, visits
from bench.browser.watching import (
    FEWER_STATES,
    MORE_ARROWS,
    MORE_STATES,
    Acts,
    middle_and_worst,
    moved,
    pointed_at,
    sampled,
    selected,
    take_back,
    timed,
    verdict,
)
from bench.report import Section
from board import Board
from playwright.sync_api import Page

TIMES = 4
BUDGET = 50
"""Milliseconds."""

BEFORE = """From an event of the mouse or the keyboard in the page to the painting of the frame that shows
what it did: median / longest, in milliseconds. Of a drag, each movement counts. The budget is held to the
median."""


def measure() -> Section:
    """Every gesture on every size."""
    with visits() as visited:
        found = sampled(visited.ours, GESTURES)
        budgets = dict.fromkeys(found, BUDGET)
        after = f"{verdict(budgets, found, median)}\n\n{versions(visited)}"
    rows = [[what, *(middle_and_worst(found[what, size]) for size in SIZES)] for what in GESTURES]
    return Section("Browser: gesture to picture", BEFORE, ["states", *map(str, SIZES)], rows, after)


def _select(page: Page) -> Iterator[float]:
    board = Board(page)
    for index in range(TIMES):
        uid = board.uid(name(index))
        yield timed(page, "click", selected(uid), pointed_at(board.state(name(index))))
        board.settle()


def _drag(page: Page) -> Iterator[float]:
    board = Board(page)
    mouse, uid = page.mouse, board.uid(name(2))
    box = board.state(name(2)).bounding_box() or {}
    x, y = box["x"] + 10, box["y"] + 10
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 10, y)
    for step in range(4 * TIMES):
        yield timed(page, "pointermove", moved(uid), lambda step=step: mouse.move(x + 15 + 5 * step, y))
    mouse.up()
    take_back(board)


def _add(page: Page) -> Iterator[float]:
    board, palette = Board(page), page.locator('[data-template="Pass"]')
    for _ in range(TIMES):
        board.select(name(7))
        board.settle()
        yield timed(page, "click", MORE_STATES, pointed_at(palette))
        page.keyboard.press("Escape")
        take_back(board)


def _delete(page: Page) -> Iterator[float]:
    board = Board(page)
    for _ in range(TIMES):
        board.select(name(2))
        board.settle()
        yield timed(page, "keydown", FEWER_STATES, lambda: page.keyboard.press("Delete"))
        take_back(board)


def _connect(page: Page) -> Iterator[float]:
    board = Board(page)
    for _ in range(TIMES):
        board.state(name(7)).hover(position={"x": 8, "y": 8})
        handle = board.state(name(7)).locator('[data-handle="catch"]')
        start, end = handle.bounding_box() or {}, board.state(name(8)).bounding_box() or {}
        page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        page.mouse.down()
        page.mouse.move(end["x"] + 40, end["y"] + 20, steps=5)
        yield timed(page, "pointerup", MORE_ARROWS, page.mouse.up)
        take_back(board)


GESTURES: Acts = {
    "select a state": _select,
    "drag a state": _drag,
    "add a state": _add,
    "delete a state": _delete,
    "draw an arrow": _connect,
}
