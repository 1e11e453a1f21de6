"""Whatever is done on the real canvas, in whatever order: the text parses, the picture is what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

import mirror
import pytest
from board import Board
from budget import amount, deep
from playwright.sync_api import Page
from shelving import taken
from tooling import needs_chromium

pytestmark = [deep, pytest.mark.browser, needs_chromium]

INNER = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
FLOW = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "Which"},
            "Which": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.x", "NumericGreaterThan": 1, "Next": "Each"}],
                "Default": "Z",
            },
            "Each": {"Type": "Map", "ItemProcessor": INNER, "Next": "Z"},
            "Z": {"Type": "Pass", "End": True},
        },
    }
)
TEMPLATES = ["Pass", "Choice", "Parallel", "Map", "Wait", "Succeed", "lambda:invoke"]
DIRECTIONS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
EDITS = ["Delete", "Control+d", "r", "w", "l", "s", "Control+z", "Control+z", "Control+y", "Alt+ArrowRight"]
STEPS = 16


@pytest.mark.parametrize("seed", range(amount(1, 12)))
def test_the_canvas_is_what_the_definition_says(
    page: Page, harness: Callable[[str], str], flows: str, seed: int
) -> None:
    url = harness(FLOW)
    board = Board(page).open(url)
    hand = Hand(board, Random(seed))
    board.select("A")
    for number in range(STEPS):
        hand.do_something(number)
    board.settle()
    workflow = taken(flows, url.partition("workflow=")[2])
    assert workflow.document.problem is None
    assert mirror.on_page(page) == mirror.of(workflow), hand.done
    assert len(hand.done) == STEPS


class Hand:
    """Makes gestures by chance, and notes them."""

    def __init__(self, board: Board, random: Random) -> None:
        self.board, self.random = board, random
        self.done: list[str] = []

    def do_something(self, number: int) -> None:
        gestures = [self.walk, self.edit, self.edit, self.add, self.connect, self.lead, self.drag]
        gesture = self.random.choice(gestures)
        self.done.append(gesture.__name__)
        gesture(number)

    def walk(self, _: int) -> None:
        self._press(self.random.choice(["", "Shift+"]) + self.random.choice(DIRECTIONS))

    def edit(self, _: int) -> None:
        self._press(self.random.choice(DIRECTIONS), self.random.choice(EDITS))

    def add(self, number: int) -> None:
        self.board.click_new(self.random.choice(TEMPLATES))
        self.board.type_name(f"S{number}")

    def connect(self, _: int) -> None:
        """An arrow from what is selected to one of the first states of its scope, or to a new one."""
        self._press("c", *self._down(2), "Enter", *self._down(9), "Enter", "Escape")

    def lead(self, _: int) -> None:
        """An arrow of what is selected leads elsewhere, or goes."""
        self._press("a", *self.random.choice([["Delete"], ["c", *self._down(5), "Enter"]]))

    def drag(self, _: int) -> None:
        """A state into another container, or elsewhere."""
        names = sorted(self.board.states())
        if not names:
            return
        state = self.board.state(self.random.choice(names)).first
        box = state.bounding_box()
        if box is None or not 260 < box["x"] < 1300 or not 20 < box["y"] < 760:
            return
        mouse = self.board.page.mouse
        mouse.move(box["x"] + 6, box["y"] + 20)
        mouse.down()
        mouse.move(self.random.randrange(300, 1300), self.random.randrange(60, 760), steps=4)
        mouse.up()

    def _down(self, most: int) -> list[str]:
        return ["ArrowDown"] * self.random.randrange(most)

    def _press(self, *keys: str) -> None:
        for key in keys:
            self.board.page.keyboard.press(key)
