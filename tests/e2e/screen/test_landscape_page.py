"""The map of all workflows: cards, arrows, and the list beside it, which opens them by keyboard, too."""

from __future__ import annotations

import json
import re

import pytest
from accessibility import grave
from awaiting import answered
from playwright.sync_api import Page, expect
from shelving import shelve
from tooling import needs_chromium, needs_node

pytestmark = [pytest.mark.browser, needs_chromium, needs_node]

START = {
    "Type": "Task",
    "Resource": "arn:aws:states:::states:startExecution.sync:2",
    "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:111122223333:stateMachine:landscape-child"},
    "End": True,
}
PARENT = json.dumps({"StartAt": "Start", "States": {"Start": START}})
CHILD = '{"StartAt": "Pay", "States": {"Pay": {"Type": "Succeed"}}}'


def test_the_map_shows_who_starts_whom_and_opens_a_workflow(page: Page, designer: str, database: str) -> None:
    child, parent = (
        shelve(database, CHILD, name="Landscape child"),
        shelve(database, PARENT, name="The parent"),
    )
    page.goto(f"{designer}/?workflow={child}&lang=en")
    page.get_by_role("radio", name="Landscape").click()
    frame = page.frame_locator(".st-key-stage iframe")
    card = frame.locator(f".workflow[data-id='{parent}']")
    expect(card).to_be_visible()
    expect(frame.locator(f".workflow.open[data-id='{child}']")).to_be_visible()
    expect(frame.get_by_test_id(f"rf__edge-{parent}/{child}")).to_be_attached()
    row = page.locator(f".st-key-landscape-{parent}")
    expect(row).to_contain_text("Starts: Landscape child")
    assert grave(page) == []
    card.click()
    expect(page).to_have_url(re.compile(parent))
    expect(page.get_by_role("radio", name="Workflow", exact=True)).to_be_checked()

    page.get_by_role("radio", name="Landscape").click()
    expect(card).to_be_visible()
    answered(page)
    expect(page).to_have_url(re.compile(parent))
    row = page.locator(f".st-key-landscape-{child}")
    expect(row).to_contain_text("Started by: The parent")
    row.get_by_role("button").press("Enter")
    expect(page).to_have_url(re.compile(child))
