"""The pages of a real headless Chromium, and servers for it to visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from awaiting import PATIENCE
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import APP, served
from shelving import FLOW, shelve

expect.set_options(timeout=PATIENCE)

START = 120_000
"""Milliseconds until a server counts as not started."""


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """The context of every test's page. Its first page stays open, which keeps the process that renders.

    Nothing on a page moves by itself, so a gesture meets what stood there when it began.
    """
    size = {"width": 1440, "height": 900}
    context = browser.new_context(viewport=size, locale="en-US", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    keeper = context.new_page()
    keeper.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    keeper.goto("http://localhost/")
    yield context
    context.close()


@pytest.fixture
def page(shared_context: BrowserContext) -> Iterator[Page]:
    """A new page; afterwards the context has no other page, no permission, and nothing in its storage."""
    keeper = shared_context.pages[0]
    yield shared_context.new_page()
    pages = [page for page in shared_context.pages if page is not keeper]
    origins = {"/".join(page.url.split("/")[:3]) for page in pages}
    for page in pages:
        page.close()
    shared_context.clear_permissions()
    shared_context.clear_cookies()
    storage = shared_context.new_cdp_session(keeper)
    for origin in origins:
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    storage.detach()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the database that the designer's library is in."""
    return f"sqlite:///{tmp_path_factory.mktemp('library') / 'library.db'}"


@pytest.fixture(scope="session")
def designer(database: str, shared_context: BrowserContext) -> Iterator[str]:
    """The designer's address, with an empty library."""
    with served(APP, DESIGNER_DATABASE=database) as server:
        warm_up(shared_context, server.url)
        yield server.url


@pytest.fixture(scope="session")
def flows(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the database that the harness shows."""
    return f"sqlite:///{tmp_path_factory.mktemp('flows') / 'library.db'}"


@pytest.fixture(scope="session")
def harness(flows: str, shared_context: BrowserContext) -> Iterator[Callable[[str], str]]:
    """Opens the canvas alone on a new copy of a flow: takes its text, gives its address."""
    with served(Path(__file__).with_name("harness_app.py"), DESIGNER_DATABASE=flows) as server:
        warm_up(shared_context, f"{server.url}/?workflow={shelve(flows, FLOW)}")
        yield lambda text: f"{server.url}/?workflow={shelve(flows, text)}"


def warm_up(context: BrowserContext, url: str) -> None:
    """Load a page once: the first run of an app imports its modules, which no test is to wait for."""
    page = context.new_page()
    page.goto(url, timeout=START)
    page.get_by_test_id("stElementContainer").first.wait_for(state="attached", timeout=START)
    page.close()
