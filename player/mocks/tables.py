"""Tables of DynamoDB behind the Tasks of a run: moto's, in memory, so that a conditional write can fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from threading import Lock
from typing import Any

from player.mocks import Answer, TaskCall
from player.mocks.attribute_values import attribute_value, json_of
from player.mocks.defaults import default_answer
from schemas.asl.services.integration import SDK, WAIT, integration
from schemas.asl.services.java_names import in_pascal_case
from schemas.core.coerce import mapping
from schemas.core.paths import Json

_REQUEST_ID = "EXAMPLE"
_PLAIN = ("Key", "Item", "ExpressionAttributeValues")
"""Parameters whose values Step Functions takes as plain JSON, too."""
_accounts = count(1)
_lock = Lock()


class TablesMissing(RuntimeError):
    """The packages that the tables need are not installed."""


class Tables:
    """Answers the calls of DynamoDB from tables, and all others by examples.

    `tables` has by name `key`, the types of the key's attributes (partition first, such as
    {"orderId": "S"}), and `items` in plain JSON. Each object has tables of its own. Raises `ValueError` for
    tables of another form, `TablesMissing` without the packages.
    """

    def __init__(self, tables: Mapping[str, Json]) -> None:
        check_tables(tables)
        self._client: Any = _client(f"{next(_accounts):012d}")
        with _moto():
            for name, table in tables.items():
                self._create(name, mapping(table))

    def answer(self, call: TaskCall) -> Answer:
        """The answer of the table, or its error by the name that the service gives it."""
        called = integration(call.resource)
        if called is None or called.service.removeprefix(SDK) != "dynamodb" or called.pattern == WAIT:
            return default_answer(call)
        return self._called(called.action, mapping(call.sent), is_sdk=called.service.startswith(SDK))

    def _create(self, name: str, table: dict[str, Json]) -> None:
        key = mapping(table.get("key"))
        roles = zip(key, ("HASH", "RANGE"), strict=False)
        self._client.create_table(
            TableName=name,
            KeySchema=[{"AttributeName": attribute, "KeyType": role} for attribute, role in roles],
            AttributeDefinitions=[
                {"AttributeName": attribute, "AttributeType": type} for attribute, type in key.items()
            ],
            BillingMode="PAY_PER_REQUEST",
        )
        items = table.get("items")
        for item in items if isinstance(items, list) else []:
            self._client.put_item(TableName=name, Item=mapping(attribute_value(item)["M"]))

    def _called(self, action: str, sent: dict[str, Json], *, is_sdk: bool) -> Answer:
        from botocore.exceptions import ClientError, ParamValidationError

        try:
            with _moto():
                response = self._client._make_api_call(in_pascal_case(action), _typed(sent))
        except ClientError as error:
            told = error.response["Error"]
            return self._failed(told["Code"], told["Message"], is_sdk=is_sdk)
        except ParamValidationError as error:
            return self._failed("ValidationException", str(error), is_sdk=is_sdk)
        response.pop("ResponseMetadata", None)
        if "ReturnConsumedCapacity" not in sent:
            response.pop("ConsumedCapacity", None)
        return Answer(json_of(response))

    def _failed(self, code: str, message: str, *, is_sdk: bool) -> Answer:
        is_modelled = code in {shape.name for shape in self._client.meta.service_model.error_shapes}
        if is_sdk:
            name = f"DynamoDb.{code if is_modelled else 'DynamoDbException'}"
            details = f"Service: DynamoDb, Status Code: 400, Request ID: {_REQUEST_ID}"
        else:
            name = f"DynamoDB.{code if is_modelled else 'AmazonDynamoDBException'}"
            details = (
                f"Service: AmazonDynamoDBv2; Status Code: 400; Error Code: {code}; "
                f"Request ID: {_REQUEST_ID}; Proxy: null"
            )
        return Answer(error=name, cause=f"{message} ({details})", failed=True)


def check_tables(tables: Mapping[str, Json]) -> None:
    """Raise `ValueError`, which says what is wrong, for tables of another form."""
    for name, table in tables.items():
        _check(name, mapping(table))


def _check(name: str, table: dict[str, Json]) -> None:
    key, items = mapping(table.get("key")), table.get("items", [])
    if not 1 <= len(key) <= 2 or any(type not in ("S", "N", "B") for type in key.values()):
        raise ValueError(f'Table {name}: "key" must name one or two attributes, such as {{"orderId": "S"}}')
    if not isinstance(items, list) or any(not key.keys() <= mapping(item).keys() for item in items):
        raise ValueError(f'Table {name}: "items" must be a list of objects that have the key')


def _typed(sent: dict[str, Json]) -> dict[str, Json]:
    """The parameters, with the attribute values that Step Functions makes of plain ones."""
    found = dict(sent)
    for name in _PLAIN:
        if isinstance(found.get(name), dict):
            found[name] = {
                key: value if isinstance(value, dict) else attribute_value(value)
                for key, value in mapping(found[name]).items()
            }
    return found


@contextmanager
def _moto() -> Iterator[None]:
    """Let moto answer during one call; what is in its tables stays."""
    from moto import mock_aws

    with _lock:
        mock = mock_aws()
        mock.start(reset=False)
        try:
            yield
        finally:
            mock.stop(remove_data=False)


def _client(account: str) -> object:
    """A client of the tables that belong to `account`."""
    try:
        import boto3
        import moto  # noqa: F401
    except ImportError as error:
        raise TablesMissing("boto3, moto") from error
    session = boto3.session.Session("example", "example", region_name="ap-northeast-1")
    client = session.client("dynamodb")
    client.meta.events.register(
        "before-sign.dynamodb", lambda request, **_: request.headers.add_header("x-moto-account-id", account)
    )
    return client
