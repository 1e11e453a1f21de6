"""Definitions with what constructs of the CDK are prone to change: nulls, zeros, names, orders, spellings."""

from __future__ import annotations

import json

from flows import workflow

from schemas.core.paths import Json
from schemas.sidecar.workflow import Workflow

TRAPS: Json = {
    "StartAt": "nulls/and more",
    "TimeoutSeconds": 86400,
    "Version": "1.0",
    "States": {
        "nulls/and more": {
            "Type": "Pass",
            "InputPath": None,
            "Parameters": {"none": None, "in": [None, {"deep": None, "at.$": "$.x"}], "a.$": "$.a", "a": 1},
            "ResultPath": None,
            "OutputPath": None,
            "Next": "nulls-and more",
        },
        "nulls-and more": {"Type": "Pass", "Result": {"none": None, "x.$": "$.x"}, "Next": "null"},
        "null": {"Type": "Pass", "Result": None, "Next": "call"},
        "call": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {
                "FunctionName": "arn:aws:lambda:us-east-1:123456789012:function:pay:live",
                "Payload": {"none": None, "token.$": "$$.Task.Token", "text": "States.Format('x')"},
            },
            "ResultSelector": {"none": None, "paid.$": "$.Payload.paid"},
            "TimeoutSecondsPath": "$.timeout",
            "HeartbeatSeconds": 90,
            "Retry": [
                {"Comment": "a", "ErrorEquals": ["A", "States.Timeout"], "MaxAttempts": 0},
                {
                    "ErrorEquals": ["States.ALL"],
                    "IntervalSeconds": 3600,
                    "BackoffRate": 1.5,
                    "MaxDelaySeconds": 7200,
                    "JitterStrategy": "NONE",
                },
            ],
            "Catch": [
                {"ErrorEquals": ["A"], "ResultPath": None, "Next": "call"},
                {"ErrorEquals": ["States.ALL"], "Assign": {"none": None, "why.$": "$.Cause"}, "Next": "role"},
            ],
            "Next": "role",
        },
        "role": {
            "Type": "Task",
            "Comment": "No construct has these credentials.",
            "Resource": "arn:aws:states:::dynamodb:getItem",
            "Credentials": {"RoleArn.$": "$.role"},
            "Parameters": {"TableName": "orders", "Key": {"id": {"S": "1"}}},
            "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"why.$": "$.Cause"}, "Next": "read"}],
            "Retry": [],
            "Next": "read",
        },
        "read": {
            "Type": "Task",
            "Resource": "arn:aws:states:::dynamodb:updateItem",
            "Parameters": {
                "TableName": "orders",
                "Key": {"id": {"S.$": "$.id"}},
                "ExpressionAttributeValues": {
                    ":a": {"N.$": "States.Format('{}', $.n)"},
                    ":b": {"L": [{"M": {"x": {"BOOL": True}}}, {"NULL": True}]},
                    ":c": {"SS.$": "$.names"},
                    ":d": {"NS": ["1", "2"]},
                },
            },
            "Next": "listen",
        },
        "listen": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage",
            "Parameters": {"QueueUrl.$": "$.url", "Attributes": {"none": None}},
            "Next": "choose",
        },
        "choose": {
            "Type": "Choice",
            "InputPath": "$.order",
            "Choices": [
                {
                    "And": [
                        {"Variable": "$.a", "NumericGreaterThanEqualsPath": "$.b"},
                        {"Not": {"Variable": "$.c", "IsPresent": True}},
                        {"Or": [{"Variable": "$.d", "BooleanEquals": False}]},
                    ],
                    "Comment": "all of them",
                    "Assign": {"none": None, "x.$": "$.x"},
                    "Next": "pause",
                },
                {"Variable": "$.a", "StringEquals": "x", "Next": "pause"},
                {"Not": {"Comment": "inside", "Variable": "$.a", "IsNull": False}, "Next": "each"},
            ],
            "Default": "each",
        },
        "pause": {"Type": "Wait", "SecondsPath": "$.seconds", "OutputPath": "$.order", "Next": "each"},
        "each": {
            "Type": "Map",
            "MaxConcurrency": 0,
            "Parameters": {"item.$": "$$.Map.Item.Value", "none": None},
            "Iterator": {"StartAt": "one", "States": {"one": {"Type": "Pass", "End": True}}},
            "Next": "far",
        },
        "far": {
            "Type": "Map",
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": {
                    "InputType": "CSV",
                    "CSVHeaderLocation": "GIVEN",
                    "CSVHeaders": ["id", "name"],
                    "MaxItems": 10,
                },
                "Parameters": {"Bucket": "orders", "Key.$": "$.key"},
            },
            "ItemBatcher": {"MaxItemsPerBatch": 5, "BatchInput": {"none": None, "a.$": "$.a"}},
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "line",
                "States": {"line": {"Type": "Succeed"}},
            },
            "Next": "farther",
        },
        "farther": {
            "Type": "Map",
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:listObjectsV2",
                "Parameters": {"Bucket.$": "$.bucket", "Prefix": "orders/"},
            },
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "object",
                "States": {"object": {"Type": "Pass", "Result": {"none": None}, "End": True}},
            },
            "ResultWriter": {
                "Resource": "arn:aws:states:::s3:putObject",
                "Parameters": {"Bucket": "orders", "Prefix": "results"},
            },
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.why", "Next": "stop"}],
            "Next": "query",
        },
        "query": {
            "Type": "Pass",
            "QueryLanguage": "JSONata",
            "Assign": {"none": None},
            "Output": {"none": None, "all": "{% $states.input %}"},
            "Next": "custom",
        },
        "custom": {
            "Type": "Task",
            "QueryLanguage": "JSONata",
            "Resource": "arn:aws:states:::http:invoke",
            "Arguments": {"none": None},
            "Catch": [
                {"ErrorEquals": ["States.ALL"], "Assign": {"a": None}, "Output": {"b": None}, "Next": "stop"}
            ],
            "End": True,
        },
        "stop": {"Type": "Fail", "ErrorPath": "$.why.Error", "CausePath": "States.Format('{}', $.why.Cause)"},
    },
}
IN_JSONATA: Json = {
    "QueryLanguage": "JSONata",
    "StartAt": "each",
    "States": {
        "each": {
            "Type": "Map",
            "Items": [1, {"none": None}],
            "ItemSelector": {"none": None, "at": "{% $states.context.Map.Item.Index %}"},
            "MaxConcurrency": "{% $limit %}",
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "INLINE"},
                "StartAt": "send",
                "States": {
                    "send": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "Arguments": {
                            "QueueUrl": "${Queue}",
                            "MessageBody": {"token": "{% $states.context.Task.Token %}", "none": None},
                            "DelaySeconds": 60,
                        },
                        "TimeoutSeconds": "{% $patience %}",
                        "Next": "unknown token",
                    },
                    "unknown token": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::sns:publish.waitForTaskToken",
                        "Arguments": {"TopicArn": "${Topic}", "Message": "none"},
                        "End": True,
                    },
                },
            },
            "Next": "both",
        },
        "both": {
            "Type": "Parallel",
            "Arguments": {"none": None},
            "Branches": [
                {
                    "Comment": "left",
                    "StartAt": "l",
                    "States": {"l": {"Type": "Wait", "Seconds": 60, "End": True}},
                },
                {"StartAt": "r", "States": {"r": {"Type": "Wait", "Timestamp": "{% $at %}", "End": True}}},
            ],
            "Next": "decide",
        },
        "decide": {
            "Type": "Choice",
            "Assign": {"none": None},
            "Choices": [
                {"Condition": "{% $a %}", "Output": {"none": None}, "Assign": {"b": None}, "Next": "put"},
                {"Condition": True, "Next": "tell"},
            ],
            "Default": "put",
        },
        "put": {
            "Type": "Task",
            "Resource": "arn:aws:states:::dynamodb:putItem",
            "Arguments": {
                "TableName": "${Table}",
                "Item": {"id": {"S": "${Table} ${AWS::Region}"}, "m": {"M": "{% $m %}"}},
            },
            "Output": "{% $states.result %}",
            "End": True,
        },
        "tell": {
            "Type": "Task",
            "Resource": "arn:aws:states:::events:putEvents",
            "Arguments": {
                "Entries": [
                    {"Source": "shop", "DetailType": "order", "Detail": {"none": None}, "EventBusName": "b"}
                ]
            },
            "End": True,
        },
    },
}


def traps() -> list[Workflow]:
    return [workflow("traps", json.dumps(TRAPS)), workflow("in-jsonata", json.dumps(IN_JSONATA))]
