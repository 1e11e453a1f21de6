"""The panels around the canvas, as a person uses them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from awaiting import answered, eventually
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from shelving import FLOW, kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


class Desk:
    """A workflow opened in the designer."""

    def __init__(self, page: Page, designer: str, database: str, text: str) -> None:
        self.page = page
        self.database = database
        self.id = shelve(database, text)
        self.board = Board(page).open(f"{designer}/?workflow={self.id}&lang=en")

    @property
    def text(self) -> str:
        return kept(self.database, self.id)

    def field(self, label: str):
        return self.page.locator(".st-key-inspector").get_by_label(label, exact=False).first

    def select(self, name: str) -> None:
        """Select a state, and wait until its fields stay."""
        self.board.select(name)
        answered(self.page)

    def choose(self, label: str, option: str) -> None:
        """Choose an option; the list would close again if the page scrolled under the click."""
        field = self.field(label)
        field.scroll_into_view_if_needed()
        answered(self.page)
        field.click()
        self.page.get_by_role("option", name=option).click()

    def commit(self) -> None:
        """Leave the field that is being typed in, and wait until Python has answered."""
        self.page.keyboard.press("Tab")

    def drawer(self, tab: str) -> None:
        self.page.locator(".st-key-drawer-tabs").get_by_text(tab, exact=True).click()


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Callable[[str], Desk]:
    return lambda text: Desk(page, designer, database, text)


def test_the_inspector_opens_on_a_selection_and_closes_without_one(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    inspector = here.page.locator(".st-key-inspector")
    expect(inspector).to_have_count(0)
    here.select("Pay")
    expect(inspector).to_be_visible()
    expect(here.field("Resource")).to_have_value("arn:aws:states:::lambda:invoke")
    here.board.pane.click(position={"x": 500, "y": 30})
    expect(inspector).to_have_count(0)


def test_a_field_changes_its_line_and_no_other(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Pay")
    here.field("Resource").fill("arn:aws:states:::lambda:invoke.waitForTaskToken")
    here.commit()
    expect_text(here, FLOW.replace("lambda:invoke", "lambda:invoke.waitForTaskToken"))


@deep_only
def test_renaming_in_the_inspector_renames_every_reference(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Done")
    here.field("Name").fill("Shipped")
    here.commit()
    expect(here.board.state("Shipped")).to_be_visible()
    expect_text(here, FLOW.replace("Done", "Shipped"))


@deep_only
def test_choosing_where_to_go_next_draws_the_arrow(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW.replace('"Next": "Done"', '"End": true'))
    here.select("Pay")
    here.choose("Next state", "Done")
    here.board.settle()
    expect(here.page.locator('[data-arrow="next"]')).to_have_count(1)
    assert json.loads(here.text)["States"]["Pay"]["Next"] == "Done"


def test_json_that_cannot_be_read_stays_in_its_field_with_the_line(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Pay")
    here.page.get_by_text("Input and output").click()
    here.page.get_by_text("As text").first.click()
    here.field("Data passed in").fill('{\n  "FunctionName": \n}')
    here.commit()
    expect(here.page.locator(".st-key-inspector").get_by_text("line 3")).to_be_visible()
    expect(here.field("Data passed in")).to_have_value('{\n  "FunctionName": \n}')
    assert here.text == FLOW
    here.field("Data passed in").fill('{"FunctionName": "charge"}')
    here.commit()
    expect_text(here, FLOW.replace('"pay"', '"charge"'))


@deep_only
def test_the_raw_definition_of_a_state_is_taken_over(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Done")
    here.page.get_by_text("Definition of this state").click()
    here.field("ASL of this state").fill('{"Type": "Fail", "Error": "Declined"}')
    here.commit()
    expect(here.page.locator(".st-key-inspector").get_by_text("Fail — ends with an error")).to_be_visible()
    assert json.loads(here.text)["States"]["Done"] == {"Type": "Fail", "Error": "Declined"}


def test_the_language_changes_in_place_and_stays_after_a_reload(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Pay")
    here.page.get_by_text("日本語", exact=True).click()
    expect(here.page.locator(".st-key-open-export")).to_contain_text("書き出す")
    expect(here.field("呼び出すもの")).to_have_value("arn:aws:states:::lambda:invoke")
    here.board.open(here.page.url)
    expect(here.page.locator(".st-key-open-export")).to_contain_text("書き出す")


def test_the_name_is_kept(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    name = here.page.get_by_label("Workflow name")
    name.fill("注文の確定")
    name.press("Enter")
    here.page.locator(".st-key-open-workflows button").click()
    expect(here.page.get_by_role("dialog").get_by_text("注文の確定")).to_be_visible()
    here.board.open(here.page.url)
    expect(name).to_have_value("注文の確定")


def expect_text(here: Desk, wanted: str) -> None:
    """Wait until the library has `wanted`."""
    assert eventually(here.page, lambda: here.text == wanted), here.text


def test_keys_are_heard_after_a_click_on_the_ground(desk: Callable[[str], Desk]) -> None:
    here = desk(FLOW)
    here.select("Done")
    here.page.keyboard.press("Delete")
    expect(here.board.state("Done")).to_have_count(0)
    here.drawer("Code")
    expect(here.page.locator(".st-key-drawer-body .cm-content")).to_be_visible()
    here.board.pane.click(position={"x": 20, "y": 20})
    here.page.keyboard.press("Control+z")
    expect(here.board.state("Done")).to_be_visible()
