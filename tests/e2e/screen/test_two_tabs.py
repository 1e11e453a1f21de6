"""Two tabs on one workflow: each follows the other by itself, shows who is there, undoes its own edits."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from board import Board
from playwright.sync_api import Page, expect
from shelving import kept, shelve, taken
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps(
    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}}}
)
RUNS = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    window.runs = 0;
    new MutationObserver(() => { if (app.dataset.testScriptState === "running") window.runs += 1; })
        .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
}"""


@pytest.fixture
def workflow(database: str) -> str:
    return shelve(database, FLOW)


@pytest.fixture
def boards(page: Page, designer: str, workflow: str) -> Iterator[tuple[Board, Board]]:
    second = page.context.new_page()
    url = f"{designer}/?workflow={workflow}&lang=en"
    yield Board(page).open(url), Board(second).open(url)


def add(board: Board, after: str, name: str) -> None:
    board.select(after)
    board.click_new("Wait")
    board.type_name(name)
    board.settle()


def undo(board: Board, *states: str) -> None:
    """Undo until these states are gone, one after the other."""
    for state in states:
        expect(board.state(state)).to_be_visible()
        board.page.locator('[data-tool="undo"]').click()
        expect(board.state(state)).to_have_count(0)


def test_each_follows_the_other_and_undoes_its_own(boards, database, workflow) -> None:
    here, there = boards
    add(here, "B", "Mine")
    expect(there.state("Mine")).to_be_visible()
    add(there, "A", "Theirs")
    expect(here.state("Theirs")).to_be_visible()
    undo(here, "Mine", "Wait")
    expect(here.state("Wait")).to_have_count(0)
    expect(there.state("Wait")).to_have_count(0)
    expect(here.state("Theirs")).to_be_visible()
    there.settle()
    there.page.reload()
    undo(there, "Theirs", "Wait")
    expect(here.state("Wait")).to_have_count(0)
    assert kept(database, workflow) == FLOW


def test_nothing_is_lost_while_both_draw(boards, database, workflow) -> None:
    here, there = boards
    here.hold("B", 260, 40)
    add(there, "A", "Theirs")
    expect(here.state("Theirs")).to_be_visible()
    expect(here.page.locator(".react-flow__node.dragging")).to_have_count(1)
    here.page.mouse.up()
    here.settle()
    design = taken(database, workflow).design
    places = {entry.name: entry.position.x for entry in design.states.values() if entry.position}
    assert places["B"] > places["A"] + 100
    assert list(json.loads(kept(database, workflow))["States"]) == ["A", "Theirs", "B"]


def test_the_people_are_shown_by_name_with_what_they_have_selected(boards) -> None:
    here, there = boards
    here.page.get_by_role("button", name="Your name").click()
    here.page.get_by_label("Your name").fill("花子")
    here.page.get_by_label("Your name").press("Enter")
    expect(here.page.get_by_role("button", name="You: 花子")).to_be_visible()
    here.select("B")
    outline = there.page.locator(f'[data-other="{there.uid("B")}"]')
    expect(outline).to_have_text("花子 (another tab)")
    expect(there.page.get_by_role("list", name="People here").get_by_role("listitem")).to_have_count(1)
    here.page.close()
    expect(outline).to_have_count(0)


def test_nothing_is_run_while_nothing_changes_or_a_person_is_busy(boards) -> None:
    here, there = boards
    expect(there.page.get_by_role("button", name="Your name")).to_be_visible()
    expect(here.page.get_by_role("list", name="People here").get_by_role("listitem")).to_have_count(1)
    there.page.evaluate(RUNS)
    with there.page.expect_response("**/designer/live"), there.page.expect_response("**/designer/live"):
        pass
    assert there.page.evaluate("window.runs") == 0
    there.page.locator(".st-key-open-export button").click()
    dialog = there.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    add(here, "B", "Mine")
    with there.page.expect_response("**/designer/live"), there.page.expect_response("**/designer/live"):
        pass
    expect(dialog).to_be_visible()
    there.page.keyboard.press("Escape")
    expect(there.state("Mine")).to_be_visible()
