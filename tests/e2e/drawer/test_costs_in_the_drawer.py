"""The costs in the drawer: the volume and the estimates are typed in, and the sums follow."""

from __future__ import annotations

import pytest
from awaiting import eventually
from playwright.sync_api import Page, expect
from shelving import shelve, taken
from tooling import needs_chromium

from schemas.core.paths import value_at

pytestmark = [pytest.mark.browser, needs_chromium]


def test_the_sums_follow_the_volume_and_the_estimates(designer: str, page: Page, database: str) -> None:
    id = shelve(
        database,
        """{"StartAt": "Pay", "States": {
          "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Done"},
          "Done": {"Type": "Succeed"}}}""",
    )
    page.goto(f"{designer}/?workflow={id}&lang=en&drawer=costs")
    body = page.locator(".st-key-drawer-body")
    expect(body).to_contain_text("30,000 state transitions, of which 4,000 are free")
    orders = body.get_by_role("textbox", name="Runs a month")
    orders.fill("100,000")
    orders.press("Enter")
    expect(body).to_contain_text("7.40 USD")
    expect(body).to_contain_text("100,000 requests, 0.3 s each at 64 MB")

    sheets = body.locator(".sheets")
    row = sheets.locator("tbody tr").filter(has=page.locator('th div:text-is("Pay")'))
    row.locator('[data-column="seconds"]').click()
    page.keyboard.type("2.5", delay=30)
    page.keyboard.press("Enter")
    expect(body).to_contain_text("100,000 requests, 2.5 s each at 64 MB")

    def estimated() -> bool:
        fields = taken(database, id).design.fields
        (entry,) = fields["states"].values()
        return entry == {"name": "Pay", "estimate": {"seconds": 2.5}}

    assert eventually(page, estimated)
    assert value_at(taken(database, id).design.fields, ("volume", "ordersPerMonth"))[1] == 100_000
