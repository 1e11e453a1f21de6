"""axe-core finds nothing serious or critical on any screen, in both languages and both themes."""

from __future__ import annotations

import json

import pytest
from accessibility import grave
from awaiting import answered
from board import Board
from budget import deep, some
from playwright.sync_api import Page, expect
from shelving import shelve
from sketchboard import SketchBoard
from tooling import needs_chromium, needs_node

from designer.library.samples import load_sample
from designer.library.store import Library, connect
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import CARD_KINDS
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.browser, needs_chromium, needs_node]

INNER = {"StartAt": "", "States": {}}
FLOW = {
    "StartAt": "Task",
    "States": {
        "Task": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "pay", "Payload": {"order": 12, "cart.$": "$.cart"}},
            "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Fail"}],
            "Next": "Pass",
        },
        "Pass": {"Type": "Pass", "Next": "Wait"},
        "Wait": {"Type": "Wait", "Seconds": 90, "Next": "Choice"},
        "Choice": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.total", "NumericGreaterThan": 5, "Next": "Parallel"}],
            "Default": "Nowhere",
        },
        "Parallel": {"Type": "Parallel", "Branches": [INNER, INNER], "Next": "Map"},
        "Map": {"Type": "Map", "ItemProcessor": INNER, "Next": "Succeed"},
        "Succeed": {"Type": "Succeed"},
        "Fail": {"Type": "Fail", "Error": "Refused"},
    },
}


LIGHT, DARK = ("ja", "light"), ("en", "dark")


def in_looks(*looks: tuple[str, str]) -> pytest.MarkDecorator:
    """Open the screen of a test in these languages and themes, one after the other."""
    return pytest.mark.parametrize("screen", looks, indirect=True, ids="-".join)


@pytest.fixture
def screen(page: Page, designer: str, request: pytest.FixtureRequest) -> tuple[Page, str]:
    """A page in one language and theme, and what its addresses end in."""
    language, theme = request.param
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    return page, f"{designer}/?lang={language}&workflow="


def settled(page: Page) -> None:
    """Wait until Python has answered, and nothing is being shown or hidden any more."""
    answered(page)
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")


@deep
@in_looks(*some((LIGHT, DARK), 1))
def test_the_inspector_of_each_state_type(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    board = Board(page).open(url + shelve(database, json.dumps(FLOW, indent=2)))
    name = page.locator(".st-key-inspector input").first
    for state in FLOW["States"]:
        board.find(state)
        expect(name).to_have_value(state)
        settled(page)
        assert grave(page) == [], state


@deep
@in_looks(*some((DARK, LIGHT), 1))
def test_an_arrow_the_problems_and_the_code(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    board = Board(page).open(url + shelve(database, json.dumps(FLOW, indent=2)))
    board.find("Task")
    expect(page.locator(".st-key-inspector")).to_be_visible()
    page.keyboard.press("a")
    settled(page)
    assert grave(page) == [], "an arrow"
    page.locator(".st-key-drawer-tabs button").first.click()
    expect(page.locator(".st-key-drawer-body")).to_be_visible()
    settled(page)
    assert grave(page) == [], "problems"
    page.locator(".st-key-drawer-tabs button").nth(1).click()
    expect(page.get_by_role("grid")).to_be_visible()
    page.locator(".sheets td").first.dblclick()
    settled(page)
    assert grave(page) == [], "the tables of operations"
    page.locator(".st-key-drawer-tab button").last.click()
    expect(page.locator(".cm-content")).to_be_visible()
    settled(page)
    assert grave(page) == [], "code"


@deep
@in_looks(*some((LIGHT, DARK), 1))
def test_the_dialogs(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    Board(page).open(url + Library(connect(database)).add(load_sample("checkout")))
    settled(page)
    assert grave(page) == [], "the sample"
    for key in ("open-export", "open-workflows"):
        page.locator(f".st-key-{key} button").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        settled(page)
        assert grave(page) == [], key
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


@deep
@in_looks(*some((DARK, LIGHT), 1))
def test_the_gallery(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    Board(page).open(url + shelve(database, '{"StartAt": "", "States": {}}'))
    page.locator(".st-key-begin-samples button").click()
    expect(page.locator(".st-key-gallery img").last).to_be_visible()
    settled(page)
    assert grave(page) == []


@deep
@in_looks(*some((LIGHT, DARK), 1))
def test_the_greeting_and_what_lies_over_the_canvas(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    board = Board(page).open(url + shelve(database, '{"StartAt": "", "States": {}}'))
    settled(page)
    assert grave(page) == [], "the greeting"
    board.click_new("lambda:invoke")
    board.type_name("Pay")
    for keys in (["?"], ["/"], ["c"], ["c", "Enter"], ["n"]):
        for key in keys:
            page.keyboard.press(key)
        settled(page)
        assert grave(page) == [], keys
        page.keyboard.press("Escape")


@deep
@in_looks(*some((DARK, LIGHT), 1))
def test_the_sketch(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    cards = {
        kind: {"kind": kind, "text": kind, "owner": "me", "position": {"x": 0, "y": 200 * row}}
        for row, kind in enumerate(CARD_KINDS)
    }
    drawn = {"cards": cards, "arrows": {"n": {"from": "screen", "to": "step", "label": "yes"}}}
    design = Design(Document.parse(json.dumps({"version": 1, "sketch": drawn}), "json"))
    workflow = Workflow("w", Document.parse(json.dumps(FLOW)), design)
    sketch = SketchBoard(page).open(f"{url}{Library(connect(database)).add(workflow)}&page=sketch")
    sketch.card("screen").click()
    expect(page.locator(".st-key-inspector")).to_be_visible()
    settled(page)
    assert grave(page) == [], "a card"
    for keys in (["/"], ["Escape", "F2"], ["Enter"]):
        for key in keys:
            page.keyboard.press(key)
        settled(page)
        assert grave(page) == [], keys


@deep
@in_looks(*some((LIGHT, DARK), 1))
def test_the_business_view_notes_lanes_and_a_presentation(screen: tuple[Page, str], database: str) -> None:
    page, url = screen
    board = Board(page).open(url + Library(connect(database)).add(load_sample("checkout")) + "&look=business")
    board.find("決済")
    expect(page.locator(".st-key-inspector")).to_be_visible()
    settled(page)
    assert grave(page) == []
    page.keyboard.press("p")
    expect(page.locator(".presented h2")).to_be_visible()
    settled(page)
    assert grave(page) == []
