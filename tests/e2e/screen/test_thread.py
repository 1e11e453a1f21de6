"""The whole thread, as one person walks it: draw a checkout flow from nothing, see what is wrong and mend
it, export it to a folder that osls packages, and find everything as it was after a reload."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from board import Board
from osls import after_substitution, canonical, definition_of, package, spelled
from playwright.sync_api import Page, expect
from shelving import kept
from tooling import needs_chromium, needs_node

pytestmark = [pytest.mark.browser, pytest.mark.node, needs_chromium, needs_node]

STATES = {
    "Check stock",
    "In stock?",
    "Pay",
    "Write slips",
    "Order slip",
    "Shipping slip",
    "Ordered",
    "Refused",
}
ARROWS = {
    ("start", "start", "Check stock"),
    ("Check stock", "next", "In stock?"),
    ("In stock?", "choice", "Pay"),
    ("In stock?", "default", "Refused"),
    ("Pay", "next", "Write slips"),
    ("Pay", "catch", "Refused"),
    ("start", "start", "Order slip"),
    ("start", "start", "Shipping slip"),
    ("Write slips", "next", "Ordered"),
}
IN_STOCK = "{% $states.input.stock > 0 %}"


def test_draw_check_export_and_reload(page: Page, designer: str, database: str, tmp_path: Path) -> None:
    board = Board(page).open(f"{designer}/?lang=en")
    id = begin(page, "Checkout")
    draw(board)

    see_the_mistake_and_mend_it(board)
    fill_in_the_rule(board)
    assert (board.states(), board.arrows()) == (STATES, ARROWS)

    package_what_is_exported(page, json.loads(kept(database, id)), tmp_path)

    places = {name: at(board, name) for name in STATES}
    board.open(page.url)
    assert (board.states(), board.arrows()) == (STATES, ARROWS)
    assert shape(places) == shape({name: at(board, name) for name in STATES})
    expect(page.get_by_label("Workflow name")).to_have_value("Checkout")


def begin(page: Page, name: str) -> str:
    """Begin a new workflow of that name; its id."""
    before = page.url
    page.locator(".st-key-open-workflows button").click()
    page.get_by_role("dialog").get_by_role("button", name="New workflow").click()
    page.wait_for_url(lambda url: url != before)
    expect(page.get_by_role("dialog")).to_have_count(0)
    id = parse_qs(urlsplit(page.url).query)["workflow"][0]
    expect(page.locator(f".st-key-canvas-{id}")).to_be_visible()
    expect(page.locator(".st-key-greeting")).to_be_visible()
    expect(page.get_by_test_id("canvas")).to_have_count(1)
    field = page.get_by_label("Workflow name")
    expect(field).to_have_count(1)
    field.fill(name)
    field.press("Enter")
    return id


def draw(board: Board) -> None:
    """Eight states: the happy path by clicking, slips dragged into their branches, and one put aside."""
    board.drag_new("lambda:invoke", board.pane)
    board.type_name("Check stock")
    for template, name in [
        ("Choice", "In stock?"),
        ("lambda:invoke", "Pay"),
        ("Parallel", "Write slips"),
    ]:
        board.click_new(template)
        board.type_name(name)
    for branch, name in enumerate(("Order slip", "Shipping slip")):
        board.drag_new("dynamodb:putItem", board.branch("Write slips", branch))
        board.type_name(name)
    board.select("Write slips")
    board.click_new("Succeed")
    board.type_name("Ordered")
    board.page.locator('[data-tool="fit"]').click()
    board.drag_new("Fail", board.pane, at=(100, 200))
    board.type_name("Refused")
    board.settle()


def see_the_mistake_and_mend_it(board: Board) -> None:
    """Nothing leads to Refused: a badge says so, two arrows mend it. What is to be filled in is marked."""
    expect(board.state("Refused").locator(".badge")).to_be_visible()
    expect(board.state("Order slip").get_by_test_id("to-fill-in")).to_be_visible()
    expect(board.page.locator(".st-key-open-problems")).to_contain_text("1")
    expect(board.page.locator(".st-key-inspector")).to_contain_text("No path leads to “Refused”")
    board.connect("In stock?", "default", "Refused")
    board.connect("Pay", "catch", "Refused")
    board.settle()
    expect(board.page.locator(".badge")).to_have_count(0)


def fill_in_the_rule(board: Board) -> None:
    """The rule's condition is typed into the inspector, and read on the arrow."""
    board.select("In stock?")
    inspector = board.page.locator(".st-key-inspector")
    inspector.get_by_role("button", name="Pay").click()
    condition = inspector.get_by_role("textbox", name="Condition")
    condition.fill(IN_STOCK)
    condition.press("Control+Enter")
    expect(board.page.locator('[data-testid="canvas"]').get_by_text("stock > 0")).to_be_visible()


def package_what_is_exported(page: Page, written: dict, folder: Path) -> None:
    """Export from the top bar, unpack the zip, run the real osls: the template holds what was drawn."""
    page.locator(".st-key-open-export button").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="Serverless Framework").click()
    with page.expect_download() as download:
        dialog.locator(".st-key-download-serverless button").click()
    assert download.value.suggested_filename == "Checkout.zip"
    zipfile.ZipFile(download.value.path()).extractall(folder / "zip")
    (service,) = (file.parent for file in (folder / "zip").rglob("serverless.yml"))
    packaged = package(service, folder / "home")
    assert packaged.is_without_warning, packaged.output
    (machine,) = packaged.machines.values()
    deployed = definition_of(machine, packaged.template["Parameters"])
    assert canonical(spelled(deployed)) == canonical(after_substitution(written))
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def at(board: Board, name: str) -> tuple[float, float]:
    """Where the state is seen."""
    box = board.state(name).bounding_box()
    assert box is not None
    return box["x"], box["y"]


def shape(places: dict[str, tuple[float, float]]) -> set[tuple[str, str, int, int]]:
    """Who stands left of and above whom, whatever the zoom."""

    def sign(one: float, other: float) -> int:
        return (one - other > 1) - (other - one > 1)

    return {
        (one, other, sign(places[one][0], places[other][0]), sign(places[one][1], places[other][1]))
        for one in places
        for other in places
    }
