"""What is told of a Task's Resource and of what it gives to the call."""

from __future__ import annotations

import json

import pytest
from corpus import needs_corpus
from test_corpus_verdicts import CORPUS, rows

from schemas import Document, validate

CODES = {
    "resource-not-arn": "error",
    "bad-resource": "warning",
    "unknown-action": "error",
    "unlisted-action": "warning",
    "unsupported-pattern": "error",
    "missing-parameter": "warning",
    "unknown-parameter": "warning",
    "wrong-parameter-kind": "warning",
    "unknown-parameter-value": "warning",
    "token-not-passed": "warning",
}
STATES = "arn:aws:states:::"
SDK = f"{STATES}aws-sdk:"
FUNCTION = "arn:aws:lambda:ap-northeast-1:123456789012:function:pay"


def found(resource, data=None, language="JSONPath", **fields):
    task = {"Type": "Task", "Resource": resource, "End": True, **fields}
    if data is not None:
        task["Arguments" if language == "JSONata" else "Parameters"] = data
    machine = {"QueryLanguage": language, "StartAt": "A", "States": {"A": task}}
    text = json.dumps(machine, indent=1, ensure_ascii=False)
    document = Document.parse(text, "json")
    return document, [one for one in validate(document) if one.code in CODES]


def codes(*arguments, **named):
    return [one.code for one in found(*arguments, **named)[1]]


@pytest.mark.parametrize(
    "resource",
    [
        FUNCTION,
        f"{FUNCTION}:$LATEST",
        f"{FUNCTION}:live",
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:pay:7",
        "arn:aws-us-gov:states:::lambda:invoke",
        "arn:aws:states:us-east-1:123456789012:activity:梱包",
        "arn:aws:states:us-east-1:123456789012:aws-sdk:s3:listBuckets",
        "arn:${AWS::Partition}:states:::sns:publish",
        "arn:aws:lambda:${Region}:${Account}:function:${Name}",
        "arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:pay",
        "${PayArn}",
        {"Fn::GetAtt": ["Pay", "Arn"]},
        f"{STATES}${{Call}}",
        f"{SDK}s3:listBuckets.waitForTaskToken",
        f"{STATES}states:startExecution.sync:2",
    ],
)
def test_what_a_task_can_call_is_accepted(resource):
    assert set(codes(resource)) <= {"token-not-passed"}


@pytest.mark.parametrize(
    "resource",
    [
        "foo:bar",
        "arn:aws:s3:::bucket",
        "arn:aws-moon:states:::lambda:invoke",
        "arn::states:::lambda:invoke",
        f"{FUNCTION}:",
        f"{FUNCTION}:a:b",
        FUNCTION.replace("12:f", ":f"),
    ],
)
def test_what_no_task_can_call_is_told(resource):
    assert codes(resource) == ["bad-resource"]


@pytest.mark.parametrize("resource", ["pay", "$.function", "${Unclosed", "支払い"])
def test_what_is_no_arn_at_all_is_an_error(resource):
    assert codes(resource) == ["resource-not-arn"]


@pytest.mark.parametrize(
    ("resource", "meant"),
    [
        (f"{SDK}dynamodb:PutItem", f"{SDK}dynamodb:putItem"),
        (f"{SDK}dynamodb:putItm", f"{SDK}dynamodb:putItem"),
        (f"{SDK}dynamoDB:putItem", f"{SDK}dynamodb:putItem"),
        (f"{SDK}stepfunctions:startExecution", f"{SDK}sfn:startExecution"),
        (f"{SDK}logs:putLogEvents", f"{SDK}cloudwatchlogs:putLogEvents"),
        (f"{STATES}lambda:Invoke.waitForTaskToken", f"{STATES}lambda:invoke.waitForTaskToken"),
        (f"{STATES}sqs:sendMessages", f"{STATES}sqs:sendMessage"),
        (f"{STATES}dynamodb:query", f"{SDK}dynamodb:query"),
        (f"{STATES}s3:getObject", f"{SDK}s3:getObject"),
        (f"{STATES}ecs:runTask.snyc", f"{STATES}ecs:runTask.sync"),
        (f"{STATES}ecs:runTask.Sync", f"{STATES}ecs:runTask.sync"),
        (f"{STATES}ecs:runTask.sync:2", f"{STATES}ecs:runTask.sync"),
        (f"{SDK}s3:putObject.sync", None),
        (f"{STATES}sns:publish.sync", None),
        (f"{STATES}lambda:frobnicate", None),
    ],
)
def test_what_the_service_does_not_recognise_is_an_error_with_the_name_that_is_meant(resource, meant):
    document, told = found(resource)
    error = next(one for one in told if CODES[one.code] == "error")
    assert (error.severity, error.path) == ("error", ("States", "A", "Resource"))
    assert (error.fix is None) == (meant is None)
    if error.fix:
        mended = document.apply(*error.fix.edits).document
        assert mended.value["States"]["A"]["Resource"] == meant


@pytest.mark.parametrize("call", ["aws-sdk:dynamodb:orderLunch", "aws-sdk:brandnew:doIt", "brandnew:doIt"])
def test_what_may_be_younger_than_the_index_is_a_warning(call):
    _, told = found(STATES + call)
    assert [(one.code, one.severity) for one in told] == [("unlisted-action", "warning")]
    assert "botocore" in told[0].message("en")


QUEUE = f"{STATES}sqs:sendMessage"
METRIC = f"{SDK}cloudwatch:putMetricData"
PUT = f"{SDK}s3:putObject"


@pytest.mark.parametrize(
    ("resource", "data", "wanted"),
    [
        (QUEUE, {"QueueUrl": "u"}, ["missing-parameter"]),
        (QUEUE, {"QueueUrl.$": "$.u", "MessageBody.$": "$"}, []),
        (QUEUE, {"QueueUrl": "u", "MessageBody": {"any": ["thing"]}}, []),
        (QUEUE, {"QueueUrl": "u", "MessageBody": "b", "Delay": 1}, ["unknown-parameter"]),
        (QUEUE, {"queueUrl": "u", "messageBody": "b"}, []),
        (QUEUE, {"QueueUrl": "u", "MessageBody": "b", "DelaySeconds": "five"}, ["wrong-parameter-kind"]),
        (QUEUE, {"QueueUrl": "u", "MessageBody": "b", "DelaySeconds": "5"}, []),
        (QUEUE, {"QueueUrl": "u", "MessageBody": "b", "DelaySeconds": "${Delay}"}, []),
        (QUEUE, "$.whole", ["wrong-parameter-kind"]),
        (PUT, {"Bucket": "b", "Key": "k", "Body": {"any": 1}, "Acl": "private"}, []),
        (PUT, {"Bucket": "b", "Key": "k", "Acl": "secret"}, ["unknown-parameter-value"]),
        (PUT, {"bucket": "b", "Key": "k"}, ["unknown-parameter"]),
        (f"{SDK}rds:stopDBInstance", {"DBInstanceIdentifier": "db"}, ["unknown-parameter"]),
        (METRIC, {"Namespace": "n", "MetricData": {"MetricName": "m"}}, ["wrong-parameter-kind"]),
        (METRIC, {"Namespace": "n", "MetricData": [{"Value": 1}]}, ["missing-parameter"]),
        (METRIC, {"Namespace": "n", "MetricData.$": "$.data"}, []),
        (METRIC, {"Namespace": "n", "MetricData": [{"MetricName.$": "$.name", "Value.$": "$.v"}]}, []),
        (f"{SDK}ec2:runInstances", {"MinCount": 1, "MaxCount": 1, "InstanceType": "z99.huge"}, []),
        (f"{SDK}sfn:sendTaskSuccess", {"TaskToken": "t", "Output": {"approved": True}}, []),
        (f"{STATES}dynamodb:putItem", {"TableName": "t", "Item": {"a": {"S": "x"}, "b": "plain"}}, []),
        (f"{SDK}s3:listBuckets", {}, []),
        (f"{SDK}none:such", {"Whatever": 1}, ["unlisted-action"]),
    ],
)
def test_what_is_given_is_held_against_what_the_call_takes(resource, data, wanted):
    assert codes(resource, data) == wanted


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("{% $states.input %}", []),
        ({"QueueUrl": "{% $url %}", "MessageBody": "{% $states.input %}"}, []),
        ({"QueueUrl": "u", "MessageBody": "b", "DelaySeconds": "{% 5 %}"}, []),
        ({"QueueUrl": "u", "MessageBody": "b", "Dely": "{% 5 %}"}, ["unknown-parameter"]),
    ],
)
def test_expressions_of_jsonata_may_be_anything(data, wanted):
    assert codes(QUEUE, data, "JSONata") == wanted


@pytest.mark.parametrize(
    ("data", "language", "passed"),
    [
        ({"QueueUrl": "u", "MessageBody": "b"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody.$": "$.Task.Token"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody": "$$.Task.Token"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody": {"t.$": "$$.Task.Token"}}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody.$": "States.Format('{}', $$.Task.Token)"}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody": {"all.$": "$$"}}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody": "{% $states.input %}"}, "JSONata", False),
        ({"QueueUrl": "u", "MessageBody": "{% $states.context.Task.Token %}"}, "JSONata", True),
        ({"QueueUrl": "u", "MessageBody": "{% {'t': $states . context.Task.Token} %}"}, "JSONata", True),
        ("{% $merge([$states.input, {'all': $states}]) %}", "JSONata", True),
    ],
)
def test_a_token_that_nobody_is_given_is_told(data, language, passed):
    assert ("token-not-passed" not in codes(f"{QUEUE}.waitForTaskToken", data, language)) == passed


def test_misspelt_names_are_put_right_in_their_place():
    document, told = found(QUEUE, {"QueueURL.$": "$.u", "MessageBdy.$": "$"})
    assert [one.code for one in told] == ["unknown-parameter"]
    mended = document.apply(*told[0].fix.edits).document
    assert mended.value["States"]["A"]["Parameters"] == {"QueueURL.$": "$.u", "MessageBody.$": "$"}


TRUE_OF_RECORDED = {
    "test_invoke_unsupported_param": "unknown-parameter",
    "INVALID_JSONPATH_IN_HEARTBEATSECONDSPATH": "token-not-passed",
}
"""What is told of definitions that the service took, and is true: these calls failed, or never ended."""


@needs_corpus
def test_nothing_untrue_is_told_of_what_the_service_took():
    told = []
    for row in rows("G1", "G2"):
        text = (CORPUS / "asl" / row["file"]).read_text(encoding="utf-8")
        codes = {found.code for found in validate(Document.parse(text), type=row["type"])} & CODES.keys()
        if row["expected"] == "valid":
            told += [(row["file"], code) for code in codes]
    assert len(told) == len(TRUE_OF_RECORDED)
    for file, code in told:
        assert any(name in file and code == known for name, known in TRUE_OF_RECORDED.items())
