"""What the inspector still shows when the canvas is quicker than Python's answer changes nothing."""

from __future__ import annotations

import json
import re

import pytest
from board import Board
from playwright.sync_api import Page, WebSocketRoute, expect
from shelving import kept, shelve
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})


class Line:
    """The line to the server; while it is held, answers wait on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[bytes] | None = None
        page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def hold(self) -> None:
        self.held = []

    def await_answers(self, runs: int) -> None:
        """Wait until that many runs of the page have ended on the server."""
        while sum(_ends(message) for message in self.held or []) < runs:
            self.page.wait_for_timeout(10)

    def release(self) -> None:
        held, self.held = self.held or [], None
        for message in held:
            self._browser.send(message)

    def _connect(self, browser: WebSocketRoute) -> None:
        self._browser = browser
        server = browser.connect_to_server()
        browser.on_message(server.send)
        server.on_message(self._answer)

    def _answer(self, message: str | bytes) -> None:
        if self.held is None or isinstance(message, str):
            self._browser.send(message)
        else:
            self.held.append(message)


def test_a_second_gesture_before_the_answer_to_the_first_keeps_both(
    page: Page, designer: str, database: str
) -> None:
    line = Line(page)
    id = shelve(database, FLOW)
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en")
    board.select("A")
    inspector = page.locator(".st-key-inspector")
    expect(inspector.get_by_label("Next state")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    line.hold()
    board.click_new("Wait")
    line.await_answers(1)
    board.type_name("Rest")
    line.await_answers(2)
    line.release()
    board.settle()
    assert json.loads(kept(database, id))["States"]["A"] == {"Type": "Pass", "Next": "Rest"}
    assert ("A", "next", "Rest") in board.arrows()


def _ends(message: bytes) -> bool:
    return ForwardMsg.FromString(message).WhichOneof("type") == "script_finished"
