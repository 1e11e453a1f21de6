"""API Gateway: one method of a REST or HTTP API."""

from __future__ import annotations

import re

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("apigateway",)
_ENDPOINT = re.compile(r"([^./]+)\.execute-api\..+")


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the method; `*` stands for each part of it that is not fixed."""
    if call.sdk or call.action != "invoke":
        return None
    endpoint = _ENDPOINT.fullmatch(call.fixed("ApiEndpoint") or "")
    api = endpoint.group(1) if endpoint else EVERYTHING
    path = (call.fixed("Path") or f"/{EVERYTHING}").lstrip("/")
    method = "/".join((api, call.fixed("Stage") or EVERYTHING, call.fixed("Method") or EVERYTHING, path))
    return [Statement(("execute-api:Invoke",), (arn("execute-api", method),))]
