"""Pasted lists and flowcharts become cards."""

from __future__ import annotations

import pytest
from awaiting import eventually
from desk import Desk
from playwright.sync_api import expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


def test_a_pasted_list_becomes_cards_also_in_the_place_of_a_new_one(desk: Desk) -> None:
    desk.open_empty()
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = "text => navigator.clipboard.writeText(text)"
    desk.page.evaluate(copy, "Cart\nIn stock?\n  - yes: Charge\n  - no: Apologise\nClose the order")
    desk.press("Control+v")
    expect(desk.card("Close the order")).to_be_visible()
    assert desk.drawn() == {
        "Cart>In stock?",
        "In stock?>Charge",
        "In stock?>Apologise",
        "Charge>Close the order",
        "Apologise>Close the order",
    }
    desk.card("Close the order").click()
    desk.press("Control+c")
    desk.settle()
    assert eventually(
        desk.page, lambda: "Close the order" in desk.page.evaluate("navigator.clipboard.readText()")
    )
    desk.press("Control+v")
    expect(desk.card("Close the order")).to_have_count(2)


def test_a_flowchart_is_pasted_after_a_click_on_the_board(desk: Desk) -> None:
    desk.open_empty()
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    flowchart = "graph TD\nsubgraph Stock\nA[Reserve] --> B{Left?}\nend\nB -->|yes| C[(Orders)]\n"
    desk.page.evaluate("text => navigator.clipboard.writeText(text)", flowchart)
    desk.page.locator(".react-flow__pane").click(position={"x": 700, "y": 120})
    desk.press("Control+v")
    expect(desk.card("Orders")).to_be_visible()
    assert desk.drawn() == {"Reserve>Left?", "Left?>Orders"}
