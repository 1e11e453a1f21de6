"""Takes the pictures of the real screen under `docs/pictures/`: `make pictures`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from awaiting import PATIENCE
from board import Board
from playwright.sync_api import Browser, Page, expect, sync_playwright
from serving import APP, served
from sketchboard import SketchBoard
from tooling import CHROMIUM, QUIET

from designer.library.samples import load_sample
from designer.library.store import Library, connect

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def take_all() -> None:
    """Take every picture of every panel, in both languages and both themes."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/library.db"
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        with served(APP, DESIGNER_DATABASE=database) as server:
            id = Library(connect(database)).add(load_sample("checkout"))
            for language, theme in (("ja", "light"), ("en", "dark")):
                _take(browser, f"{server.url}/?workflow={id}&lang={language}", f"{language}-{theme}", theme)
        browser.close()


def _take(browser: Browser, url: str, suffix: str, theme: str) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    for name, show in SCREENS.items():
        page = context.new_page()
        board = Board(page).open(url)
        expect(page.locator("[data-state]").first).to_be_visible()
        show(page, board)
        page.mouse.move(2, 2)
        page.wait_for_timeout(1500)
        page.screenshot(path=PICTURES / f"{name}-{suffix}.png")
        page.close()
    context.close()


def _canvas(page: Page, board: Board) -> None:
    pass


def _inspector(page: Page, board: Board) -> None:
    board.find("決済")
    expect(page.locator(".st-key-inspector")).to_be_visible()


def _choice(page: Page, board: Board) -> None:
    board.find("人の答え")
    expect(page.locator(".st-key-inspector")).to_be_visible()


def _code(page: Page, board: Board) -> None:
    board.find("決済")
    page.locator(".st-key-drawer-tabs button").last.click()
    expect(page.locator(".cm-content")).to_be_visible()


def _sketch(page: Page, board: Board) -> None:
    page.locator('[class*="st-key-page"] button').nth(1).click()
    sketch = SketchBoard(page).ready()
    sketch.card("在庫は足りるか").click()


def _gallery(page: Page, board: Board) -> None:
    page.locator(".st-key-open-workflows button").click()
    page.get_by_role("tab").nth(3).click()
    expect(page.locator(".st-key-gallery img").first).to_be_visible()


def _export(page: Page, board: Board) -> None:
    page.locator(".st-key-open-export button").click()
    page.locator(".st-key-export-format").get_by_role("combobox").click()
    page.get_by_role("option", name="PNG").click()
    expect(page.locator(".st-key-export-preview img")).to_be_visible()


def _business(page: Page, board: Board) -> None:
    page.locator('[data-look="business"]').click()
    board.find("決済")
    expect(page.locator(".st-key-inspector")).to_be_visible()


def _presenting(page: Page, board: Board) -> None:
    page.keyboard.press("p")
    for _ in range(8):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".presented h2")).to_have_text("決済")


SCREENS: dict[str, Callable[[Page, Board], None]] = {
    "gallery": _gallery,
    "sketch": _sketch,
    "canvas": _canvas,
    "inspector": _inspector,
    "choice": _choice,
    "code": _code,
    "export": _export,
    "business": _business,
    "presenting": _presenting,
}

if __name__ == "__main__":
    take_all()
