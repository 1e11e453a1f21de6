"""Conditions that a browser test awaits; none is a matter of time, so the limit is generous."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

PATIENCE = 30_000
"""Milliseconds until a condition counts as never met: a page that is loaded beside other work takes long."""

QUIET_FRAMES = """frames => new Promise(done => {
    let quiet = 0;
    const look = () => {
        const app = document.querySelector('[data-testid="stApp"]');
        quiet = app?.dataset.testScriptState === "notRunning" ? quiet + 1 : 0;
        quiet === frames ? done() : requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""


def answered(page: Page) -> None:
    """Wait until Python has answered, and no part of the page has asked anew for as long as 15 frames.

    A component replies to an answer with a run of its own, which creates fields of the panels anew. Frames
    count, not milliseconds: a page that is busy draws them later.
    """
    page.evaluate(QUIET_FRAMES, 15)


def eventually(page: Page, condition: Callable[[], bool]) -> bool:
    """Wait until `condition` holds, and let the page work meanwhile; whether it came to hold."""
    end = monotonic() + PATIENCE / 1000
    while not condition():
        if monotonic() > end:
            return False
        page.wait_for_timeout(20)
    return True
