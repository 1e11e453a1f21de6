"""The ways to begin, over a canvas without a state; `test_sample_gallery.py` has the one from a sample."""

from __future__ import annotations

import json

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from shelving import kept, shelve
from sketchboard import SketchBoard
from tooling import needs_chromium

from schemas.sidecar.workflow import new_workflow

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = '{"StartAt": "Pay", "States": {"Pay": {"Type": "Succeed"}}}'


class Start(Board):
    """An empty workflow opened in the designer, and the ways to begin."""

    def __init__(self, page: Page, designer: str, database: str) -> None:
        super().__init__(page)
        self.database = database
        self.id = shelve(database, new_workflow("").document.text)
        self.greeting = page.locator(".st-key-greeting")
        self.open(f"{designer}/?workflow={self.id}&lang=en")
        expect(self.greeting).to_be_visible()

    def begin(self, way: str) -> None:
        self.greeting.get_by_role("button", name=way).click()


@pytest.fixture
def start(page: Page, designer: str, database: str) -> Start:
    return Start(page, designer, database)


def test_from_a_file_or_text(start: Start) -> None:
    start.begin("From a file or text")
    dialog = start.page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stFileUploaderDropzone")).to_be_visible()
    dialog.get_by_role("tab", name="Paste").click()
    dialog.get_by_label("Definition").fill('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    dialog.get_by_role("button", name="Open").click()
    expect(start.state("A")).to_be_visible()


def test_from_a_sketch(start: Start) -> None:
    start.begin("From a sketch")
    SketchBoard(start.page).ready()


def test_with_a_first_state_by_one_key(start: Start) -> None:
    button = start.greeting.get_by_role("button", name="Place the first step")
    button.focus()
    button.press("Enter")
    expect(start.state("First step")).to_be_visible()
    expect(start.page.locator(".st-key-inspector").get_by_label("Name", exact=True)).to_have_value(
        "First step"
    )
    assert json.loads(kept(start.database, start.id))["StartAt"] == "First step"


def test_a_state_is_dropped_onto_the_canvas_between_the_ways(start: Start) -> None:
    start.drag_new("Pass", start.greeting)
    start.type_name("First")
    start.settle()
    expect(start.greeting).to_have_count(0)
    assert start.arrows() == {("start", "start", "First")}


@deep_only
def test_with_files_that_are_dropped(start: Start) -> None:
    files = [
        {"name": "pay.asl.json", "mimeType": "application/json", "buffer": FLOW.encode()},
        {
            "name": "pay.design.json",
            "mimeType": "application/json",
            "buffer": b'{"version": 1, "title": "Pay"}',
        },
    ]
    start.greeting.locator("input[type=file]").set_input_files(files)
    expect(start.state("Pay")).to_be_visible()
    expect(start.page.get_by_label("Workflow name")).to_have_value("pay")
    assert kept(start.database, start.page.url.split("workflow=")[1].split("&")[0]) == FLOW
