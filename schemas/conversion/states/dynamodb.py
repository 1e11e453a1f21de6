"""Calls of DynamoDB: keys and items from the input contract, conditional writes, and retriers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.asl.examples import example_arguments
from schemas.conversion.flow import TableCall
from schemas.conversion.states.results import KEEP, with_result
from schemas.conversion.words.comparisons import input_path
from schemas.conversion.words.glossary import key_of
from schemas.conversion.words.table_calls import amount_of, is_for_existing_only, is_for_new_only
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

CONDITION_FAILED = "DynamoDB.ConditionalCheckFailedException"

_QUERY = "arn:aws:states:::aws-sdk:dynamodb:query"
_SECONDS = 10
_NOTHING_WRITTEN = (
    "DynamoDB.ProvisionedThroughputExceededException",
    "DynamoDB.ThrottlingException",
    "DynamoDB.RequestLimitExceeded",
)
"""The errors after which nothing is written for certain."""

_UNCLEAR = ("DynamoDB.InternalServerError", "States.Timeout")
_OF_QUERY = (
    "DynamoDb.ProvisionedThroughputExceededException",
    "DynamoDb.ThrottlingException",
    "DynamoDb.RequestLimitExceededException",
    "DynamoDb.InternalServerErrorException",
    "States.Timeout",
)
_KEY = re.compile(r"(?:_id|Id|ID|_no|_number|番号|コード|code)\Z|\Aid\Z")
_QUANTITY = re.compile(r"\A(?:quantity|count|数量|個数)\Z|_quantity\Z")
_KEYED_BY = {"stock": "product", "inventory": "product", "price": "product", "point": "member"}
"""The words in the keys of tables that have other names."""

_COUNTER = "#amount"

Fields = Mapping[str, Json]
"""The fields of the input contract."""


def table_task(call: TableCall, parameter: str, fields: Fields) -> dict[str, Json]:
    """The fields of a Task for a call of a table, whose deployment parameter is `parameter`.

    Its key is the value of the input that is a number or a code of it. Without one the arguments keep values
    of an example, about which the validator gives hints.
    """
    key = _key(parameter, fields)
    resource = _QUERY if call.call == "query" else f"arn:aws:states:::dynamodb:{call.call}"
    arguments = {"TableName": f"${{{parameter}}}", **_arguments(call, key, fields)}
    return {
        "Type": "Task",
        "Resource": resource,
        "Arguments": arguments,
        "Output": _output(call, parameter),
        "TimeoutSeconds": _SECONDS,
        "Retry": [_retrier(call, arguments)],
    }


def is_conditional(fields: Mapping[str, Json]) -> bool:
    """True if the Task writes on a condition."""
    return "ConditionExpression" in mapping(fields.get("Arguments"))


def is_counting(fields: Mapping[str, Json]) -> bool:
    """True if the Task counts up or down, so that it must not be done twice."""
    return _COUNTER in text(mapping(fields.get("Arguments")).get("UpdateExpression"))


def has_example(fields: Mapping[str, Json]) -> bool:
    """True if the key of the call is that of an example."""
    arguments = mapping(fields.get("Arguments"))
    examples: list[Json] = [{"id": {"S": "id"}}, {":id": {"S": "id"}}]
    item = mapping(arguments.get("Item"))
    of_item: Json = {"id": item["id"]} if "id" in item else {}
    return any(
        one in examples for one in (arguments.get("Key"), of_item, arguments.get("ExpressionAttributeValues"))
    )


def _arguments(call: TableCall, key: str | None, fields: Fields) -> dict[str, Json]:
    if call.call == "query":
        return _query(key)
    if call.call == "putItem":
        return _put(call, key, fields)
    if call.call == "updateItem":
        return _update(call, key, fields)
    return {"Key": _key_argument(key)}


def _key(parameter: str, fields: Fields) -> str | None:
    """The field of the input that is the table's key: one with its name, else the only key of the input."""
    keys = [name for name in fields if _KEY.search(_attribute(name))]
    stem = parameter.removesuffix("Table").lower().rstrip("s")
    stem = _KEYED_BY.get(stem, stem)
    own = (name for name in keys if stem and stem in name.replace("_", "").lower())
    return next(own, None) or (keys[0] if len(keys) == 1 else None)


def _attribute(field: str) -> str:
    return field.rsplit(".", 1)[-1]


def _value(field: str, fields: Fields) -> Json:
    """A value of the input as DynamoDB takes it."""
    kind, path = mapping(fields.get(field)).get("type"), input_path(field)
    if kind == "number":
        return {"N": f"{{% $string({path}) %}}"}
    if kind == "boolean":
        return {"BOOL": f"{{% {path} %}}"}
    return {"S": f"{{% $string({path}) %}}" if kind in ("array", "object") else f"{{% {path} %}}"}


def _key_argument(key: str | None) -> Json:
    return {"id": {"S": "id"}} if key is None else {_attribute(key): {"S": f"{{% {input_path(key)} %}}"}}


def _query(key: str | None) -> dict[str, Json]:
    if key is None:
        return {"KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "id"}}}
    return {
        "KeyConditionExpression": "#key = :key",
        "ExpressionAttributeNames": {"#key": _attribute(key)},
        "ExpressionAttributeValues": {":key": {"S": f"{{% {input_path(key)} %}}"}},
    }


def _put(call: TableCall, key: str | None, fields: Fields) -> dict[str, Json]:
    item = dict(mapping(_key_argument(key)))
    item |= {_attribute(name): _value(name, fields) for name in fields if name != key}
    if not is_for_new_only(call.words):
        return {"Item": item}
    return {
        "Item": item,
        "ConditionExpression": "attribute_not_exists(#key)",
        "ExpressionAttributeNames": {"#key": _attribute(key or "id")},
    }


def _update(call: TableCall, key: str | None, fields: Fields) -> dict[str, Json]:
    amount = amount_of(call.words)
    if amount:
        return {"Key": _key_argument(key), **_counting("-" if amount == "less" else "+", fields)}
    example = example_arguments("dynamodb:updateItem")
    rest = {name: value for name, value in example.items() if name not in ("TableName", "Key")}
    if is_for_existing_only(call.words):
        rest["ConditionExpression"] = f"attribute_exists({_attribute(key or 'id')})"
    return {"Key": _key_argument(key), **rest}


def _counting(sign: str, fields: Fields) -> dict[str, Json]:
    """An update of a number: one that becomes less must suffice, any other must be there."""
    quantity = next((name for name in fields if _QUANTITY.search(_attribute(name))), None)
    number = f"{{% $string({input_path(quantity)}) %}}" if quantity else "1"
    return {
        "UpdateExpression": f"SET {_COUNTER} = {_COUNTER} {sign} :quantity",
        "ConditionExpression": f"{_COUNTER} >= :quantity" if sign == "-" else f"attribute_exists({_COUNTER})",
        "ExpressionAttributeNames": {_COUNTER: "available"},
        "ExpressionAttributeValues": {":quantity": {"N": number}},
    }


def _output(call: TableCall, parameter: str) -> Json:
    key = key_of(parameter.removesuffix("Table") or parameter)
    if call.call == "getItem":
        return with_result(key, "Item")
    return with_result(key, "Items") if call.call == "query" else KEEP


def _retrier(call: TableCall, arguments: Mapping[str, Json]) -> Json:
    """A retrier for what passes; an update that counts is not made again where it may have been made."""
    errors: tuple[str, ...] = _OF_QUERY if call.call == "query" else (*_NOTHING_WRITTEN, *_UNCLEAR)
    if is_counting({"Arguments": dict(arguments)}):
        errors = _NOTHING_WRITTEN
    return {"ErrorEquals": list(errors), "IntervalSeconds": 1, "MaxAttempts": 3, "JitterStrategy": "FULL"}
