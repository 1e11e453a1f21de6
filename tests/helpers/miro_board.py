"""A small server that answers as Miro's REST API does: images are put onto a board, and replaced."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, HTTPServer

TOKEN = "token-of-a-test"  # noqa: S105 - it opens nothing
BOARD = "uXjVO_-1LSME="


@dataclass
class Board:
    """The state of the board: the images by item id, and the calls; `answers` come before all others."""

    url: str = ""
    images: dict = field(default_factory=dict)
    calls: list = field(default_factory=list)
    answers: list = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        if self.is_called(f"/v2/boards/{BOARD}/images"):
            id = f"345876{len(self.board.images)}"
            self.board.images[id] = self.parts
            self.answer(201, {"id": id, "type": "image"})

    def do_PATCH(self):
        path, _, id = self.path.rpartition("/")
        if not self.is_called(path if path == f"/v2/boards/{BOARD}/images" else ""):
            return
        if id not in self.board.images:
            self.answer(404, {"code": "itemNotFound"})
            return
        self.board.images[id] = self.parts
        self.answer(200, {"id": id, "type": "image"})

    def is_called(self, path):
        """Read the body; true for a call of this path by the owner of the token that is not answered yet."""
        self.board = self.server.board
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        message = BytesParser(policy=HTTP).parsebytes(head + body)
        self.parts = {
            part.get_param("name", header="content-disposition"): part for part in message.iter_parts()
        }
        self.board.calls.append((self.command, self.path))
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            self.answer(401, {"code": "tokenNotProvided"})
        elif self.board.answers:
            self.answer(*self.board.answers.pop(0))
        elif not path or not self.path.startswith(path):
            self.answer(404, {"code": "boardNotFound"})
        else:
            return True
        return False

    def answer(self, status, value=None, headers=None):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def miro_board():
    """A board that is served on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.board = Board(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.board
        finally:
            server.shutdown()
            thread.join()
