"""The line between a page and its server, on which answers can be made to wait, and requests to crowd."""

from __future__ import annotations

import re

from awaiting import eventually
from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Line:
    """The line to the server; while it is held, answers wait on it.

    `asked` is the last request of the page. Each one goes between two of `crowd`: it reaches the server while
    that runs the first of these, and the other waits beside it.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[bytes] | None = None
        self.asked: str | bytes = b""
        self.crowd: str | bytes = b""
        page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def hold(self) -> None:
        self.held = []

    def await_answers(self, runs: int) -> None:
        """Wait until that many runs of the page have ended on the server."""
        assert eventually(self.page, lambda: sum(map(_ends, self.held or [])) >= runs)

    def release(self) -> None:
        held, self.held = self.held or [], None
        for message in held:
            self._browser.send(message)

    def _connect(self, browser: WebSocketRoute) -> None:
        self._browser = browser
        server = browser.connect_to_server()
        browser.on_message(lambda message: self._ask(server, message))
        server.on_message(self._answer)

    def _ask(self, server: WebSocketRoute, message: str | bytes) -> None:
        self.asked = message
        for each in (self.crowd, message, self.crowd):
            if each:
                server.send(each)

    def _answer(self, message: str | bytes) -> None:
        if self.held is None or isinstance(message, str):
            self._browser.send(message)
        else:
            self.held.append(message)


def _ends(message: bytes) -> bool:
    return ForwardMsg.FromString(message).WhichOneof("type") == "script_finished"
