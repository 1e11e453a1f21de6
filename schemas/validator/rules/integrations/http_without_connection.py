"""A call of an HTTP endpoint has no connection.

Why: http:invoke takes the credentials of the endpoint from a connection of EventBridge, which Authentication
names (InvocationConfig for a private endpoint). Without one the call fails.

Bad example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 60,
        "End": true, "Parameters": {"ApiEndpoint": "https://pay.example.com/charges", "Method": "POST"}}}}

Good example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 60,
        "End": true, "Parameters": {"ApiEndpoint": "https://pay.example.com/charges", "Method": "POST",
          "Authentication": {"ConnectionArn": "${PayConnection}"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import arguments_field, integration_of
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_FIELDS = ("Authentication", "InvocationConfig")


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Arguments of http:invoke, written out, with neither Authentication nor InvocationConfig.

    Also a ConnectionArn that is empty.
    """
    call = integration_of(state)
    field, data = arguments_field(state)
    if call is None or call.service != "http" or is_placeholder(data) or not isinstance(data, dict):
        return
    for name in _FIELDS:
        connection = mapping(data.get(name)).get("ConnectionArn")
        if isinstance(connection, str) and not connection.strip():
            yield Finding((*state.path, field, name, "ConnectionArn"), {"state": state.name})
    names = {key.removesuffix(".$") for key in data}
    if names.isdisjoint(_FIELDS):
        yield Finding((*state.path, field), {"state": state.name}, key=True)
