"""No gesture is lost or applied twice, and no answer disturbs the person at work."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, WebSocketRoute, expect
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

LINE = json.dumps(
    {
        "StartAt": "A",
        "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}},
    }
)
SLOW = "&slow=1"
APPENDED = {("start", "start", "A"), ("A", "next", "B"), ("B", "next", "One"), ("One", "next", "Two")}
LONGER = APPENDED | {("Two", "next", "Three")}


def append(board: Board, name: str) -> None:
    board.click_new("Pass")
    board.type_name(name)


def test_quick_gestures_in_flight_and_during_a_running_answer(
    page: Page, harness: Callable[[str], str]
) -> None:
    url = harness(LINE)
    board = Board(page).open(url + SLOW)
    append(board, "One")
    append(board, "Two")
    expect(board.state("Two")).to_be_visible()
    assert board.root.get_attribute("data-pending") != "0", "both show before Python has answered"
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "running")
    append(board, "Three")
    board.settle()
    assert board.arrows() == LONGER
    assert board.selected() == {"Three"}, "the selection survives the answers"
    assert Board(page).open(url).arrows() == LONGER


def test_reload_in_the_middle(page: Page, harness: Callable[[str], str]) -> None:
    url = harness(LINE)
    board = Board(page).open(url + SLOW)
    append(board, "One")
    append(board, "Two")
    page.reload()
    expect(board.state("Two")).to_be_visible()
    board.settle()
    assert board.arrows() == APPENDED
    assert Board(page).open(url).arrows() == APPENDED


@deep_only
def test_reload_before_python_heard(page: Page, harness: Callable[[str], str]) -> None:
    lost = _Losses(page)
    url = harness(LINE)
    board = Board(page).open(url)
    lost.all = True
    append(board, "One")
    append(board, "Two")
    lost.all = False
    page.reload()
    expect(board.state("Two")).to_be_visible()
    board.settle()
    assert Board(page).open(url).arrows() == APPENDED


def test_lost_outbox_is_sent_again(page: Page, harness: Callable[[str], str]) -> None:
    lost = _Losses(page)
    url = harness(LINE)
    board = Board(page).open(url)
    lost.all = True
    append(board, "One")
    append(board, "Two")
    lost.all = False
    board.settle()
    assert Board(page).open(url).arrows() == APPENDED


def test_running_drag_and_view_survive_an_answer(page: Page, harness: Callable[[str], str]) -> None:
    board = Board(page).open(harness(LINE) + SLOW)
    view = page.locator(".react-flow__viewport")
    append(board, "One")
    before = view.get_attribute("style")
    board.hold("A", 150, 30)
    held = board.state("A").bounding_box()
    board.settle()
    assert board.state("A").bounding_box() == held
    assert view.get_attribute("style") == before
    page.mouse.up()
    board.settle()
    assert board.state("A").bounding_box() == held


class _Losses:
    """While `all` is set, no outbox of the page reaches the server."""

    def __init__(self, page: Page) -> None:
        self.all = False
        page.route_web_socket("**/_stcore/stream", self._relay)

    def _relay(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def to_server(message: str | bytes) -> None:
            if not (self.all and isinstance(message, bytes) and b"outbox" in message):
                server.send(message)

        socket.on_message(to_server)
