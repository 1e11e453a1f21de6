"""What the inspector still shows when the canvas is quicker than Python's answer changes nothing."""

from __future__ import annotations

import json

import pytest
from board import Board
from line import Line
from playwright.sync_api import Page, expect
from shelving import kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})


def test_a_second_gesture_before_the_answer_to_the_first_keeps_both(
    page: Page, designer: str, database: str
) -> None:
    line = Line(page)
    id = shelve(database, FLOW)
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en")
    board.select("A")
    inspector = page.locator(".st-key-inspector")
    expect(inspector.get_by_label("Next state")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    line.hold()
    board.click_new("Wait")
    line.await_answers(1)
    board.type_name("Rest")
    line.await_answers(2)
    line.release()
    board.settle()
    assert json.loads(kept(database, id))["States"]["A"] == {"Type": "Pass", "Next": "Rest"}
    assert ("A", "next", "Rest") in board.arrows()
