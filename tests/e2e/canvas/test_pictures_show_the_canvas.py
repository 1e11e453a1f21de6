"""A picture shows what the canvas shows: the same arrows, the same words at the same places."""

from __future__ import annotations

import re

import pytest
from board import Board
from budget import deep, some
from playwright.sync_api import Page, expect
from tooling import needs_chromium

from designer.library.samples import load_sample
from designer.library.store import Library, connect
from exporters.formats.pictures.drawing import drawing
from exporters.settings import Settings
from schemas.core.view_mode import ViewMode

pytestmark = [pytest.mark.browser, needs_chromium]

PLACE = re.compile(r"translate\(([-\d.]+)px, ([-\d.]+)px\)$")


@deep
@pytest.mark.parametrize("look", some(["engineering", "business"], 1))
def test_arrows_and_their_words_are_where_the_canvas_has_them(
    page: Page, designer: str, database: str, look: ViewMode
) -> None:
    sample = load_sample("checkout")
    id = Library(connect(database)).add(sample)
    Board(page).open(f"{designer}/?workflow={id}&lang=ja&look={look}")
    expect(page.locator("[data-edge-label]").first).to_be_visible()
    found = drawing(sample, Settings(look, language="ja"))
    expect(page.locator("path[data-arrow]")).to_have_count(len(found.edges))
    drawn = page.locator("path[data-arrow]").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert sorted(drawn) == sorted(route.path for _, route, _ in found.edges)
    labels = page.locator("[data-edge-label]").evaluate_all(
        "labels => labels.map(label => [label.title, label.style.transform])"
    )
    shown = [(title, *map(float, PLACE.search(transform).groups())) for title, transform in labels]
    placed = [(words, route.label.x, route.label.y) for _, route, words in found.edges if route.label]
    for (title, *at), (words, *place) in zip(sorted(shown), sorted(placed), strict=True):
        assert title == words
        assert at == pytest.approx(place, abs=0.1)
