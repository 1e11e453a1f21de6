"""The permissions of a whole role: JSONata, another account, a distributed Map, merged and in order."""

from __future__ import annotations

import pytest
from granting import arn, granted

from exporters.permissions.role import role_of
from exporters.permissions.statement import Condition
from schemas.core.paths import Json

PUT = "arn:aws:states:::dynamodb:putItem"


def jsonata(resource: str, **arguments: Json) -> dict[str, Json]:
    passed: Json = dict(arguments)
    return {
        "Type": "Task",
        "QueryLanguage": "JSONata",
        "Resource": resource,
        "Arguments": passed,
        "End": True,
    }


def test_jsonata_arguments_are_read() -> None:
    assert granted(jsonata(PUT, TableName="order")) == [
        (["dynamodb:PutItem"], [arn("dynamodb", "table/order")])
    ]


def test_an_expression_is_not_a_name() -> None:
    assert granted(jsonata(PUT, TableName="{% $table %}")) == [(["dynamodb:PutItem"], ["*"])]


def test_credentials_are_all_that_a_task_in_another_account_needs() -> None:
    role = "arn:aws:iam::210987654321:role/shop"
    fields = {**jsonata(PUT, TableName="order"), "Credentials": {"RoleArn": role}}
    assert granted(fields) == [(["sts:AssumeRole"], [role])]


def test_a_distributed_map_runs_its_own_machine_and_reads_and_writes() -> None:
    inner: Json = {"StartAt": "i", "States": {"i": {"Type": "Pass", "End": True}}}
    fields: dict[str, Json] = {
        "Type": "Map",
        "End": True,
        "ItemProcessor": {**inner, "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}},
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject",
            "Parameters": {"Bucket": "in", "Key": "lines.csv"},
        },
        "ResultWriter": {
            "Resource": "arn:aws:states:::s3:putObject",
            "Parameters": {"Bucket": "out", "Prefix": "done/"},
        },
    }
    assert granted(fields) == [
        (["states:StartExecution"], [arn("states", "stateMachine:machine")]),
        (
            ["states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"],
            [arn("states", "execution:machine:*"), arn("states", "execution:machine/*")],
        ),
        (["s3:GetObject"], ["arn:${AWS::Partition}:s3:::in/lines.csv"]),
        (
            ["s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
            ["arn:${AWS::Partition}:s3:::out/done/*"],
        ),
    ]


@pytest.mark.parametrize("field", ["ItemProcessor", "Iterator"])
def test_a_distributed_map_starts_executions_from_either_field(field: str) -> None:
    inner: Json = {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "i", "States": {}}
    (start, *_) = granted({"Type": "Map", "End": True, field: inner})
    assert start == (["states:StartExecution"], [arn("states", "stateMachine:machine")])


def test_a_map_over_a_list_of_objects_lists_them_and_loads_them_where_it_flattens() -> None:
    reader: dict[str, Json] = {
        "Resource": "arn:aws:states:::s3:listObjectsV2",
        "Arguments": {"Bucket": "in", "Prefix": "2026/"},
    }
    fields: dict[str, Json] = {"Type": "Map", "QueryLanguage": "JSONata", "ItemReader": reader, "End": True}
    listed = (["s3:ListBucket"], ["arn:${AWS::Partition}:s3:::in"])
    assert granted(fields) == [listed]
    reader["ReaderConfig"] = {"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"}
    assert granted(fields) == [listed, (["s3:GetObject"], ["arn:${AWS::Partition}:s3:::in/2026/*"])]


def test_a_manifest_leads_to_other_objects_of_its_bucket() -> None:
    reader: dict[str, Json] = {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": {"InputType": "MANIFEST"},
        "Parameters": {"Bucket": "in", "Key": "inventory/manifest.json"},
    }
    fields: dict[str, Json] = {"Type": "Map", "ItemReader": reader, "End": True}
    assert granted(fields) == [(["s3:GetObject"], ["arn:${AWS::Partition}:s3:::in/*"])]


def test_an_http_task_calls_one_endpoint_with_one_connection() -> None:
    connection = "arn:aws:events:ap-northeast-1:123456789012:connection/pay/1"
    arguments: dict[str, Json] = {
        "ApiEndpoint": "https://api.example.com/charges",
        "Method": "POST",
        "Authentication": {"ConnectionArn": connection},
    }
    fields = jsonata("arn:aws:states:::http:invoke", **arguments)
    permissions = role_of({"StartAt": "pay", "States": {"pay": fields}}, "machine").permissions
    assert [permission.statement.actions[0] for permission in permissions] == [
        "states:InvokeHTTPEndpoint",
        "events:RetrieveConnectionCredentials",
        "secretsmanager:GetSecretValue",
    ]
    assert permissions[0].statement.conditions == (
        Condition("StringEquals", "states:HTTPMethod", "POST"),
        Condition("StringLike", "states:HTTPEndpoint", "https://api.example.com/charges"),
    )
    assert permissions[1].statement.resources == (connection,)


def test_statements_are_merged_in_the_order_of_the_states() -> None:
    states: Json = {
        "注文": jsonata(PUT, TableName="order"),
        "配送": jsonata(PUT, TableName="shipping"),
        "確認": jsonata("arn:aws:states:::dynamodb:getItem", TableName="order"),
        "知らせ": jsonata("arn:aws:states:::sns:publish", TopicArn="arn:aws:sns:a:1:b"),
    }
    permissions = role_of({"StartAt": "注文", "States": states}, "machine").permissions
    assert [(permission.statement.actions, permission.states) for permission in permissions] == [
        (("dynamodb:PutItem", "dynamodb:GetItem"), ("注文", "確認")),
        (("dynamodb:PutItem",), ("配送",)),
        (("sns:Publish",), ("知らせ",)),
    ]
