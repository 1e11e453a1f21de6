"""The page around the sketch: its way to the workflow and back, and what it does with hostile words."""

from __future__ import annotations

import json
import re

import pytest
from desk import ALONG, THREE, Desk
from playwright.sync_api import expect
from sketching import card
from tooling import needs_chromium

from designer.library.store import Library, connect

pytestmark = [pytest.mark.browser, needs_chromium]


EMPTY = '{"StartAt": "", "States": {}}'
HOSTILE = [
    '<script>alert("x")</script>',
    "<img src=//x.invalid/a onerror=alert(1)>",
    "![a](//x.invalid/b) $$x$$",
]


def test_switching_pages_keeps_everything_and_one_history(desk: Desk) -> None:
    desk.open_on(THREE, ALONG)
    desk.card("A").click()
    expect(desk.page.locator(".st-key-inspector").get_by_label("Text on the card")).to_have_value("A")
    desk.press("Delete")
    expect(desk.card("A")).to_have_count(0)
    desk.settle()
    desk.page.get_by_text("Workflow", exact=True).click()
    expect(desk.page.locator('[data-subject="workflow"] [data-state="A"]')).to_be_visible()
    desk.page.locator(".st-key-topbar").get_by_role("button", name="Export").focus()
    desk.press("Control+z")
    expect(desk.page.get_by_role("button", name="Redo")).to_be_enabled()
    desk.settle()
    desk.page.get_by_text("Sketch", exact=True).click()
    expect(desk.ready().card("A")).to_be_visible()


def test_hostile_words_are_shown_as_they_are(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("dialog", lambda dialog: asked.append(dialog.message))
    desk.page.on("request", lambda request: asked.append(request.url))
    cards = {f"c{row}": card("step", text, 0, 160 * row, owner=text) for row, text in enumerate(HOSTILE)}
    desk.open_on(cards, {"n": {"from": "c0", "to": "c1", "label": HOSTILE[1]}})
    for text in HOSTILE:
        expect(desk.cards.filter(has_text=re.compile(re.escape(text)))).to_be_visible()
    desk.cards.first.click()
    expect(desk.page.locator(".st-key-inspector")).to_be_visible()
    assert not [each for each in asked if "x.invalid" in each or each == "1"]


def test_one_click_makes_the_workflow_and_says_what_is_open(desk: Desk) -> None:
    cards = {
        "page": card("screen", "Order (cart_id)"),
        "check": card("step", "Check stock", 0, 160),
        "enough": card("decision", "In stock?", 0, 320),
        "staff": card("person", "Call the customer (within 2 days)", 300, 480, owner="Order desk"),
        "done": card("succeeded", "Ordered", 0, 640),
    }
    ends = ["page>check", "check>enough", "enough>done", "enough>staff", "staff>done"]
    arrows = {
        each.replace(">", "-"): dict(zip(("from", "to"), each.split(">"), strict=True)) for each in ends
    }
    arrows["enough-done"]["label"], arrows["enough-staff"]["label"] = "yes", "no"
    desk.open_on(cards, arrows, EMPTY)
    page = desk.page
    page.get_by_role("button", name="Make the workflow").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("What does “Check stock” call?")).to_be_visible()
    expect(dialog.get_by_text("What happens if nobody answers")).to_be_visible()
    dialog.get_by_role("button", name="State").first.click()
    expect(page.locator("[data-state='Check stock']:has(.fact-undecided)")).to_be_visible()
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Check stock")
    kept = Library(connect(desk.database)).read(desk.id)
    states = json.loads(kept.asl)["States"]
    assert states["In stock?"]["Default"] == "Call the customer (within 2 days)"
    assert states["Call the customer (within 2 days)"]["TimeoutSeconds"] == 172_800

    page.get_by_role("combobox", name="Service").click()
    page.get_by_role("option", name="Lambda", exact=True).click()
    expect(page.locator("[data-state='Check stock']:has(.fact-undecided)")).to_have_count(0)
    page.get_by_role("button", name="Card of the sketch").click()
    expect(desk.card("Check stock")).to_be_visible()
    desk.expect_kept(lambda: "converted" in desk.kept())
    page.get_by_role("button", name="Match the workflow").click()
    expect(dialog.get_by_text("Sketch and workflow say the same.")).to_be_visible()


def test_later_changes_are_offered_both_ways_and_taken_one_by_one(desk: Desk) -> None:
    cards = {
        "check": card("step", "Check stock (Lambda)"),
        "pay": card("step", "Charge (Lambda)", 0, 160),
        "done": card("succeeded", "Ordered", 0, 320),
    }
    arrows = {"a": {"from": "check", "to": "pay"}, "b": {"from": "pay", "to": "done"}}
    desk.open_on(cards, arrows, EMPTY)
    page = desk.page
    page.get_by_role("button", name="Make the workflow").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="To the workflow").click()
    page.locator("[data-subject='workflow'] [data-state='Ordered']").click()
    name = page.get_by_role("textbox", name="Name", exact=True)
    name.fill("Order placed")
    name.press("Enter")
    expect(page.locator("[data-state='Order placed']")).to_be_visible()
    desk.settle()
    page.get_by_text("Sketch", exact=True).click()
    desk.ready().card("Check stock (Lambda)").click()
    desk.press("Enter")
    desk.type("Write to Orders")
    desk.press("Enter", "Escape")
    desk.settle()
    page.get_by_role("button", name="Match the workflow").click()
    renamed = dialog.get_by_role("checkbox", name="“Ordered” is now called “Order placed”")
    expect(renamed).to_be_checked()
    dialog.get_by_text("is now called").click()
    dialog.get_by_text("New card").click()
    new_way = dialog.get_by_role("checkbox", name="New arrow from “Write to Orders”")
    expect(new_way).to_be_disabled()
    expect(new_way).not_to_be_checked()
    dialog.get_by_text("New card").click()
    dialog.get_by_role("button", name="Take over 3").click()
    expect(dialog.get_by_text("New card")).to_have_count(0)
    expect(renamed).not_to_be_checked()
    dialog.get_by_text("is now called").click()
    dialog.get_by_role("button", name="Take over 1").click()
    expect(dialog.get_by_text("Sketch and workflow say the same.")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(desk.card("Order placed")).to_be_visible()
    states = json.loads(Library(connect(desk.database)).read(desk.id).asl)["States"]
    assert states["Check stock"]["Next"] == "Write to Orders"
    assert states["Write to Orders"]["Resource"].endswith("dynamodb:putItem")
