"""The definition as text in the editor of the drawer, and the picture: both ways, live, losing nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Locator, Page, expect
from shelving import FLOW, kept, shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


class Desk:
    """A workflow of the library, opened with its code."""

    def __init__(self, page: Page, designer: str, database: str, id: str) -> None:
        self.page = page
        self.database = database
        self.id = id
        self.board = Board(page).open(f"{designer}/?workflow={self.id}&lang=en")
        page.locator(".st-key-drawer-tabs").get_by_text("Code", exact=True).click()
        expect(self.content).to_be_visible()

    @property
    def text(self) -> str:
        return kept(self.database, self.id)

    @property
    def bar(self) -> Locator:
        return self.page.locator(".st-key-drawer-tabs")

    @property
    def editor(self) -> Locator:
        return self.page.locator(".cm-editor")

    @property
    def content(self) -> Locator:
        return self.page.get_by_role("textbox", name="The whole definition as text")

    def line(self, words: str) -> Locator:
        return self.page.locator(".cm-line", has_text=re.compile(re.escape(words))).first

    def mark(self, words: str) -> None:
        """Mark a word by a double click."""
        found = self.line(words)
        box = found.evaluate(
            """(line, words) => {
                const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                for (let text; (text = walk.nextNode()); ) {
                    const at = text.data.indexOf(words);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(text, at);
                    range.setEnd(text, at + words.length);
                    const { x, y, width, height } = range.getBoundingClientRect();
                    return [x + width / 2, y + height / 2];
                }
            }""",
            words,
        )
        self.page.mouse.dblclick(*box)

    def settle(self) -> None:
        """Wait until Python has taken over what was typed."""
        expect(self.editor).to_have_attribute("data-pending", "0")
        self.board.settle()


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Callable[..., Desk]:
    return lambda text: Desk(page, designer, database, shelve(database, text))


def test_typing_changes_the_picture_and_that_place_of_the_text(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.mark("Succeed")
    here.page.keyboard.type("Fail")
    expect(here.board.state("Done").locator("..")).to_be_visible()
    here.settle()
    assert here.text == FLOW.replace("Succeed", "Fail")
    assert here.board.states() == {"Pay", "Done"}


@deep_only
def test_a_new_state_that_is_typed_is_drawn(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.line('"Done": {').click()
    here.page.keyboard.press("End")
    here.page.keyboard.type(',\n"Rest": {"Type": "Wait", "Seconds": 5, "Next": "Done"}')
    expect(here.board.state("Rest")).to_be_visible()
    here.settle()
    assert ("Rest", "next", "Done") in here.board.arrows()


def test_a_problem_is_marked_in_its_place_and_mended_by_typing(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW.replace('"Next": "Done"', '"Next": "Gone"'))
    expect(here.page.locator(".cm-lintRange-error")).to_have_text('"Gone"')
    here.mark("Gone")
    here.page.keyboard.type("Done")
    expect(here.page.locator('[data-arrow="next"]')).to_have_count(1)
    expect(here.page.locator(".cm-lintRange-error")).to_have_count(0)


def test_broken_text_marks_its_line_keeps_the_picture_and_survives_a_reload(
    desk: Callable[..., Desk],
) -> None:
    here = desk(FLOW)
    broken = FLOW.replace('"StartAt":', '"StartAt"')
    here.line('"StartAt"').click()
    here.page.keyboard.press("Home")
    for _ in '"StartAt":':
        here.page.keyboard.press("ArrowRight")
    here.page.keyboard.press("Backspace")
    expect(here.bar.get_by_text("line 2")).to_be_visible()
    here.page.locator(".cm-lint-marker-error").hover()
    expect(here.page.locator(".cm-tooltip .cm-diagnostic-error")).to_be_visible()
    here.settle()
    assert here.text == broken
    assert here.board.states() == {"Pay", "Done"}
    here.board.open(here.page.url)
    assert here.board.states() == {"Pay", "Done"}
    expect(here.line('"StartAt" "Pay"')).to_be_visible()


def test_a_gesture_on_the_canvas_while_typing_loses_neither(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.mark("pay")
    here.page.keyboard.type("charge")
    here.board.click_new("Wait")
    here.board.type_name("Rest")
    here.settle()
    states = json.loads(here.text)["States"]
    assert states["Pay"]["Parameters"] == {"FunctionName": "charge"}
    assert "Rest" in states
    expect(here.content).to_contain_text("charge")
    expect(here.content).to_contain_text("Rest")


def test_what_is_drawn_comes_into_the_text_and_undo_still_takes_back_what_was_typed(
    desk: Callable[..., Desk],
) -> None:
    here = desk(FLOW)
    here.mark("pay")
    here.page.keyboard.type("charge")
    here.settle()
    here.board.select("Done")
    here.board.click_new("Wait")
    here.board.type_name("Rest")
    here.settle()
    expect(here.content).to_contain_text("Rest")
    here.content.focus()
    here.page.keyboard.press("Control+z")
    here.settle()
    states = json.loads(here.text)["States"]
    assert states["Pay"]["Parameters"] == {"FunctionName": "pay"}
    assert "Rest" in states


def test_the_same_place_changed_in_another_tab_is_asked_about(
    desk: Callable[..., Desk], designer: str, database: str
) -> None:
    here = desk(FLOW)
    here.page.route("**/designer/live", lambda route: route.abort())
    there = Desk(here.page.context.new_page(), designer, database, id=here.id)
    there.mark("pay")
    there.page.keyboard.type("theirs")
    there.settle()
    here.mark("pay")
    here.page.keyboard.type("mine")
    asked = here.page.get_by_role("alert")
    expect(asked).to_contain_text("Your text is kept here")
    expect(here.content).to_contain_text("mine")
    asked.get_by_role("button", name="Keep my text").click()
    here.settle()
    assert here.text == FLOW.replace('"pay"', '"mine"')


def test_the_state_around_the_cursor_is_selected_on_the_canvas(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.line('"Done": {').click()
    inspector = here.page.locator(".st-key-inspector")
    expect(inspector.get_by_role("textbox", name="Name").first).to_have_value("Done")
    here.line('"Parameters"').click()
    expect(inspector.get_by_role("textbox", name="Name").first).to_have_value("Pay")
    expect(here.editor).to_contain_class("cm-focused")


def test_a_state_selected_on_the_canvas_is_shown_in_the_text(desk: Callable[..., Desk]) -> None:
    states = {f"S{n}": {"Type": "Pass", "Next": f"S{n + 1}"} for n in range(60)}
    states["S60"] = {"Type": "Succeed"}
    here = desk(json.dumps({"StartAt": "S0", "States": states}, indent=2))
    here.board.state("S55").evaluate("node => node.closest('.react-flow__node').focus()")
    here.page.keyboard.press("Enter")
    expect(here.page.locator(".cm-selected-state", has_text='"S55": {')).to_be_in_viewport()


def test_the_other_format_is_edited_live_and_goes_back_into_the_source(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.bar.get_by_text("YAML", exact=True).click()
    expect(here.line("StartAt: Pay")).to_be_visible()
    here.mark("Succeed")
    here.page.keyboard.type("Fail")
    here.settle()
    assert here.text == FLOW.replace("Succeed", "Fail")
    here.line("StartAt: Pay").click()
    here.page.keyboard.press("End")
    here.page.keyboard.type(": :")
    expect(here.page.locator(".cm-lint-marker-error")).to_be_visible()
    expect(here.line("StartAt: Pay: :")).to_be_visible()
    assert here.text == FLOW.replace("Succeed", "Fail")


def test_text_typed_right_before_a_reload_is_taken_over_after_it(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.mark("pay")
    here.page.keyboard.type("last words")
    here.page.reload()
    expect(here.content).to_contain_text("last words")
    here.settle()
    assert here.text == FLOW.replace('"pay"', '"last words"')


@deep_only
def test_text_typed_right_before_the_drawer_changes_is_taken_over(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    here.mark("Done")
    here.page.keyboard.type("Gone")
    here.page.locator(".st-key-drawer-tabs").get_by_text("Problems", exact=True).click()
    expect(here.page.locator(".cm-editor")).to_have_count(0)
    expect(here.page.locator(".st-key-drawer-body").get_by_text("Gone").first).to_be_visible()
    assert here.text == FLOW.replace('"Next": "Done"', '"Next": "Gone"')


def test_a_word_that_is_being_converted_to_kanji_is_left_alone(
    desk: Callable[..., Desk], designer: str, database: str
) -> None:
    here = desk(FLOW)
    there = Desk(here.page.context.new_page(), designer, database, id=here.id)
    here.page.bring_to_front()
    here.mark("pay")
    keyboard = here.page.context.new_cdp_session(here.page)
    keyboard.send("Input.imeSetComposition", {"text": "ちゅうもん", "selectionStart": 5, "selectionEnd": 5})
    there.mark("Succeed")
    there.page.keyboard.type("Fail")
    there.settle()
    keyboard.send("Input.imeSetComposition", {"text": "注文", "selectionStart": 2, "selectionEnd": 2})
    expect(here.content).to_contain_text('"FunctionName": "注文"')
    assert here.text == FLOW.replace("Succeed", "Fail")
    keyboard.send("Input.insertText", {"text": "注文"})
    here.settle()
    assert here.text == FLOW.replace("Succeed", "Fail").replace('"pay"', '"注文"')


@deep_only
def test_folding_hides_a_state_and_search_finds_a_word(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    fold = here.page.locator(".cm-foldGutter").get_by_title("Fold this line")
    fold.nth(3).click()
    expect(here.content).not_to_contain_text("lambda:invoke")
    here.content.focus()
    here.page.keyboard.press("Control+f")
    here.page.keyboard.type("Succeed")
    expect(here.page.locator(".cm-searchMatch")).to_have_text("Succeed")


@deep_only
def test_words_of_the_editor_change_with_the_language(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW.replace('"Next": "Done"', '"Next": "Gone"'))
    here.page.get_by_text("日本語", exact=True).click()
    box = here.page.get_by_role("textbox", name="定義全体のテキスト")
    box.focus()
    here.page.keyboard.press("Control+f")
    expect(here.page.get_by_placeholder("検索").last).to_be_visible()
    here.page.locator(".cm-lint-marker-error").first.hover()
    expect(here.page.locator(".cm-diagnostic").first).to_contain_text(re.compile("[ぁ-ん]"))


CART = """{
  "QueryLanguage": "JSONata",
  "StartAt": "Fill",
  "States": {
    "Fill": {"Type": "Pass", "Output": {"cart": {"total": 9, "items": [{"sku": "a"}]}}, "Next": "Pay"},
    "Pay": {"Type": "Pass", "Output": "{% HERE %}", "End": true}
  }
}
"""


def test_an_expression_is_completed_with_what_is_there(desk: Callable[..., Desk]) -> None:
    here = desk(CART)
    chosen = here.page.locator(".cm-tooltip-autocomplete [aria-selected]")
    here.mark("HERE")
    for typed, name in (("$sta", "$states"), (".in", "input"), (".ca", "cart"), (".it", "items")):
        here.page.keyboard.type(typed)
        expect(chosen).to_contain_text(name)
        chosen.click()
        expect(chosen).to_have_count(0)
    here.settle()
    assert here.text == CART.replace("HERE", "$states.input.cart.items")
