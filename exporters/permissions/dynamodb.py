"""DynamoDB: items of one table, and what the SDK offers beyond that."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn
from schemas.paths import Json

SERVICES = ("dynamodb",)
_TRANSACTION = {"Put": "PutItem", "Update": "UpdateItem", "Delete": "DeleteItem", "ConditionCheck": "ConditionCheckItem"}
_PARTIQL = tuple(f"dynamodb:PartiQL{verb}" for verb in ("Select", "Insert", "Update", "Delete"))
_PARTIQL_CALLS = {"executeStatement", "batchExecuteStatement", "executeTransaction"}
_BATCHES = {"batchGetItem", "batchWriteItem"}


def statements(call: Call) -> list[Statement] | None:
    """Leave for the action on the named table; on every table where none is fixed."""
    if call.action == "transactWriteItems":
        return _transaction(call, "TransactItems")
    if call.action == "transactGetItems":
        return _transaction(call, "TransactItems")
    if call.action in _PARTIQL_CALLS:
        return [Statement(_PARTIQL)]
    found = by_name(call)
    if found is None:
        return None
    if call.action in _BATCHES:
        return [Statement(found[0].actions, _batch_tables(call))]
    return [Statement(found[0].actions, _table(call))]


def _transaction(call: Call, key: str) -> list[Statement]:
    items = call.parameters.get(key)
    kinds = [(kind, fields) for item in items for kind, fields in _entries(item)] if isinstance(items, list) else []
    if not kinds:
        verbs = (*_TRANSACTION.values(),) if call.action == "transactWriteItems" else ("GetItem",)
        return [Statement(tuple(f"dynamodb:{verb}" for verb in verbs))]
    return [
        Statement((f"dynamodb:{_TRANSACTION.get(kind, 'GetItem')}",), _table(Call("dynamodb", kind, parameters=fields)))
        for kind, fields in kinds
    ]


def _entries(item: Json) -> list[tuple[str, dict[str, Json]]]:
    if not isinstance(item, dict):
        return []
    return [(kind, fields) for kind, fields in item.items() if isinstance(fields, dict)]


def _batch_tables(call: Call) -> tuple[str, ...]:
    requests = call.parameters.get("RequestItems")
    if not isinstance(requests, dict) or not requests:
        return (EVERYTHING,)
    return tuple(_arn(name) for name in requests)


def _table(call: Call) -> tuple[str, ...]:
    name = call.fixed("TableName")
    if name is None:
        return (EVERYTHING,)
    index = call.fixed("IndexName")
    return (_arn(name), f"{_arn(name)}/index/{index}") if index else (_arn(name),)


def _arn(name: str) -> str:
    return name if name.startswith("arn:") else arn("dynamodb", f"table/{name}")
