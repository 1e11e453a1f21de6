"""An HTTP endpoint is called without encryption.

Why: http:invoke calls endpoints by HTTPS alone; the call of an http:// address fails.

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


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """An ApiEndpoint of http:invoke that begins with http://."""
    call = integration_of(state)
    field, data = arguments_field(state)
    endpoint = text(mapping(data).get("ApiEndpoint"))
    if call is not None and call.service == "http" and _INSECURE.match(endpoint):
        path = (*state.path, field, "ApiEndpoint")
        secure = Set(path, _INSECURE.sub("https://", endpoint, count=1))
        yield Finding(path, {"state": state.name}, fix=Fix((secure,), safe=False))
