"""Messages that the browser sends over HTTP, beside the page."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response

from designer.protocol.message import Message

Kind = TypeVar("Kind", bound=Message)


async def message(request: Request, kind: type[Kind], most_bytes: int) -> Kind | Response:
    """The message of a request, or the response that refuses it: 415, 413 or 422.

    Another site cannot send one: its browser would ask first whether this kind of content is welcome.
    """
    if request.headers.get("content-type") != "application/json":
        return Response(status_code=415)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most_bytes:
            return Response(status_code=413)
    try:
        return kind.model_validate_json(body)
    except ValidationError:
        return Response(status_code=422)
