"""HTTP tasks: an endpoint anywhere, with the credentials of an EventBridge connection."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.permissions.call import Call, is_fixed
from exporters.permissions.statement import EVERYTHING, Condition, Statement

SERVICES = ("http",)
_SECRETS = "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:events!connection/*"


def statements(call: Call) -> list[Statement] | None:
    """Allow to call the endpoint and to read the connection's secret."""
    if call.sdk or call.action != "invoke":
        return None
    return [
        Statement(("states:InvokeHTTPEndpoint",), conditions=tuple(_conditions(call))),
        Statement(("events:RetrieveConnectionCredentials",), (_connection(call),)),
        Statement(("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"), (_SECRETS,)),
    ]


def _conditions(call: Call) -> Iterator[Condition]:
    method, endpoint = call.fixed("Method"), call.fixed("ApiEndpoint")
    if method:
        yield Condition("StringEquals", "states:HTTPMethod", method)
    if endpoint:
        yield Condition("StringLike", "states:HTTPEndpoint", endpoint)


def _connection(call: Call) -> str:
    passed = call.parameters.get("Authentication", call.parameters.get("InvocationConfig"))
    connection = passed.get("ConnectionArn") if isinstance(passed, dict) else None
    return connection if is_fixed(connection) else EVERYTHING
