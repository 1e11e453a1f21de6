"""Labels cover no state and no other label, at any moment of a drag; names are told apart."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from board import Board
from playwright.sync_api import Page, expect
from shelving import shelve
from tooling import needs_chromium

from designer.library.samples import load_sample
from designer.library.store import Library, connect

pytestmark = [pytest.mark.browser, needs_chromium]

COVERED = """root => {
    const box = element => element.getBoundingClientRect();
    const meet = (a, b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const labels = [...root.querySelectorAll('[data-edge-label]')].map(e => [e.title, box(e)]);
    const states = [...root.querySelectorAll('.card, .choice, .end-state, .container > .title')]
        .map(e => [e.dataset.state ?? e.textContent, box(e)]);
    return labels.flatMap(([title, one], index) =>
        [...states, ...labels.slice(index + 1)]
            .filter(([, other]) => meet(one, other)).map(([name]) => title + ' covers ' + name));
}"""


def test_labels_cover_nothing_while_a_state_is_dragged(page: Page, designer: str, database: str) -> None:
    id = Library(connect(database)).add(load_sample("checkout"))
    board = Board(page).open(f"{designer}/?workflow={id}&lang=ja")
    expect(page.locator("[data-edge-label]").first).to_be_visible()
    assert board.root.evaluate(COVERED) == []
    card = page.locator('[data-type="Choice"]').first
    arrow = f'[data-arrow][data-from="{board.uid(card.get_attribute("data-state") or "")}"]'
    before = page.locator(arrow).first.get_attribute("d") or ""
    found = card.bounding_box()
    assert found
    page.mouse.move(found["x"] + 20, found["y"] + 20)
    page.mouse.down()
    for step in range(1, 9):
        page.mouse.move(found["x"] + 20 - step * 35, found["y"] + 20 + step * 30, steps=2)
        expect(page.locator(arrow).first).not_to_have_attribute("d", before)
        before = page.locator(arrow).first.get_attribute("d") or ""
        assert board.root.evaluate(COVERED) == []
    page.mouse.up()
    board.settle()
    assert board.root.evaluate(COVERED) == []


ALIKE = [f"注文内容の在庫引き当て結果を倉庫管理システムへ連携する（{kind}）" for kind in ("通常便", "冷蔵便")]
UNCUT = "names => names.every(name => name.scrollHeight <= name.clientHeight + 1)"


def test_names_with_the_same_beginning_are_told_apart(page: Page, designer: str, database: str) -> None:
    names = [*ALIKE, "受付"]
    states = {name: {"Type": "Pass", "Next": after} for name, after in pairwise(names)}
    flow = {"StartAt": names[0], "States": {**states, "受付": {"Type": "Pass", "End": True}}}
    id = shelve(database, json.dumps(flow))
    Board(page).open(f"{designer}/?workflow={id}&lang=ja")
    shown = page.locator("[data-state] .name.is-short")
    expect(shown).to_have_count(2)
    assert [text[-5:] for text in shown.all_inner_texts()] == ["（通常便）", "（冷蔵便）"]
    assert [name.get_attribute("title") for name in shown.all()] == ALIKE
    assert shown.evaluate_all(UNCUT)
