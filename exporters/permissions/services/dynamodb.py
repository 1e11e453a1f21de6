"""DynamoDB: items of one table, and the other actions of the SDK."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.partiql import partiql, table_arn
from exporters.permissions.statement import EVERYTHING, Statement

SERVICES = ("dynamodb",)
_WRITES = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
}
_TRANSACTIONS = {"transactWriteItems": _WRITES, "transactGetItems": {"Get": "GetItem"}}
_STATEMENT_LISTS = {"batchExecuteStatement": "Statements", "executeTransaction": "TransactStatements"}
_BATCHES = {"batchGetItem", "batchWriteItem"}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the named tables; on every table where none is fixed."""
    if call.action in _TRANSACTIONS:
        return _transaction(call, _TRANSACTIONS[call.action])
    if call.action == "executeStatement":
        return [partiql(call.fixed("Statement"))]
    if call.action in _STATEMENT_LISTS:
        return _each(call, _STATEMENT_LISTS[call.action])
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


def _each(call: Call, name: str) -> list[Statement]:
    """Each statement of a list needs its own action on its own table."""
    items = call.parameters.get(name)
    parts = items if isinstance(items, list) and items else [{}]
    fields = (part if isinstance(part, dict) else {} for part in parts)
    return [partiql(Call(call.service, name, parameters=item).fixed("Statement")) for item in fields]


def _batch_tables(call: Call) -> tuple[str, ...]:
    requests = call.parameters.get("RequestItems")
    return tuple(map(table_arn, requests)) if isinstance(requests, dict) and requests else (EVERYTHING,)


def _table(call: Call) -> tuple[str, ...]:
    name = call.fixed("TableName")
    if name is None:
        return (EVERYTHING,)
    index = call.fixed("IndexName")
    return (table_arn(name), f"{table_arn(name)}/index/{index}") if index else (table_arn(name),)
