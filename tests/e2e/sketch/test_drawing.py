"""Cards and arrows drawn by mouse."""

from __future__ import annotations

import pytest
from desk import ALONG, THREE, Desk
from playwright.sync_api import expect
from sketching import card
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


def test_cards_and_arrows_are_drawn_by_mouse(desk: Desk) -> None:
    desk.open_on({**THREE, "q": card("decision", "Q?", 320, 0)}, ALONG)
    desk.drag_arrow("Q?", desk.card("C"))
    desk.type("never")
    desk.press("Enter")
    expect(desk.page.locator(".arrow-words")).to_have_text("never")
    desk.drag_arrow("C", desk.pane, (700, 500))
    desk.type("Dropped")
    desk.press("Escape")
    desk.drag_arrow("C", desk.pane, (700, 500))
    desk.type("Written")
    desk.pane.click(position={"x": 20, "y": 400})
    expect(desk.card("Written")).to_be_visible()
    desk.page.mouse.dblclick(*_on(desk, 560, 560))
    desk.type("Alone")
    desk.press("Enter", "Escape")
    desk.card("Alone").dblclick()
    expect(desk.writing).to_be_focused()
    desk.press("Escape")
    desk.page.locator(".arrow-words").dblclick()
    desk.press("Control+a", "Delete", "Enter")
    expect(desk.page.locator(".arrow-words")).to_have_count(0)
    assert desk.drawn() == {"A>B", "B>C", "Q?>C", "C>Written"}
    desk.move("B", 200, 0)
    desk.expect_kept(lambda: desk.kept()["cards"]["b"]["position"] != {"x": 0, "y": 160})
    desk.drag_new("table", desk.pane, (760, 160))
    desk.type("Orders")
    desk.press("Enter", "Escape")
    desk.expect_kept(lambda: "Orders" in desk.words())
    assert desk.kinds()["Orders"] == "table"


def _on(desk: Desk, x: float, y: float) -> tuple[float, float]:
    box = desk.pane.bounding_box()
    assert box is not None
    return box["x"] + x, box["y"] + y
