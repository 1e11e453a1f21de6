"""Example values of new states, for a person to replace, and the names of their deployment parameters."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from types import MappingProxyType

from schemas.asl.walk import QueryLanguage
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path

PARAMETERS: Mapping[str, str] = MappingProxyType(
    {
        "ConnectionArn": "Connection",
        "FunctionName": "Function",
        "QueueUrl": "Queue",
        "StateMachineArn": "StateMachine",
        "TableName": "Table",
        "TopicArn": "Topic",
    }
)
"""The fields that name a resource of the deployment, and the noun at the end of their parameters' names."""

BESIDE = ("Assign", "Comment", "Next", "Output")
"""The fields of a rule beside its condition."""

_MOST_LETTERS = 60
_WORDS = re.compile(r"[A-Za-z0-9]+")
_ARGUMENTS: dict[str, dict[str, Json]] = {
    "dynamodb:deleteItem": {"TableName": "${TableName}", "Key": {"id": {"S": "id"}}},
    "dynamodb:getItem": {"TableName": "${TableName}", "Key": {"id": {"S": "id"}}},
    "dynamodb:putItem": {"TableName": "${TableName}", "Item": {"id": {"S": "id"}}},
    "dynamodb:updateItem": {
        "TableName": "${TableName}",
        "Key": {"id": {"S": "id"}},
        "UpdateExpression": "SET #name = :value",
        "ExpressionAttributeNames": {"#name": "name"},
        "ExpressionAttributeValues": {":value": {"S": "value"}},
    },
    "events:putEvents": {"Entries": [{"Source": "source", "DetailType": "type", "Detail": {}}]},
    "http:invoke": {
        "ApiEndpoint": "https://example.com",
        "Method": "GET",
        "Authentication": {"ConnectionArn": "${ConnectionArn}"},
    },
    "lambda:invoke": {"FunctionName": "${FunctionName}"},
    "sns:publish": {"TopicArn": "${TopicArn}", "Message": "message"},
    "sqs:sendMessage": {"QueueUrl": "${QueueUrl}", "MessageBody": "message"},
    "states:startExecution": {"StateMachineArn": "${StateMachineArn}", "Input": {}},
}
_MEANT = ("Method",)
"""Parameters whose example is as good as any other value."""


def example_arguments(call: str) -> dict[str, Json]:
    """The arguments of a new call of "service:action"; none where there is no example."""
    return deepcopy(_ARGUMENTS.get(call, {}))


def example_rule(language: QueryLanguage) -> dict[str, Json]:
    """The condition of a new Choice rule."""
    if language == "JSONata":
        return {"Condition": "{% $states.input.key = 'value' %}"}
    return {"Variable": "$.key", "StringEquals": "value"}


def examples_in(call: str, arguments: Json) -> Iterator[Path]:
    """The paths of the parameters of a call that still have an example's value, or one somewhere in them."""
    example, given = _ARGUMENTS.get(call, {}), mapping(arguments)
    for name, value in example.items():
        if name not in _MEANT and name in given and _keeps_example(value, given[name]):
            yield (name,)


def example_condition_in(language: QueryLanguage, rules: Json) -> Iterator[Path]:
    """The paths of the fields, in a Choice's rules, of conditions that are still those of new rules."""
    example = example_rule(language)
    for index, rule in enumerate(rules if isinstance(rules, list) else []):
        if {name: value for name, value in mapping(rule).items() if name not in BESIDE} == example:
            yield ("Choices", index, next(iter(example)))


def parameter_name(state: str, field: str, action: str) -> str:
    """The name of the parameter for a field of a state: `TableName` of `Write order` is `WriteOrderTable`.

    It has ASCII letters and digits only, which every tool substitutes. A state with other letters in its name
    gives the name of its action instead: `PutItemTable`.
    """
    noun = PARAMETERS[field]
    words = _WORDS.findall(state)
    if not words or not state.isascii() or not words[0][0].isalpha():
        words = _WORDS.findall(action)
    name = "".join(word[0].upper() + word[1:] for word in words)[: _MOST_LETTERS - len(noun)]
    return name if name.endswith(noun) else f"{name}{noun}"


def with_parameters_of(
    fields: dict[str, Json], state: str, action: str, taken: Container[str]
) -> dict[str, Json]:
    """The fields of a new state with parameters that are named after it; none of the names is `taken`."""

    def renamed(value: Json, field: str) -> Json:
        if isinstance(value, dict):
            return {key: renamed(inner, key) for key, inner in value.items()}
        if field in PARAMETERS and value == f"${{{field}}}":
            return f"${{{free_name(parameter_name(state, field, action), taken)}}}"
        return value

    return {name: renamed(value, name) for name, value in fields.items()}


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or the name with the first number from 2 on with which it is not `taken`."""
    number, candidate = 2, name
    while candidate in taken:
        number, candidate = number + 1, f"{name}{number}"
    return candidate


def _keeps_example(example: Json, given: Json) -> bool:
    """True if a value of the example, other than a placeholder, stands where it stands there."""
    if isinstance(example, dict):
        inner = mapping(given)
        return any(name in inner and _keeps_example(value, inner[name]) for name, value in example.items())
    if isinstance(example, list):
        items = given if isinstance(given, list) else []
        return any(_keeps_example(one, other) for one, other in zip(example, items, strict=False))
    return isinstance(example, str) and "${" not in example and given == example
