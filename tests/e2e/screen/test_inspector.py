"""The inspector's forms as a person uses them: what is chosen and typed is what the text then says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Literal

import pytest
from awaiting import answered, eventually
from board import Board
from budget import deep_only
from playwright.sync_api import Locator, Page, expect
from shelving import kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = {
    "StartAt": "Big?",
    "States": {
        "Big?": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.total", "NumericGreaterThan": 5, "Next": "Pay"}],
            "Default": "Rest",
        },
        "Pay": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "pay", "Payload": {"order": 12}},
            "End": True,
        },
        "Rest": {"Type": "Wait", "Seconds": 90, "End": True},
    },
}


class Desk:
    """The flow opened in the designer, with a state selected."""

    def __init__(self, page: Page, designer: str, database: str) -> None:
        self.page, self.database = page, database
        self.id = shelve(database, json.dumps(FLOW, indent=2))
        self.board = Board(page).open(f"{designer}/?workflow={self.id}&lang=en")
        self.inspector = page.locator(".st-key-inspector")

    def select(self, name: str) -> None:
        self.board.select(name)
        expect(self.inspector.get_by_label("Name", exact=True)).to_have_value(name)
        self.settle()

    def field(self, label: str, role: Literal["textbox", "combobox"] = "textbox") -> Locator:
        return self.inspector.get_by_role(role, name=re.compile(f"^{re.escape(label)}")).first

    def button(self, name: str) -> Locator:
        return self.inspector.get_by_role("button", name=name).first

    def settle(self) -> None:
        """Wait until the page has answered."""
        answered(self.page)

    def open(self, group: str) -> None:
        self.inspector.get_by_text(group).click()
        self.settle()

    def type(self, label: str, said: str) -> None:
        field = self.field(label)
        field.fill(said)
        field.press("Tab")
        self.settle()

    def choose(self, label: str, option: str) -> None:
        field = self.field(label, "combobox")
        field.scroll_into_view_if_needed()  # scrolling closes a list of options
        self.settle()
        field.click()
        self.page.get_by_role("option", name=option).first.click()
        self.settle()

    def expect_state(self, name: str, wanted: dict) -> None:
        """Wait until the library has the state so."""

        def state() -> dict:
            return json.loads(kept(self.database, self.id))["States"][name]

        assert eventually(self.page, lambda: state() == wanted), state()


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Callable[[], Desk]:
    return lambda: Desk(page, designer, database)


def test_a_rule_is_built_from_words_and_read_on_its_arrow(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Big?")
    here.button("Add a rule").click()
    here.type("Variable", "$.country")
    here.type("Value to compare with", "JP")
    here.choose("To", "Rest")
    rules = [
        *FLOW["States"]["Big?"]["Choices"],
        {"Variable": "$.country", "StringEquals": "JP", "Next": "Rest"},
    ]
    here.expect_state("Big?", {**FLOW["States"]["Big?"], "Choices": rules})
    expect(here.board.root.get_by_text('country = "JP"')).to_be_visible()
    expect(here.button('2. country = "JP" → Rest')).to_be_visible()


def test_a_field_completes_what_is_typed_and_enter_takes_it(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Big?")
    here.button("total > 5").click()
    here.settle()
    variable = here.field("Variable")
    variable.fill("$$.Exec")
    chosen = here.page.get_by_role("option", name="Execution", selected=True)
    expect(chosen).to_be_visible()
    variable.press("Enter")
    expect(variable).to_have_value("$$.Execution")
    variable.press_sequentially(".Na")
    here.page.get_by_role("option", name="Name").click()
    expect(chosen).to_have_count(0)
    variable.press("Tab")
    rule = {**FLOW["States"]["Big?"]["Choices"][0], "Variable": "$$.Execution.Name"}
    here.expect_state("Big?", {**FLOW["States"]["Big?"], "Choices": [rule]})


def test_an_arrow_shows_the_rule_behind_it(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.board.click_arrow("Big?", "choice")
    expect(here.field("Variable")).to_have_value("$.total")
    here.type("Value to compare with", "100")
    expect(here.board.root.get_by_text("total > 100")).to_be_visible()


def test_a_retry_is_added_and_its_group_stays_open(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Pay")
    here.open("Error handling")
    here.button("Add a retrier").click()
    here.choose("Errors", "Lambda.TooManyRequestsException")
    here.type("Maximum retries", "5")
    errors = ["States.TaskFailed", "Lambda.TooManyRequestsException"]
    pay = {**FLOW["States"]["Pay"], "Retry": [{"ErrorEquals": errors, "MaxAttempts": 5}]}
    here.expect_state("Pay", pay)
    expect(here.field("Maximum retries")).to_be_visible()


@deep_only
def test_a_leaf_is_taken_from_a_path(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Pay")
    here.open("Input and output")
    row = here.inspector.locator('[class*="Payload-branch"]')
    row.get_by_role("combobox").scroll_into_view_if_needed()
    here.settle()
    row.get_by_role("combobox").click()
    here.page.get_by_role("option", name="Path").click()
    expect(row.get_by_role("textbox", name="order").first).to_have_value("$.order")
    payload = {"FunctionName": "pay", "Payload": {"order.$": "$.order"}}
    here.expect_state("Pay", {**FLOW["States"]["Pay"], "Parameters": payload})


@deep_only
def test_a_pattern_is_chosen_in_words(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Pay")
    here.choose("Integration pattern", "Wait for a callback")
    expect(here.field("Resource")).to_have_value("arn:aws:states:::lambda:invoke.waitForTaskToken")


def test_a_time_is_typed_in_its_unit(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.select("Rest")
    here.choose("Unit", "hours")
    here.type("Duration", "2")
    here.expect_state("Rest", {"Type": "Wait", "Seconds": 7200, "End": True})
