"""DynamoDB: items of one table, and the other actions of the SDK."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("dynamodb",)
_WRITES = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
}
_TRANSACTIONS = {"transactWriteItems": _WRITES, "transactGetItems": {"Get": "GetItem"}}
_PARTIQL_CALLS = {"executeStatement", "batchExecuteStatement", "executeTransaction"}
_PARTIQL = tuple(f"dynamodb:PartiQL{verb}" for verb in ("Select", "Insert", "Update", "Delete"))
_BATCHES = {"batchGetItem", "batchWriteItem"}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the named tables; on every table where none is fixed."""
    if call.action in _TRANSACTIONS:
        return _transaction(call, _TRANSACTIONS[call.action])
    if call.action in _PARTIQL_CALLS:
        return [Statement(_PARTIQL)]
    found = by_name(call)
    if found is None:
        return None
    if call.action in _BATCHES:
        return [Statement(found[0].actions, _batch_tables(call))]
    return [Statement(found[0].actions, _table(call))] if "TableName" in call.parameters else found


def _transaction(call: Call, verbs: dict[str, str]) -> list[Statement]:
    """Each part of a transaction needs the action of its kind on its own table."""
    parts = [Statement((f"dynamodb:{verbs[part.action]}",), _table(part)) for part in _parts(call, verbs)]
    return parts or [Statement(tuple(f"dynamodb:{verb}" for verb in verbs.values()))]


def _parts(call: Call, verbs: dict[str, str]) -> Iterator[Call]:
    items = call.parameters.get("TransactItems")
    for item in items if isinstance(items, list) else []:
        for kind, fields in item.items() if isinstance(item, dict) else []:
            if kind in verbs and isinstance(fields, dict):
                yield Call(call.service, kind, parameters=fields)


def _batch_tables(call: Call) -> tuple[str, ...]:
    requests = call.parameters.get("RequestItems")
    return tuple(map(_arn, requests)) if isinstance(requests, dict) and requests else (EVERYTHING,)


def _table(call: Call) -> tuple[str, ...]:
    name = call.fixed("TableName")
    if name is None:
        return (EVERYTHING,)
    index = call.fixed("IndexName")
    return (_arn(name), f"{_arn(name)}/index/{index}") if index else (_arn(name),)


def _arn(name: str) -> str:
    return name if name.startswith("arn:") else arn("dynamodb", f"table/{name}")
