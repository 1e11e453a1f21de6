"""The line between a page and its server, on which answers can be made to wait."""

from __future__ import annotations

import re

from awaiting import eventually
from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


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
        assert eventually(self.page, lambda: sum(map(_ends, self.held or [])) >= runs)

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


def _ends(message: bytes) -> bool:
    return ForwardMsg.FromString(message).WhichOneof("type") == "script_finished"
