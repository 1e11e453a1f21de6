"""Items of DynamoDB tables."""

from __future__ import annotations

from collections.abc import Callable

from exporters.formats.cdk.code import Call, Entries, Expression, Items, Plain, Text
from exporters.formats.cdk.constructs.call import Called, TaskKind
from exporters.formats.cdk.constructs.fields import Options
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import PATH, Values
from exporters.formats.cdk.kinds import TABLE
from schemas.core.paths import Json

_VALUE = "tasks.DynamoAttributeValue"
_TEXTS = {"S": "fromString", "N": "numberFromString", "B": "fromBinary"}
_SETS = {"SS": "fromStringSet", "NS": "numberSetFromStrings", "BS": "fromBinarySet"}
_COMPUTED = {"M": "mapFromJsonata", "L": "listFromJsonata", "BOOL": "booleanFromJsonata"}
_CAPACITY = {name: f"tasks.DynamoConsumedCapacity.{name}" for name in ("INDEXES", "NONE", "TOTAL")}
_METRICS = {name: f"tasks.DynamoItemCollectionMetrics.{name}" for name in ("NONE", "SIZE")}
_RETURNED = {
    name: f"tasks.DynamoReturnValues.{name}"
    for name in ("ALL_NEW", "ALL_OLD", "NONE", "UPDATED_NEW", "UPDATED_OLD")
}


def _get(call: Called) -> Options:
    return (
        *_table(call),
        *_attributes(call, "Key", "key", is_required=True),
        *call.arguments.flag("ConsistentRead", "consistentRead"),
        *_projection(call),
        *call.arguments.members("ExpressionAttributeNames", "expressionAttributeNames"),
        *call.arguments.one_of("ReturnConsumedCapacity", "returnConsumedCapacity", _CAPACITY),
    )


def _writing(name: str, option: str) -> Callable[[Called], Options]:
    """The options for a call that writes the item at `name`, or the one with the key there."""

    def options(call: Called) -> Options:
        arguments = call.arguments
        return (
            *_table(call),
            *_attributes(call, name, option, is_required=True),
            *(arguments.text("UpdateExpression", "updateExpression") if call.action == "updateItem" else ()),
            *arguments.text("ConditionExpression", "conditionExpression"),
            *arguments.members("ExpressionAttributeNames", "expressionAttributeNames"),
            *_attributes(call, "ExpressionAttributeValues", "expressionAttributeValues"),
            *arguments.one_of("ReturnValues", "returnValues", _RETURNED),
            *arguments.one_of("ReturnConsumedCapacity", "returnConsumedCapacity", _CAPACITY),
            *arguments.one_of("ReturnItemCollectionMetrics", "returnItemCollectionMetrics", _METRICS),
        )

    return options


def _table(call: Called) -> Options:
    call.pattern_option()
    return call.resource("TableName", "table", TABLE, "")


def _attributes(call: Called, name: str, option: str, is_required: bool = False) -> Options:
    if name not in call.arguments and not is_required:
        return ()
    return ((option, _by_name(call.arguments.take(name), call.arguments.values)),)


def _by_name(attributes: Json, values: Values) -> Expression:
    if not isinstance(attributes, dict):
        raise Unfit
    return Entries(tuple((values.key(name), _attribute(value, values)) for name, value in attributes.items()))


def _attribute(attribute: Json, values: Values) -> Expression:
    """One value with its type, such as `{"S": "text"}`."""
    if not isinstance(attribute, dict) or len(attribute) != 1:
        raise Unfit
    ((type, value),) = attribute.items()
    return Call(f"{_VALUE}.{_function(type, value)}", (_argument(type, value, values),))


def _function(type: str, value: Json) -> str:
    known = {**_TEXTS, **_SETS, f"M{PATH}": "mapFromJsonPath"}
    if isinstance(value, str) and type in _COMPUTED and value.startswith("{%") and value.endswith("%}"):
        return _COMPUTED[type]
    if isinstance(value, bool) and type in ("BOOL", "NULL"):
        return "fromBoolean" if type == "BOOL" else "fromNull"
    if isinstance(value, dict) and type == "M":
        return "fromMap"
    if isinstance(value, list) and type == "L":
        return "fromList"
    bare = type.removesuffix(PATH)
    if isinstance(value, list if bare in _SETS and bare == type else str) and (
        bare in _TEXTS or type in known
    ):
        return known.get(type) or known[bare]
    raise Unfit


def _argument(type: str, value: Json, values: Values) -> Expression:
    if type in _TEXTS or (isinstance(value, str) and type in _COMPUTED):
        return values.text(value)
    if type == f"M{PATH}":
        return values.path(value)
    if type.endswith(PATH):
        if values.is_jsonata:
            raise Unfit
        return values.at(value)
    if isinstance(value, dict):
        return _by_name(value, values)
    if isinstance(value, list):
        return Items(
            tuple(values.text(item) if type in _SETS else _attribute(item, values) for item in value)
        )
    return Plain(bool(value))


def _projection(call: Called) -> Options:
    written = call.arguments.take("ProjectionExpression")
    if written is None:
        return ()
    if not isinstance(written, str) or "${" in written or written.startswith("{%"):
        raise Unfit
    attributes = (
        Call("tasks.DynamoProjectionExpression", new=True, then=Call("withAttribute", (Text(name),)))
        for name in written.split(",")
    )
    return (("projectionExpression", Items(tuple(attributes))),)


KINDS = (
    TaskKind(("dynamodb:getItem",), "tasks.DynamoGetItem", _get),
    TaskKind(("dynamodb:putItem",), "tasks.DynamoPutItem", _writing("Item", "item")),
    TaskKind(("dynamodb:updateItem",), "tasks.DynamoUpdateItem", _writing("Key", "key")),
    TaskKind(("dynamodb:deleteItem",), "tasks.DynamoDeleteItem", _writing("Key", "key")),
)
