"""What a panel points at is selected on the canvas, and brought into sight."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from board import Board
from playwright.sync_api import Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

NAMES = [f"S{number}" for number in range(30)]
LONG = {name: {"Type": "Pass", "Next": after} for name, after in pairwise(NAMES)} | {"S29": {"Type": "Pass"}}


def test_a_problem_far_away_is_shown(page: Page, designer: str, database: str) -> None:
    id = shelve(database, json.dumps({"StartAt": "S0", "States": LONG}))
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en")
    expect(board.state("S0")).to_be_in_viewport()
    expect(board.state("S29")).not_to_be_in_viewport()
    page.locator(".st-key-drawer-tabs button").first.click()
    page.get_by_role("button", name="Show").first.click()
    expect(board.state("S29")).to_be_in_viewport()
    expect(page.locator(".react-flow__node.selected [data-state]")).to_have_attribute("data-state", "S29")
