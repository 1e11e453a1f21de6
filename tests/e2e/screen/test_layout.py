"""The panels around the canvas: folded, resized, remembered by the tab, and never over the flow."""

from __future__ import annotations

import pytest
from board import Board
from playwright.sync_api import Locator, Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

STATES = ",".join(
    f'"S{index}": {{"Type": "Task", "Resource": "${{F}}", "Next": "S{index + 1}"}}' for index in range(3)
)
FLOW = f'{{"StartAt": "S0", "States": {{{STATES}, "S3": {{"Type": "Succeed"}}}}}}'


@pytest.fixture
def board(page: Page, designer: str, database: str) -> Board:
    page.set_viewport_size({"width": 1280, "height": 720})
    return Board(page).open(f"{designer}/?workflow={shelve(database, FLOW)}&lang=en")


def width(found: Locator) -> float:
    box = found.bounding_box()
    return box["width"] if box else 0


def test_panels_fold_and_resize_and_the_tab_remembers_it(board: Board):
    page = board.page
    palette, splitter = page.locator(".palette"), page.locator(".splitter.is-palette")
    splitter.get_by_role("separator").press("ArrowRight")
    expect(palette).to_have_css("width", "232px")
    board.node("S1").click()
    inspector = page.locator(".st-key-inspector")
    expect(inspector).to_be_visible()
    edge = page.get_by_role("separator", name="Width of the inspector")
    box = edge.bounding_box()
    assert box
    page.mouse.move(box["x"] + 3, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] - 57, box["y"] + 90, steps=3)
    page.mouse.up()
    page.wait_for_function("document.querySelector('.st-key-inspector').offsetWidth > 430")
    page.get_by_role("button", name="Fold the palette").click()
    expect(palette).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Unfold the palette")).to_be_visible()
    board.node("S1").click()
    page.wait_for_function("document.querySelector('.st-key-inspector')?.offsetWidth > 430")
    page.get_by_role("button", name="Fold the inspector").click()
    expect(inspector).to_be_hidden()


def test_the_selected_state_stays_in_sight_when_the_drawer_opens(board: Board):
    page = board.page
    last = board.node("S3")
    last.click()
    page.get_by_text("Code", exact=True).click()
    expect(page.locator(".st-key-drawer-body")).to_be_visible()
    page.wait_for_function(
        """id => {
          const flow = document.querySelector(".react-flow") ?? [...document.querySelectorAll("*")]
            .map(each => each.shadowRoot?.querySelector(".react-flow")).find(Boolean);
          const states = [...flow.querySelectorAll(".react-flow__node")];
          const state = states.find(each => each.textContent.includes(id));
          const [outer, inner] = [flow.getBoundingClientRect(), state.getBoundingClientRect()];
          return inner.top >= outer.top && inner.bottom <= outer.bottom;
        }""",
        arg="S3",
    )


def test_no_tool_stands_over_the_flow(board: Board):
    board.node("S1").click()
    expect(board.page.locator(".st-key-inspector")).to_be_visible()
    flow = board.page.locator(".board").bounding_box()
    assert flow
    for bar in board.page.get_by_role("toolbar").all():
        box = bar.bounding_box()
        assert box
        assert box["y"] + box["height"] <= flow["y"] or box["y"] >= flow["y"] + flow["height"]


def test_the_inspector_opens_at_its_top_and_names_each_group(board: Board):
    page = board.page
    board.node("S1").click()
    expect(page.get_by_role("button", name="More settings")).to_be_visible()
    title = page.get_by_role("button", name="More settings").get_by_text("More settings")
    assert width(title) > 40
    page.locator(".st-key-inspector").evaluate("panel => panel.scrollTo(0, 1000)")
    board.node("S2").click()
    expect(page.locator('.st-key-inspector input[value="S2"]')).to_be_visible()
    assert page.locator(".st-key-inspector").evaluate("panel => panel.scrollTop") == 0


def test_the_first_state_of_an_empty_canvas_stands_in_the_middle(page: Page, designer: str, database: str):
    page.set_viewport_size({"width": 1280, "height": 720})
    Board(page).open(f"{designer}/?workflow={shelve(database, '{}')}&lang=en")
    page.locator('.palette [data-template="Pass"]').click()
    node = page.locator(".react-flow__node-Pass")
    expect(node).to_be_visible()
    page.keyboard.press("Enter")
    flow, box = page.locator(".board").bounding_box(), node.bounding_box()
    assert flow and box
    assert abs(box["x"] + box["width"] / 2 - flow["x"] - flow["width"] / 2) < flow["width"] / 4
    assert abs(box["y"] + box["height"] / 2 - flow["y"] - flow["height"] / 2) < flow["height"] / 3
