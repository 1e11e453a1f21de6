"""Panning and zooming our canvas: how long a frame takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bench.browser.visiting import SIZES, versions, visits
from bench.browser.watching import frames, middle_and_worst, sampled, verdict
from bench.report import Section
from board import Board
from playwright.sync_api import Page

STEPS = 40
BUDGET = 50
"""Milliseconds for any frame with 500 states."""

BEFORE = """The time from frame to frame while the canvas is panned and zoomed, painted by the processor, for
there is no graphics card: median / longest, in milliseconds. *Whole* is the flow made to fit the window. The
budget is held to the longest frame."""


def measure() -> Section:
    """Both movements on every size."""
    with visits() as visited:
        found = sampled(visited.ours, {what: partial(_watched, move) for what, move in MOVES.items()})
        after = f"{verdict({(move, 500): BUDGET for move in MOVES}, found, max)}\n\n{versions(visited)}"
    rows = [[move, *(middle_and_worst(found[move, size]) for size in SIZES)] for move in MOVES]
    return Section("Browser: pan and zoom", BEFORE, ["states", *map(str, SIZES)], rows, after)


def _watched(move: Callable[[Board], None], page: Page) -> list[float]:
    with frames(page) as times:
        move(Board(page))
    return times


def _pan(board: Board) -> None:
    mouse = board.page.mouse
    mouse.move(300, 700)
    mouse.down()
    for step in range(STEPS):
        mouse.move(300 + 4 * step, 700 - 12 * step)
    mouse.up()


def _pan_whole(board: Board) -> None:
    board.page.locator('[data-tool="fit"]').click()
    _pan(board)


def _zoom(board: Board) -> None:
    mouse = board.page.mouse
    mouse.move(660, 400)
    for step in range(STEPS):
        mouse.wheel(0, 120 if step < STEPS / 2 else -120)


MOVES: Mapping[str, Callable[[Board], None]] = {
    "pan": _pan,
    "zoom out and in": _zoom,
    "pan, whole": _pan_whole,
}
