"""`designer app PATH` in the browser: a workflow of a service is changed there, and the file follows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from awaiting import eventually
from playwright.sync_api import Page, expect
from serving import ROOT, listening
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

SERVICE = """# the shop
service: shop
provider: {name: aws}
stepFunctions:
  stateMachines:
    checkout:
      definition:
        StartAt: Pay
        States:
          Pay:
            Type: Wait
            Seconds: 1   # a second
            Next: Done
          Done: {Type: Succeed}
    refund:
      definition: {StartAt: Pay, States: {Pay: {Type: Succeed}}}
"""


def test_the_file_follows_the_canvas_and_the_canvas_the_file(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "serverless.yml"
    file.write_text(SERVICE)
    start = (
        "import sys; from designer.command_line.cli import main; sys.exit(main(['app', 'serverless.yml']))"
    )
    command = [sys.executable, "-c", start]
    settings = {"PYTHONPATH": str(ROOT), "DESIGNER_DATABASE": f"sqlite:///{tmp_path / 'library.db'}"}
    with listening(command, tmp_path, **settings) as server:
        page.goto(f"{server.url}/?lang=en")
        page.get_by_role("dialog").get_by_role("button", name="checkout").click()
        expect(page.get_by_text("Saved in serverless.yml › checkout")).to_be_visible()
        page.get_by_text("Done", exact=True).click()
        page.keyboard.press("Delete")
        changed = SERVICE.replace("Next: Done", "End: true").replace("          Done: {Type: Succeed}\n", "")
        assert eventually(page, lambda: file.read_text() == changed)
        page.keyboard.press("Control+z")
        assert eventually(page, lambda: file.read_text() == SERVICE)
        file.write_text(SERVICE.replace("Done", "Paid"))
        expect(page.get_by_text("Paid", exact=True)).to_be_visible()
        assert file.read_text() == SERVICE.replace("Done", "Paid")
