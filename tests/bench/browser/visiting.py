"""Pages with a flow on them, each new: ours, and `streamlit-flow-component` with the same flow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.branching import branching
from bench.missing import Missing
from playwright.sync_api import Browser, Page, expect, sync_playwright
from serving import APP, served
from shelving import shelve
from tooling import CHROMIUM, QUIET

from exporters.scene import draw
from schemas import Document
from schemas.sidecar.workflow import Workflow

HERE = Path(__file__).resolve().parent
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
SIZES = (30, 100, 300, 500)
OURS = "this canvas"
PEER = f"streamlit-flow-component {version('streamlit-flow-component')}"
DRAWN = "([states, arrows]) => bench.shown(() => bench.states() >= states && bench.arrows() >= arrows)"
Visit = Callable[[int, int], AbstractContextManager[tuple[Page, float]]]
"""Takes the number of states and a seed; gives the page, and when all was drawn."""


@dataclass(frozen=True)
class Visits:
    """Two servers, and a browser to visit them with."""

    browser: Browser
    designer: str
    database: str
    peer: str
    flows: Path

    @contextmanager
    def ours(self, size: int, seed: int) -> Iterator[tuple[Page, float]]:
        """Our screen with a flow, and the milliseconds until it was drawn."""
        id = shelve(self.database, branching(size, seed))
        with self._visited(f"{self.designer}/?workflow={id}", size, seed) as visit:
            yield visit

    @contextmanager
    def theirs(self, size: int, seed: int, layout: str = "") -> Iterator[tuple[Page, float]]:
        """The other component with the same flow; where no layout is named, the places are given."""
        file = self.flows / f"{size}-{seed}.json"
        file.write_text(_flow(size, seed), encoding="utf-8")
        with self._visited(f"{self.peer}/?flow={file.name}{layout}", size, seed) as visit:
            yield visit

    @contextmanager
    def _visited(self, url: str, size: int, seed: int) -> Iterator[tuple[Page, float]]:
        arrows = branching(size, seed).count('"Next":') + size // 10
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
        context.set_default_timeout(PATIENCE)
        context.add_init_script(path=HERE / "inside.js")
        page = context.new_page()
        page.goto(url, wait_until="commit")
        yield page, float(page.evaluate(DRAWN, [size, arrows]))
        context.close()


@contextmanager
def visits() -> Iterator[Visits]:
    """The servers, warm: each has shown a small flow before. Raises `Missing`."""
    if CHROMIUM is None:
        raise Missing("there is no Chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/library.db"
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        with (
            served(APP, DESIGNER_DATABASE=database) as ours,
            served(HERE / "board_app.py", BENCH_FLOWS=folder) as theirs,
        ):
            visits = Visits(browser, ours.url, database, theirs.url, Path(folder))
            with visits.ours(10, 0), visits.theirs(10, 0):
                pass
            yield visits
        browser.close()


def versions(visits: Visits) -> str:
    """What was measured with."""
    chromium = visits.browser.version
    return f"Streamlit {version('streamlit')}, headless Chromium {chromium}, a window of 1440x900."


def _flow(size: int, seed: int) -> str:
    scene = draw(Workflow("Order", Document.parse(branching(size, seed), "json")), "en")
    names = {box.id: box.state.name for box in scene.boxes.values() if box.state}
    nodes = [{"id": names[box.id], "x": box.x, "y": box.y} for box in scene.boxes.values()]
    edges = [
        {
            "id": arrow.id,
            "source": names[arrow.source],
            "target": names[arrow.target],
            "label": arrow.labels["engineering"],
        }
        for arrow in scene.edges.values()
        if arrow.source in names
    ]
    return json.dumps({"nodes": nodes, "edges": edges})
