"""The business view and the engineering view of one workflow."""

from __future__ import annotations

import json
import re

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PAY = {
    "Type": "Task",
    "Comment": "Charges the total.",
    "Resource": "arn:aws:states:::lambda:invoke",
    "Parameters": {"FunctionName": "Pay"},
    "TimeoutSeconds": 60,
    "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 4}],
    "Catch": [{"Comment": "refused", "ErrorEquals": ["PaymentDeclined"], "Next": "Sorry"}],
    "End": True,
}
FLOW = json.dumps({"StartAt": "Pay", "States": {"Pay": PAY, "Sorry": {"Type": "Fail"}}})


@pytest.fixture
def board(page: Page, designer: str, database: str) -> Board:
    return Board(page).open(f"{designer}/?workflow={shelve(database, FLOW)}&lang=en")


def business(page: Page) -> None:
    page.get_by_role("button", name="Business", exact=True).click()


def test_engineers_see_the_resource_the_retries_and_the_names_of_errors(board: Board) -> None:
    expect(board.state("Pay")).to_contain_text("Lambda Pay")
    expect(board.state("Pay").get_by_role("img", name="retried up to 4×")).to_be_visible()
    expect(board.state("Pay").get_by_role("img", name="times out after 1 min")).to_be_visible()
    expect(board.page.locator(".arrow-label-catch")).to_have_text("PaymentDeclined")


def test_a_row_that_a_long_name_leaves_no_room_for_is_left_out_whole(
    page: Page, designer: str, database: str
) -> None:
    name = "Charge the whole total to the card of the customer"
    flow = json.dumps({"StartAt": name, "States": {name: PAY, "Sorry": {"Type": "Fail"}}})
    board = Board(page).open(f"{designer}/?workflow={shelve(database, flow)}&lang=en")
    texts, facts = (board.state(name).locator(each).bounding_box() for each in (".texts", ".facts"))
    assert texts is not None
    assert facts is not None
    assert texts["y"] + texts["height"] <= facts["y"]


def test_the_business_sees_the_note_and_words_instead(board: Board) -> None:
    board.page.locator(".react-flow__pane").click(position={"x": 20, "y": 200})
    board.page.keyboard.press("v")
    shadow = "getComputedStyle(document.activeElement, '::before').boxShadow"
    assert board.page.evaluate(shadow) == "none", "a frame around the window"
    expect(board.state("Pay")).to_contain_text("Charges the total.")
    expect(board.state("Pay")).not_to_contain_text("Lambda")
    expect(board.page.locator(".arrow-label-catch")).to_have_text("refused")
    board.state("Pay").locator(".remark").hover()
    expect(board.page.get_by_role("tooltip")).to_have_text("Charges the total.")


def test_what_is_entered_in_the_inspector_stands_on_the_canvas(board: Board) -> None:
    page = board.page
    business(page)
    board.select("Pay")
    inspector = page.locator(".st-key-inspector")
    expect(inspector.get_by_role("textbox", name="Business name")).to_be_visible()
    expect(inspector.get_by_text("Resource")).to_have_count(0)
    inspector.get_by_role("textbox", name="Business name").fill("Take the money")
    inspector.get_by_role("textbox", name="Business name").press("Tab")
    expect(board.state("Pay").locator(".name")).to_have_text("Take the money")
    owner = inspector.get_by_role("combobox")
    owner.fill("Payments")
    owner.press("Enter")
    expect(board.state("Pay").locator(".line")).to_have_text("Payments")


def test_the_view_is_kept_in_the_tab_over_a_reload_and_is_not_in_the_document(board: Board) -> None:
    page = board.page
    other = Board(page.context.new_page()).open(page.url)
    page.keyboard.press("v")
    board.settle()
    expect(page).to_have_url(re.compile("look=business"))
    page.reload()
    expect(page.locator('[data-look="business"]')).to_have_attribute("aria-pressed", "true")
    other.page.reload()
    expect(other.page.locator('[data-look="engineering"]')).to_have_attribute("aria-pressed", "true")
    expect(other.page.get_by_role("button", name="Undo")).to_be_disabled()


@deep_only
def test_a_name_edited_in_the_business_view_is_the_one_that_is_shown(board: Board) -> None:
    page = board.page
    business(page)
    board.select("Pay")
    page.get_by_role("textbox", name="Business name").fill("Take the money")
    page.get_by_role("textbox", name="Business name").press("Tab")
    expect(board.state("Pay").locator(".name")).to_have_text("Take the money")
    board.state("Pay").locator(".name").dblclick()
    board.type_name("Charge")
    expect(board.state("Pay").locator(".name")).to_have_text("Charge")
    page.locator('[data-look="engineering"]').click()
    expect(board.state("Pay").locator(".name")).to_have_text("Pay")
