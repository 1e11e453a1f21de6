"""What axe-core finds wrong on a page; nothing serious or critical may be."""

from __future__ import annotations

from playwright.sync_api import Page
from tooling import TOOLS

AXE = TOOLS / "node_modules" / "axe-core" / "axe.min.js"

GRAVE = {"serious", "critical"}

STREAMLIT: dict[str, tuple[str, ...]] = {}
"""What is Streamlit's own and cannot be mended from here: the selectors of what axe's rule is not held against.
"""


def grave(page: Page) -> list[str]:
    """The serious and critical findings on what is seen now, each in a line."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']} ({violation['impact']}) at {_selector(node)}: {node['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
        if not _is_streamlits(violation["id"], _selector(node))
    ]


def _selector(node: dict) -> str:
    """Where it is; the parts lead into shadow roots."""
    parts = (part if isinstance(part, str) else " >>> ".join(part) for part in node["target"])
    return " ".join(parts)


def _is_streamlits(rule: str, selector: str) -> bool:
    return any(part in selector for part in STREAMLIT.get(rule, ()))
