"""Cases of the rule example-value."""

from __future__ import annotations

import pytest
from rule_cases import DONE, STATES, Flag, alone, flags, in_map, jsonata, machine, passes

from schemas import Document, validate
from schemas.asl.states import new_state
from schemas.document.json.writer import write_json

UPDATE = {
    "TableName": "${WriteOrderTable}",
    "Key": {"id": {"S": "id"}},
    "UpdateExpression": "SET #name = :value",
    "ExpressionAttributeNames": {"#name": "name"},
    "ExpressionAttributeValues": {":value": {"S": "value"}},
}
FILLED = {
    "Key": {"order_id": {"S.$": "$.order_id"}},
    "UpdateExpression": "SET paid = :paid",
    "ExpressionAttributeValues": {":paid": {"BOOL": True}},
}


def calling(call: str, **parameters: object) -> dict:
    return {"Type": "Task", "Resource": f"{STATES}{call}", "Parameters": parameters, "End": True}


def choosing(*rules: dict, **fields: object) -> dict:
    return machine({"A": {"Type": "Choice", "Choices": list(rules)}, "B": DONE}, **fields)


FLAGS = {
    "a message": Flag(
        alone(calling("sns:publish", TopicArn="${ATopic}", Message="message")),
        "/States/A/Parameters/Message",
        {"state": "A", "name": "Message"},
    ),
    "every argument of an update": Flag(
        alone(calling("dynamodb:updateItem", **UPDATE)),
        tuple(f"/States/A/Parameters/{name}" for name in UPDATE if name != "TableName"),
    ),
    "the one that is left": Flag(
        alone(calling("dynamodb:updateItem", **{"TableName": "${ATable}", **FILLED, "Key": UPDATE["Key"]})),
        "/States/A/Parameters/Key",
    ),
    "in a call that waits": Flag(
        alone(calling("sqs:sendMessage.waitForTaskToken", QueueUrl="${AQueue}", MessageBody="message")),
        "/States/A/Parameters/MessageBody",
    ),
    "in a Map": Flag(
        in_map(alone(calling("dynamodb:getItem", TableName="${ATable}", Key={"id": {"S": "id"}}))),
        "/States/Each/ItemProcessor/States/A/Parameters/Key",
    ),
    "a rule of JSONPath": Flag(
        choosing({"Variable": "$.key", "StringEquals": "value", "Next": "B"}), "/States/A/Choices/0/Variable"
    ),
    "a rule of JSONata": Flag(
        choosing(
            {"Condition": "{% $states.input.paid %}", "Next": "B"},
            {"Condition": "{% $states.input.key = 'value' %}", "Next": "B", "Comment": "else"},
            QueryLanguage="JSONata",
        ),
        "/States/A/Choices/1/Condition",
    ),
}
PASSES = {
    "arguments that are filled in": alone(
        calling("dynamodb:updateItem", TableName="${ATable}", **FILLED), Comment="done"
    ),
    "a message of another call": alone(
        calling("aws-sdk:sns:publish", TopicArn="${ATopic}", Message="message")
    ),
    "a message that is read": alone(
        calling("sns:publish", TopicArn="${ATopic}", **{"Message.$": "$.message"})
    ),
    "the method GET": alone(
        calling(
            "http:invoke",
            ApiEndpoint="https://shop.example.com/orders",
            Method="GET",
            Authentication={"ConnectionArn": "${AConnection}"},
        )
    ),
    "a rule about another value": choosing({"Variable": "$.key", "StringEquals": "values", "Next": "B"}),
    "a call of a function": jsonata({"A": new_state("lambda:invoke", "JSONata") or {}}),
}

test_flags = flags("example-value", FLAGS)
test_passes = passes("example-value", PASSES, {"choice-without-default"})


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("dynamodb:getItem", ["Key"]),
        ("dynamodb:putItem", ["Item"]),
        ("dynamodb:deleteItem", ["Key"]),
        ("dynamodb:updateItem", [name for name in UPDATE if name != "TableName"]),
        ("events:putEvents", ["Entries"]),
        ("http:invoke", ["ApiEndpoint"]),
        ("lambda:invoke", []),
        ("sns:publish", ["Message"]),
        ("sqs:sendMessage", ["MessageBody"]),
        ("states:startExecution", []),
    ],
)
def test_what_a_new_state_brings_is_marked(template: str, names: list[str], language: str) -> None:
    text = write_json(machine({"A": new_state(template, language)}, QueryLanguage=language))
    found = [each.params["name"] for each in validate(Document.parse(text)) if each.code == "example-value"]
    assert found == names
