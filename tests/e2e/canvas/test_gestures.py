"""Gestures on the canvas, one a test: what is drawn at once is what Python makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

EMPTY = json.dumps({"StartAt": "", "States": {}})
LINE = json.dumps(
    {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Pass", "Next": "C"},
            "C": {"Type": "Pass", "End": True},
        },
    }
)
CHOICE = json.dumps(
    {
        "StartAt": "Ask",
        "States": {
            "Ask": {"Type": "Choice", "Choices": []},
            "Yes": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": True},
            "No": {"Type": "Pass", "End": True},
        },
    }
)


def test_dropping_on_an_arrow_inserts(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.drag_new("lambda:invoke", page.locator('[data-arrow="next"]').first)
    board.type_name("Between")
    board.settle()
    assert board.arrows() == {
        ("start", "start", "A"),
        ("A", "next", "Between"),
        ("Between", "next", "B"),
        ("B", "next", "C"),
    }


def test_dropping_the_first_state_and_one_into_its_branch(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(EMPTY))
    board.drag_new("Parallel", board.pane)
    board.type_name("Both")
    board.settle()
    assert board.arrows() == {("start", "start", "Both")}
    board.drag_new("Wait", board.branch("Both", 1))
    board.type_name("Rest")
    board.settle()
    assert board.arrows() == {("start", "start", "Both"), ("start", "start", "Rest")}


def test_clicking_in_the_palette_appends_to_the_selection(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.select("A")
    board.click_new("Wait")
    board.type_name("Then")
    board.settle()
    assert {("A", "next", "Then"), ("Then", "next", "B")} <= board.arrows()


WATCH_PORTS = """board => {
    window.changedPorts = new Set();
    const watcher = new MutationObserver(all => all.forEach(({ target, type }) => {
        const isPort = type === 'attributes' && target.matches('.react-flow__handle');
        if (isPort) window.changedPorts.add(target.closest('.react-flow__node').dataset.id);
    }));
    watcher.observe(board, { subtree: true, attributes: true });
}"""
SIZE_CONTAINERS = """node => {
    let [found, element] = [0, node];
    while ((element = element.parentElement)) found += getComputedStyle(element).containerType !== 'normal';
    return found;
}"""


def test_an_arrow_changes_the_ports_of_its_ends_alone(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(CHOICE))
    board.root.evaluate(WATCH_PORTS)
    board.connect("Ask", "choice", "Yes")
    expect(board.page.locator('[data-arrow="choice"]')).to_have_count(1)
    assert set(page.evaluate("[...changedPorts]")) == {board.uid("Ask"), board.uid("Yes")}
    assert board.state("Yes").evaluate(SIZE_CONTAINERS) == 0


def test_connecting_by_handle(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(CHOICE))
    drawn = {("Ask", "choice", "Yes"), ("Ask", "default", "No"), ("Yes", "catch", "No")}
    for source, kind, target in sorted(drawn):
        board.connect(source, kind, target)
        board.settle()
    assert board.arrows() == {("start", "start", "Ask"), *drawn}


def test_renaming_in_place(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.state("B").locator(".name").dblclick()
    board.type_name("Middle")
    board.settle()
    assert {("A", "next", "Middle"), ("Middle", "next", "C")} <= board.arrows()


def test_deleting_heals_and_is_undone_and_redone(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.select("B")
    page.keyboard.press("Delete")
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "C")}
    page.keyboard.press("Control+z")
    expect(board.state("B")).to_be_visible()
    page.keyboard.press("Control+y")
    expect(board.state("B")).to_have_count(0)


def test_keys_typed_into_the_search_stay_there(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.select("B")
    search = page.get_by_role("searchbox")
    search.fill("x")
    search.press("Backspace")
    board.settle()
    assert board.states() == {"A", "B", "C"}


def test_moving_keeps_the_place_until_everything_is_laid_out(
    page: Page, harness: Callable[[str], str]
) -> None:
    board = Board(page).open(harness(LINE))
    before = board.state("C").bounding_box()
    board.move("C", 200, 40)
    board.settle()
    after = board.state("C").bounding_box()
    assert before and after
    assert after["x"] - before["x"] == pytest.approx(200, abs=6)
    assert after["y"] - before["y"] == pytest.approx(40, abs=6)
    page.get_by_role("button", name="Auto layout").click()
    board.settle()
    anew = board.state("C").bounding_box()
    assert anew and anew["x"] == pytest.approx(before["x"], abs=2)


def test_deleting_an_arrow(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.click_arrow("B", "next")
    page.keyboard.press("Delete")
    board.settle()
    assert board.arrows() == {("start", "start", "A"), ("A", "next", "B")}


@deep_only
def test_redirecting_an_arrow_by_its_end(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.drag_end("A", "next", to="C")
    board.settle()
    assert ("A", "next", "C") in board.arrows()


def test_adding_and_removing_a_branch(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(EMPTY))
    board.drag_new("Parallel", board.pane)
    board.type_name("All")
    page.get_by_role("button", name="Add a branch").click()
    expect(page.locator("[data-branch]")).to_have_count(3)
    page.get_by_role("button", name="Remove this branch").last.click()
    expect(page.locator("[data-branch]")).to_have_count(2)
    board.settle()
    expect(page.locator("[data-branch]")).to_have_count(2)


def test_problems_stand_where_they_are(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass"}}})))
    board.state("A").get_by_test_id("badge").hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


@deep_only
def test_dropping_below_the_last_state_follows_it(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    board.drag_new("Succeed", board.state("C"), at=(60, 100))
    board.type_name("Done")
    board.settle()
    assert ("C", "next", "Done") in board.arrows()


@deep_only
def test_moving_several_at_once(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE))
    before = board.state("A").bounding_box()
    board.select("A")
    page.keyboard.down("Control")
    board.select("C")
    page.keyboard.up("Control")
    board.move("C", 120, 0)
    board.settle()
    after = board.state("A").bounding_box()
    assert before and after and after["x"] - before["x"] == pytest.approx(120, abs=6)
