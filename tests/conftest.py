"""Settings of every property test, the choice of the tests that run, and the browser that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from budget import DEEP, make_deterministic
from tooling import CHROMIUM, QUIET

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ONE_PROCESS = "--process-per-site"
"""One process renders all pages of a context, which compiles Streamlit's scripts once: half a page's time."""

make_deterministic()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests that `make test-deep` alone runs out of all others."""
    left_out = [] if DEEP else [item for item in items if item.get_closest_marker("deep_only")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Playwright runs once in a process, so all tests have the same."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET, ONE_PROCESS])
        yield browser
        browser.close()
