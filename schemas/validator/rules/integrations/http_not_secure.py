"""An HTTP endpoint is called by an address that does not begin with https://.

Why: http:invoke calls endpoints by HTTPS alone; the call of another address fails.

Bad example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 60,
        "End": true, "Parameters": {"ApiEndpoint": "http://pay.example.com/charges", "Method": "POST",
          "Authentication": {"ConnectionArn": "${PayConnection}"}}}}}

Good example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 60,
        "End": true, "Parameters": {"ApiEndpoint": "https://pay.example.com/charges", "Method": "POST",
          "Authentication": {"ConnectionArn": "${PayConnection}"}}}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.services.arguments import arguments_field, integration_of
from schemas.asl.walk import State
from schemas.core.coerce import mapping, text
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.validator.finding import Finding, rule

_INSECURE = re.compile(r"http://", re.IGNORECASE)
_NO_SCHEME = re.compile(r"[\w.-]+(?::\d+)?(?:[/?#].*)?", re.DOTALL)
_FORMATTED = re.compile(r"\s*States\.Format\(\s*'http://", re.IGNORECASE)
_JOINED = re.compile(r"""\{%[\s(]*(?:'http://[^']*'|"http://[^"]*")[\s)]*(?:&|%\})""", re.IGNORECASE)


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """An ApiEndpoint of http:invoke that begins with http://, or has no scheme.

    It may be computed from a text that begins so: by States.Format, or by JSONata.
    """
    call = integration_of(state)
    field, data = arguments_field(state)
    if call is None or call.service != "http":
        return
    for name in ("ApiEndpoint", "ApiEndpoint.$"):
        endpoint = text(mapping(data).get(name))
        secure = _secured(endpoint) if name == "ApiEndpoint" else _secured_format(endpoint)
        if secure:
            path = (*state.path, field, name)
            fix = Fix((Set(path, secure),), safe=False)
            yield Finding(path, {"state": state.name}, fix=fix)


def _secured(endpoint: str) -> str | None:
    """The address with https://; None if it is secure, or not known."""
    if _INSECURE.match(endpoint) or _JOINED.match(endpoint):
        return _INSECURE.sub("https://", endpoint, count=1)
    return f"https://{endpoint}" if _NO_SCHEME.fullmatch(endpoint) else None


def _secured_format(endpoint: str) -> str | None:
    return _INSECURE.sub("https://", endpoint, count=1) if _FORMATTED.match(endpoint) else None
