"""The web server's guard: who may frame the page, and under which names it answers on this machine."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from typing import get_args
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from designer.base import logs
from designer.base.words import word
from schemas.core.diagnostic import Language

log = logging.getLogger(__name__)


def listens_beyond_this_machine() -> bool:
    """True if the server's address is one that other machines may reach."""
    address = config.get_option("server.address")
    return not (address and (address.startswith("unix://") or _is_loopback(address)))


def serves_this_person_alone(host: str | None) -> bool:
    """True if the server listens to this machine alone, and was asked for by one of its names."""
    return not listens_beyond_this_machine() and (
        not host or _is_loopback(urlsplit(f"//{host}").hostname or "")
    )


@asynccontextmanager
async def started(_app: object) -> AsyncIterator[None]:
    """Prepare the log before the first page is served."""
    logs.leave_out_messages()
    if listens_beyond_this_machine():
        log.warning("The designer listens beyond this machine: whoever reaches it can change every workflow.")
    yield


class Guard:
    """ASGI middleware that refuses frames of other origins, and requests by the name of another machine.

    A page elsewhere could frame the designer and steer a person's clicks, or let its own name lead to
    127.0.0.1 (DNS rebinding) and so read the library. A server that listens beyond this machine has names
    that are not known here, so it answers under all.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] not in ("http", "websocket") or not _is_foreign(Headers(scope=scope).get("host")):
            await self._app(scope, receive, _framed_by_itself(send))
        elif scope["type"] == "http":
            await PlainTextResponse(_refusal(), 421)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})


MIDDLEWARE = [Middleware(Guard)]


def _refusal() -> str:
    """The words for a foreign name, in both languages: nobody has chosen one yet."""
    return "\n".join(word(language, "server.foreign-name") for language in get_args(Language))


def _framed_by_itself(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = "frame-ancestors 'self'"
            headers["X-Frame-Options"] = "SAMEORIGIN"
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "same-origin"
        await send(message)

    return with_headers


def _is_foreign(host: str | None) -> bool:
    if not host:
        return False
    name = urlsplit(f"//{host}").hostname or ""
    named = {config.get_option("browser.serverAddress"), *config.get_option("server.allowedHosts")}
    return not (listens_beyond_this_machine() or _is_loopback(name) or name in named)


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
