"""From the beginning of a page's load to the last card of the map of all workflows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.missing import Missing
from bench.report import Section
from playwright.sync_api import Browser, expect, sync_playwright
from serving import APP, Server, served
from shelving import shelve
from tooling import CHROMIUM, QUIET

from designer.library.samples import load_sample
from designer.library.store import Library, connect

COUNT = 40
RUNS = 3
BUDGET = 3_000
"""Milliseconds until the map of that many workflows is seen."""
SAMPLES = ("checkout", "refund", "order-parts", "cart-total")
PATIENCE = 60_000

BEFORE = f"""From the beginning of the page's load to the last of {COUNT} cards on the map, and of the list
beside it, in milliseconds: the median of {RUNS} servers. The library has the four samples ten times, under
other names. At first the server has shown one small workflow, and reads and checks all {COUNT} for the map;
then it knows them, until one of them changes."""


def measure() -> Section:
    """The first page of a server, and the next one."""
    if CHROMIUM is None:
        raise Missing("there is no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        pairs = [_pair(browser) for _ in range(RUNS)]
        browser.close()
    first, next_ = ([pair[number] for pair in pairs] for number in (0, 1))
    wall = median(seen.wall for seen in first)
    rows = [["first", *_figures(first)], ["next", *_figures(next_)]]
    after = f"Our budget, {BUDGET:,} ms, {'holds' if wall < BUDGET else 'does not hold'}."
    return Section(
        "Browser: landscape", BEFORE, ["page", "seen after", "the server's processor"], rows, after
    )


@dataclass(frozen=True)
class Seen:
    """The milliseconds until all was seen, and those of the server's processor."""

    wall: float
    processor: float


def _figures(seen: list[Seen]) -> list[str]:
    return [f"{median(getattr(each, name) for each in seen):,.0f}" for name in ("wall", "processor")]


def _pair(browser: Browser) -> tuple[Seen, Seen]:
    with _library() as database, served(APP, DESIGNER_DATABASE=database) as server:
        small = shelve(database, '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
        _open(browser, f"{server.url}/?workflow={small}", "[data-state]")
        Library(connect(database)).delete(small)
        return _seen(browser, server), _seen(browser, server)


@contextmanager
def _library() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/library.db"
        for number, name in enumerate(islice(cycle(SAMPLES), COUNT)):
            workflow = load_sample(name)
            Library(connect(database)).add(replace(workflow, name=f"{workflow.name} {number}"))
        yield database


def _seen(browser: Browser, server: Server) -> Seen:
    before = _processor(server)
    wall = _open(browser, f"{server.url}/?page=landscape", "")
    return Seen(wall, _processor(server) - before)


def _open(browser: Browser, url: str, wanted: str) -> float:
    """Open a page in a new context; the milliseconds until what is wanted, or the whole map, is seen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    begun = perf_counter()
    page.goto(url, wait_until="commit")
    if wanted:
        expect(page.locator(wanted).first).to_be_visible(timeout=PATIENCE)
    else:
        cards = page.frame_locator(".st-key-stage iframe").locator(".workflow:visible")
        expect(cards).to_have_count(COUNT, timeout=PATIENCE)
        rows = page.locator("[class*='st-key-landscape-'] [class*='st-key-visit-']:visible")
        expect(rows).to_have_count(COUNT, timeout=PATIENCE)
    wall = (perf_counter() - begun) * 1000
    context.close()
    return wall


def _processor(server: Server) -> float:
    """The milliseconds that the server's process has computed for."""
    stat = Path(f"/proc/{server.process.pid}/stat").read_text("ascii")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")
