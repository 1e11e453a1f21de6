"""The samples as pictures, and what is opened from them."""

from __future__ import annotations

import pytest
from board import Board
from budget import deep, some
from playwright.sync_api import Locator, Page, expect
from shelving import shelve, taken
from tooling import needs_chromium

from designer.base.words import word
from designer.library.samples import load_sample, samples
from schemas.asl.walk import states
from schemas.sidecar.workflow import new_workflow

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def gallery(page: Page, designer: str, database: str) -> Locator:
    """The gallery, reached from the greeting."""
    Board(page).open(f"{designer}/?workflow={shelve(database, new_workflow('').document.text)}&lang=en")
    page.locator(".st-key-begin-samples button").click()
    return page.get_by_role("dialog").locator(".st-key-gallery")


def drawn(picture: Locator) -> bool:
    return bool(picture.evaluate("async image => { await image.decode(); return image.naturalWidth > 300; }"))


def test_every_sample_is_shown_with_its_picture_and_words(gallery: Locator) -> None:
    expect(gallery.get_by_role("img")).to_have_count(len(samples()))
    for name in samples():
        card = gallery.locator(f".st-key-sample-{name}")
        assert drawn(card.get_by_role("img", name=word("en", f"sample.{name}")))
        expect(card.get_by_text(word("en", f"sample.{name}.help"))).to_be_visible()


def test_it_is_what_the_list_of_workflows_leads_to(page: Page, gallery: Locator) -> None:
    expect(gallery).to_be_visible()
    page.keyboard.press("Escape")
    expect(gallery).to_have_count(0)
    page.locator(".st-key-open-workflows button").click()
    page.get_by_role("tab", name="Samples").click()
    expect(gallery.get_by_role("img").first).to_be_visible()


@deep
@pytest.mark.parametrize("sample", some(samples(), 1))
def test_a_sample_is_opened_as_a_copy_that_stands_on_the_canvas(
    page: Page, gallery: Locator, database: str, sample: str
) -> None:
    gallery.locator(f".st-key-open-sample-{sample} button").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".st-key-greeting")).to_have_count(0)
    original = load_sample(sample)
    board, names = Board(page), {state.name for state in states(original.document.value)}
    expect(board.state(original.document.value["StartAt"])).to_be_visible()
    expect(page.locator("[data-state]")).to_have_count(len(names))
    assert board.states() == names
    expect(page.locator(".st-key-open-problems").get_by_role("paragraph")).to_have_text("error 0 warning 0")
    copy = taken(database, page.url.split("workflow=")[1].split("&")[0])
    assert copy.name == word("en", f"sample.{sample}")
    assert copy.document.text == original.document.text
    assert copy.design.states.keys() == original.design.states.keys()
