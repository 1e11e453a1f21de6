"""A call has a parameter that the action does not take."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    SDK,
    STATES,
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    passes,
    task,
)

QUEUE = f"{STATES}sqs:sendMessage"
PUT = f"{SDK}s3:putObject"
METRIC = f"{SDK}cloudwatch:putMetricData"
STOP = f"{SDK}rds:stopDBInstance"


def call(resource: str, **parameters: Any) -> Definition:
    """A machine of one Task that calls `resource` with those Parameters."""
    return alone(task(resource, Parameters=parameters))


def send(**parameters: Any) -> Definition:
    """A machine that sends a message with those Parameters beside the required ones."""
    return call(QUEUE, QueueUrl="u", MessageBody="b", **parameters)


AT = "/States/A/Parameters"

FLAGS = {
    "a parameter that does not exist": Flag(send(Delay=1), f"{AT}/Delay", {"name": "Delay"}),
    "a misspelt parameter": Flag(
        call(QUEUE, QueueUrl="u", MessageBdy="b"),
        f"{AT}/MessageBdy",
        {"name": "MessageBdy", "nearest": "MessageBody"},
        safe_fix=call(QUEUE, QueueUrl="u", MessageBody="b"),
    ),
    "a misspelt parameter that is read": Flag(
        call(QUEUE, **{"QueueURL.$": "$.u", "MessageBdy.$": "$"}),
        f"{AT}/MessageBdy.$",
        {"name": "MessageBdy", "nearest": "MessageBody"},
        safe_fix=call(QUEUE, **{"QueueURL.$": "$.u", "MessageBody.$": "$"}),
    ),
    "a misspelt parameter beside the right one, which has no fix": Flag(
        send(MessageBdy="b"), f"{AT}/MessageBdy", {"name": "MessageBdy"}
    ),
    "the SDK's parameter in another case": Flag(
        call(PUT, bucket="b", Key="k"),
        f"{AT}/bucket",
        {"nearest": "Bucket"},
        safe_fix=call(PUT, Bucket="b", Key="k"),
    ),
    "several capitals in a row": Flag(
        call(STOP, DBInstanceIdentifier="db"),
        f"{AT}/DBInstanceIdentifier",
        {"nearest": "DbInstanceIdentifier"},
        safe_fix=call(STOP, DbInstanceIdentifier="db"),
    ),
    "an object in an array": Flag(
        call(METRIC, Namespace="n", MetricData=[{"MetricName": "m", "Vaule": 1}]),
        f"{AT}/MetricData/0/Vaule",
        {"name": "Vaule", "nearest": "Value"},
        safe_fix=call(METRIC, Namespace="n", MetricData=[{"MetricName": "m", "Value": 1}]),
    ),
    "two parameters": Flag(send(One=1, Two=2), (f"{AT}/One", f"{AT}/Two")),
    "a key of Arguments in JSONata": Flag(
        jsonata({"A": task(QUEUE, Arguments={"QueueUrl": "u", "MessageBody": "b", "Dely": "{% 5 %}"})}),
        "/States/A/Arguments/Dely",
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": task(QUEUE, Parameters={"QueueUrl": "u", "MessageBody": "b", "Delay": 1})})),
        f"/States/Both/Branches/1{AT}/Delay",
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task(QUEUE, Parameters={"QueueUrl": "u", "MessageBody": "b", "Delay": 1})})),
        f"/States/Each/ItemProcessor{AT}/Delay",
    ),
}

PASSES = {
    "a parameter": send(DelaySeconds=5),
    "a parameter that is read": send(**{"DelaySeconds.$": "$.delay"}),
    "an optimized integration's other case": call(QUEUE, queueUrl="u", messageBody="b"),
    "the SDK's own case": call(STOP, DbInstanceIdentifier="db"),
    "any key where any value fits": call(QUEUE, QueueUrl="u", MessageBody={"Delay": 1}),
    "any key of a map": call(
        f"{STATES}dynamodb:putItem", TableName="t", Item={"a": {"S": "x"}, "b": "plain"}
    ),
    "any key of a text that is made from an object": call(
        f"{SDK}sfn:sendTaskSuccess", TaskToken="t", Output={"approved": True}
    ),
    "an object that is read": call(METRIC, Namespace="n", **{"MetricData.$": "$.data"}),
    "Arguments that are computed": jsonata({"A": task(QUEUE, Arguments="{% {'Delay': 1} %}")}),
    "a function, which takes anything": call(
        "arn:aws:lambda:ap-northeast-1:123456789012:function:pay", Delay=1
    ),
    "a Resource that is substituted": call("${Call}", Delay=1),
}

LEAVES = {
    "a call of an action that is not known": ("unlisted-action", call(f"{SDK}none:such", Whatever=1)),
    "a required parameter that is missing": ("missing-parameter", call(QUEUE, QueueUrl="u")),
}

test_flags = flags("unknown-parameter", FLAGS)
test_passes = passes("unknown-parameter", PASSES)
test_leaves = leaves("unknown-parameter", LEAVES)
