"""What axe-core finds wrong on a page; nothing serious or critical may be."""

from __future__ import annotations

from playwright.sync_api import Frame, Page
from tooling import TOOLS

AXE = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}


def grave(page: Page | Frame) -> list[str]:
    """The serious and critical findings on what is seen now, each in a line; no rule is left out."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]
