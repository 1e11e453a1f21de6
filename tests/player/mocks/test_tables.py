"""Tables of DynamoDB behind a run: a conditional write fails on the second order, as in the service."""

from __future__ import annotations

import pytest

from player import Execution

PUT = {
    "Type": "Task",
    "Resource": "arn:aws:states:::dynamodb:putItem",
    "Parameters": {
        "TableName": "Orders",
        "Item": {"orderId": {"S.$": "$.id"}},
        "ConditionExpression": "attribute_not_exists(orderId)",
    },
    "ResultPath": None,
    "Catch": [{"ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"], "Next": "Twice"}],
    "Next": "Read",
}
READ = {
    "Type": "Task",
    "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
    "Parameters": {"TableName": "Orders", "Key": {"orderId": {"S.$": "$.id"}}},
    "End": True,
}
FLOW = {"StartAt": "Put", "States": {"Put": PUT, "Read": READ, "Twice": {"Type": "Fail", "Error": "Twice"}}}
TABLES = {"Orders": {"key": {"orderId": "S"}, "items": [{"orderId": "old", "lines": [{"sku": "A", "n": 2}]}]}}


def test_an_order_is_written_once():
    first = Execution(FLOW, {"id": "new"}, tables=TABLES).run()
    assert (first.status, first.output) == ("SUCCEEDED", {"Item": {"orderId": {"S": "new"}}})
    second = Execution(FLOW, {"id": "old"}, tables=TABLES).run()
    assert (second.status, second.error) == ("FAILED", "Twice")
    (failed,) = [event["taskFailedEventDetails"] for event in second.events if event["type"] == "TaskFailed"]
    assert failed["error"] == "DynamoDB.ConditionalCheckFailedException"
    assert failed["cause"].startswith(
        "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400;"
    )


def test_items_are_plain_json():
    found = Execution({**FLOW, "StartAt": "Read"}, {"id": "old"}, tables=TABLES).run().output
    assert found["Item"]["lines"] == {"L": [{"M": {"sku": {"S": "A"}, "n": {"N": "2"}}}]}


def test_an_execution_looked_at_again_writes_into_tables_of_its_own():
    execution = Execution(FLOW, {"id": "new"}, tables=TABLES).run()
    again = execution.at(len(execution.events))
    assert (again.status, again.events) == ("SUCCEEDED", execution.events)


def test_a_mock_goes_before_the_table():
    mocks = {"Put": {"error": "DynamoDB.InternalServerError"}}
    assert (
        Execution(FLOW, {"id": "new"}, mocks=mocks, tables=TABLES).run().error
        == "DynamoDB.InternalServerError"
    )


def test_a_redriven_run_finds_what_it_had_written():
    mocks = {"Read": {"error": "DynamoDb.InternalServerErrorException"}}
    failed = Execution(FLOW, {"id": "new"}, mocks=mocks, tables=TABLES).run()
    redriven = failed.redrive(mocks={}).run()
    assert redriven.output == {"Item": {"orderId": {"S": "new"}}}


@pytest.mark.parametrize(
    ("resource", "parameters", "error", "cause"),
    [
        (
            "dynamodb:getItem",
            {"TableName": "Gone", "Key": {"orderId": "a"}},
            "DynamoDB.ResourceNotFoundException",
            "Requested resource not found (Service: AmazonDynamoDBv2; Status Code: 400; "
            "Error Code: ResourceNotFoundException;",
        ),
        (
            "aws-sdk:dynamodb:putItem",
            {"TableName": "Gone", "Item": {"orderId": {"S": "a"}}},
            "DynamoDb.ResourceNotFoundException",
            "Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID:",
        ),
        (
            "aws-sdk:dynamodb:updateItem",
            {"TableName": "Orders", "Key": {"orderId": {"S": "a"}}, "UpdateExpression": "make it so"},
            "DynamoDb.DynamoDbException",
            "Invalid UpdateExpression: Syntax error",
        ),
        ("dynamodb:putItem", {"TableName": "Orders"}, "DynamoDB.AmazonDynamoDBException", "Item"),
    ],
)
def test_errors_have_the_names_of_the_service(resource, parameters, error, cause):
    state = {
        "Type": "Task",
        "Resource": f"arn:aws:states:::{resource}",
        "Parameters": parameters,
        "End": True,
    }
    found = Execution({"StartAt": "A", "States": {"A": state}}, {}, tables=TABLES).run()
    assert found.error == error
    assert cause in str(found.cause)


def test_plain_values_of_a_key_become_attribute_values():
    state = {**READ, "Resource": "arn:aws:states:::dynamodb:getItem"}
    state["Parameters"] = {"TableName": "Orders", "Key": {"orderId": "old"}}
    found = Execution({"StartAt": "A", "States": {"A": state}}, {}, tables=TABLES).run()
    assert found.output["Item"]["orderId"] == {"S": "old"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, 'Table Orders: "key" must name one or two attributes'),
        ({"key": {"a": "text"}}, 'Table Orders: "key" must name one or two attributes'),
        (
            {"key": {"a": "S"}, "items": [{"b": 1}]},
            'Table Orders: "items" must be a list of objects that have the key',
        ),
    ],
)
def test_tables_of_another_form_are_refused(table, words):
    with pytest.raises(ValueError, match=words):
        Execution(FLOW, {}, tables={"Orders": table})
