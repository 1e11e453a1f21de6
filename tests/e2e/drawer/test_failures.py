"""A failure that is followed: on the canvas, in the inspector and in the table of the whole flow."""

from __future__ import annotations

import json
import re
from contextlib import suppress

import pytest
from awaiting import answered, eventually
from board import Board
from playwright.sync_api import Page, TimeoutError, expect
from shelving import kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PUT = "arn:aws:states:::dynamodb:putItem"
FLOW = {
    "StartAt": "Reserve",
    "States": {
        "Reserve": {
            "Type": "Task",
            "Resource": PUT,
            "Parameters": {"TableName": "stock", "Item": {}},
            "Next": "Pay",
        },
        "Pay": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "pay"},
            "Retry": [{"ErrorEquals": ["Lambda.Unknown"], "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo"}],
            "Next": "Done",
        },
        "Undo": {"Type": "Pass", "Next": "Stopped"},
        "Stopped": {"Type": "Fail", "Error": "NotPaid"},
        "Done": {"Type": "Succeed"},
    },
}


def test_a_failure_is_shown_as_a_picture_in_words_and_in_the_table(page: Page, designer: str, database: str):
    text = json.dumps(FLOW, indent=2)
    id = shelve(database, text)
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en&drawer=failures")
    table = page.locator(".st-key-drawer-body")
    expect(table.locator("table")).to_have_count(3)

    page.set_viewport_size({"width": 1280, "height": 720})
    board.select("Pay")
    inspector = page.locator(".st-key-inspector")
    inspector.get_by_text("What if it fails here?").click()
    shown = page.locator(".failure-path")
    expect(board.state("Stopped")).to_be_in_viewport(ratio=0.99)
    expect(inspector.locator("dt").first).to_be_in_viewport()
    for mark, count in {"failed": 1, "passed": 2, "done": 1}.items():
        expect(shown.locator(f'[data-mark="{mark}"]')).to_have_attribute("data-count", str(count))
    expect(inspector.locator("dl")).to_contain_text("A redrive would only fail again in “Stopped”")

    answered(page)
    errors = inspector.get_by_role("combobox", name="Error")
    expect(errors).to_have_value(re.compile("Lambda"))
    page.get_by_text("Business", exact=True).click()
    expect(errors).not_to_have_value(re.compile("Lambda"))
    page.get_by_text("Engineering", exact=True).click()
    expect(errors).to_have_value(re.compile("Lambda"))
    answered(page)
    option = page.get_by_role("option", name="Lambda.Unknown")

    def is_offered() -> bool:
        """Type until the list stays: it closes where the page is run anew meanwhile."""
        errors.fill("Lambda.Unknown")
        with suppress(TimeoutError):
            option.wait_for(timeout=2_000)
        return option.is_visible()

    assert eventually(page, is_offered)
    option.click()
    answered(page)
    expect(inspector.locator("dl")).to_contain_text("It is retried 2× (after 1 s, after 2 s)")

    answered(page)
    page.get_by_label("Filter by state or error").fill("Lambda.Unknown")
    page.keyboard.press("Enter")
    expect(table.get_by_role("button", name="Reserve")).to_be_hidden()
    expect(table.get_by_role("button", name="Pay")).to_be_visible()

    shown.get_by_role("button", name="Stop showing the failure").click()
    expect(shown).to_be_hidden()
    table.get_by_role("button", name="Pay").click()
    expect(shown).to_contain_text("Pay: ")
    assert kept(database, id) == text
