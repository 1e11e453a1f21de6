"""What needs Python's answer: the inspector after a click, and an edit until it is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from statistics import median

from bench.branching import name
from bench.browser.visiting import OURS, PEER, SIZES, versions, visits
from bench.browser.watching import (
    FEWER_STATES,
    MORE_STATES,
    Acts,
    Case,
    acknowledged,
    middle_and_worst,
    pointed_at,
    sampled,
    take_back,
    timed,
    verdict,
)
from bench.report import Section
from board import Board
from playwright.sync_api import Page

TIMES = 3
INSPECTOR = f"{OURS}: click to inspector"
EDITS = ("add", "delete", "move")
BUDGETS = {(INSPECTOR, 30): 300, (INSPECTOR, 500): 600} | {
    (f"{OURS}: {edit} a state", 500): 700 for edit in EDITS
}
"""Milliseconds, for the median."""

BEFORE = """From the click, key or release of the button to the painting of Python's answer: median / longest,
in milliseconds. *Click to inspector*: the form of the state stands there, and Streamlit has done. *Edit*: the
change is in the library, checked, and acknowledged. The other component's page shows the selected id in one
line after a click, and one state more after a button of Streamlit; it keeps and checks nothing. A budget
is held to the median."""


def measure() -> Section:
    """Every answer at every size."""
    with visits() as visited:
        found = sampled(visited.ours, OUR_ANSWERS) | sampled(visited.theirs, THEIR_ANSWERS)
        after = f"{verdict(BUDGETS, found, median)} {_slower(found)}\n\n{versions(visited)}"
    rows = [
        [what, *(middle_and_worst(found[what, size]) for size in SIZES)]
        for what in (*OUR_ANSWERS, *THEIR_ANSWERS)
    ]
    return Section("Browser: Python's answer", BEFORE, ["states", *map(str, SIZES)], rows, after)


def _inspect(page: Page) -> Iterator[float]:
    board = Board(page)
    for index in range(TIMES):
        sight = f"() => bench.isInspected({json.dumps(name(index))}) && bench.isStill()"
        yield timed(page, "click", sight, pointed_at(board.state(name(index))))
        board.settle()


def _add(page: Page) -> Iterator[float]:
    board, palette = Board(page), page.locator('[data-template="Pass"]')
    for _ in range(TIMES):
        board.select(name(7))
        board.settle()
        yield timed(page, "click", acknowledged(MORE_STATES), pointed_at(palette))
        page.keyboard.press("Escape")
        take_back(board)


def _delete(page: Page) -> Iterator[float]:
    board = Board(page)
    for _ in range(TIMES):
        board.select(name(2))
        board.settle()
        yield timed(page, "keydown", acknowledged(FEWER_STATES), lambda: page.keyboard.press("Delete"))
        take_back(board)


def _move(page: Page) -> Iterator[float]:
    board = Board(page)
    for _ in range(TIMES):
        board.hold(name(2), -20, 0)
        yield timed(page, "pointerup", "bench.isAcknowledged", page.mouse.up)
        take_back(board)


def _their_click(page: Page) -> Iterator[float]:
    frame = page.frame_locator("iframe")
    for index in range(TIMES):
        sight = f"() => bench.isAnswered({json.dumps(name(index))})"
        node = frame.locator(f'.react-flow__node[data-id="{name(index)}"]')
        yield timed(page, "click", sight, pointed_at(node))
        page.wait_for_function("() => bench.isStill()")


def _their_add(page: Page) -> Iterator[float]:
    for _ in range(TIMES):
        yield timed(page, "click", MORE_STATES, pointed_at(page.locator(".st-key-add button")))
        page.wait_for_function("() => bench.isStill()")


OUR_ANSWERS: Acts = {
    INSPECTOR: _inspect,
    **{f"{OURS}: {edit} a state": act for edit, act in zip(EDITS, (_add, _delete, _move), strict=True)},
}
THEIR_ANSWERS: Acts = {
    f"{PEER}: click to the id": _their_click,
    f"{PEER}: add a state": _their_add,
}


def _slower(found: Mapping[Case, list[float]]) -> str:
    """Where the other component answers sooner to what both can be asked."""
    pairs = zip((INSPECTOR, f"{OURS}: add a state"), THEIR_ANSWERS, strict=True)
    gaps = {(ours, size): _gap(found, ours, theirs, size) for ours, theirs in pairs for size in SIZES}
    told = [f"{ours} at {size} by {gap:,.0f} ms" for (ours, size), gap in gaps.items() if gap > 0]
    return f"Slower than the other: {'; '.join(told)}." if told else "Nowhere slower than the other."


def _gap(found: Mapping[Case, list[float]], ours: str, theirs: str, size: int) -> float:
    return median(found[ours, size]) - median(found[theirs, size])
