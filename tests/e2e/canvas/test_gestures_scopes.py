"""States dragged into containers and out of them, and arrows drawn to free places."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

INNER = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
FLOW = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Pass", "Next": "Each"},
            "Each": {"Type": "Map", "ItemProcessor": INNER, "End": True},
        },
    }
)


def test_a_state_dragged_into_a_container(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(FLOW))
    board.hold_over("B", board.state("Each"), at=(12, 50))
    expect(board.state("Each")).to_have_class("container is-target")
    page.mouse.up()
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "Each"), ("start", "start", "In")}
    assert board.parent("B") == board.uid("Each")


def test_a_state_dragged_out_of_a_container(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(FLOW))
    board.hold_over("In", board.state("A"), at=(420, 20))
    page.mouse.up()
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "B"), ("B", "next", "Each")}
    assert board.parent("In") == ""


@deep_only
def test_a_state_dragged_out_onto_an_arrow(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(FLOW))
    board.hold_over("In", page.locator('[data-arrow="next"]').first)
    page.mouse.up()
    board.settle()
    assert {("A", "next", "In"), ("In", "next", "B")} <= board.arrows()


@deep_only
def test_a_little_beside_its_container_a_state_is_still_in_it(
    page: Page, harness: Callable[[str], str]
) -> None:
    board = Board(page).open(harness(FLOW))
    board.hold_over("In", board.state("Each"), at=(290, 110))
    page.mouse.up()
    board.settle()
    assert board.parent("In") == board.uid("Each")


def test_an_arrow_drawn_to_a_free_place_offers_what_can_be_put_there(
    page: Page, harness: Callable[[str], str]
) -> None:
    board = Board(page).open(harness(FLOW))
    board.connect_to("A", "next", board.state("A"), at=(420, 200))
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    assert board.states() == {"A", "B", "Each", "In"}
    board.connect_to("A", "next", board.state("A"), at=(420, 200))
    expect(page.get_by_role("combobox", name="Target of the arrow from A")).to_be_focused()
    page.get_by_role("option", name="New: Wait", exact=True).click()
    board.type_name("Rest")
    board.settle()
    assert {("A", "next", "Rest"), ("B", "next", "Each")} <= board.arrows()


@deep_only
def test_a_service_action_and_a_pattern_are_found_for_an_arrow(
    page: Page, harness: Callable[[str], str]
) -> None:
    board = Board(page).open(harness(FLOW))
    board.connect_to("Each", "catch", board.state("A"), at=(520, 120))
    page.keyboard.type("rekognition detectlabels")
    page.get_by_role("option", name="detectLabels").click()
    board.type_name("Look")
    board.settle()
    assert ("Each", "catch", "Look") in board.arrows()
    board.connect_to("Look", "next", board.state("Look"), at=(120, 240))
    page.keyboard.type("approval")
    page.keyboard.press("Enter")
    board.settle()
    assert any(source == "Look" for source, kind, _ in board.arrows() if kind == "next")
