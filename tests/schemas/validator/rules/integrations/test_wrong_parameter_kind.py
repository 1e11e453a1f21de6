"""A parameter has a value of the wrong type."""

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
    machine,
    passes,
    task,
)

QUEUE = f"{STATES}sqs:sendMessage"
METRIC = f"{SDK}cloudwatch:putMetricData"
QUERY = f"{SDK}dynamodb:query"


def call(resource: str, **parameters: Any) -> Definition:
    """A machine of one Task that calls `resource` with those Parameters."""
    return alone(task(resource, Parameters=parameters))


def send(**parameters: Any) -> Definition:
    """A machine that sends a message with those Parameters beside the required ones."""
    return call(QUEUE, **{"QueueUrl": "u", "MessageBody": "b", **parameters})


def query(**parameters: Any) -> Definition:
    """A machine that queries a table with those Parameters."""
    return call(QUERY, TableName="t", **parameters)


AT = "/States/A/Parameters"

FLAGS = {
    "an array for a text": Flag(
        send(QueueUrl=["u"]), f"{AT}/QueueUrl", {"name": "QueueUrl", "kind": "string"}
    ),
    "a word for a number": Flag(
        send(DelaySeconds="five"), f"{AT}/DelaySeconds", {"name": "DelaySeconds", "kind": "integer"}
    ),
    "a fraction for a whole number": Flag(send(DelaySeconds=1.5), f"{AT}/DelaySeconds", {"kind": "integer"}),
    "true for a number": Flag(send(DelaySeconds=True), f"{AT}/DelaySeconds", {"kind": "integer"}),
    "an object for a number": Flag(send(DelaySeconds={"Ref": "Delay", "b": 1}), f"{AT}/DelaySeconds"),
    "a word for a truth value": Flag(
        query(ConsistentRead="yes"), f"{AT}/ConsistentRead", {"kind": "boolean"}
    ),
    "a number for a truth value": Flag(query(ConsistentRead=1), f"{AT}/ConsistentRead"),
    "an object for an array": Flag(
        call(METRIC, Namespace="n", MetricData={"MetricName": "m"}), f"{AT}/MetricData", {"kind": "list"}
    ),
    "a text for an object in an array": Flag(
        call(METRIC, Namespace="n", MetricData=["m"]),
        f"{AT}/MetricData/0",
        {"name": "MetricData", "kind": "object"},
    ),
    "an array for a map": Flag(
        query(ExpressionAttributeNames=["#a"]), f"{AT}/ExpressionAttributeNames", {"kind": "map"}
    ),
    "a path for all Parameters": Flag(
        alone(task(QUEUE, Parameters="$.whole")), AT, {"name": "Parameters", "kind": "object"}
    ),
    "Arguments in JSONata": Flag(
        jsonata({"A": task(QUEUE, Arguments={"QueueUrl": ["{% $states.input %}"], "MessageBody": "b"})}),
        "/States/A/Arguments/QueueUrl",
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": task(QUEUE, Parameters={"QueueUrl": [], "MessageBody": "b"})})),
        f"/States/Both/Branches/1{AT}/QueueUrl",
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task(QUEUE, Parameters={"QueueUrl": [], "MessageBody": "b"})})),
        f"/States/Each/ItemProcessor{AT}/QueueUrl",
    ),
}

PASSES = {
    "a text": send(QueueUrl="u"),
    "an object for a text, which is its JSON": send(MessageBody={"any": ["thing"]}),
    "a number for a text": send(MessageBody=1),
    "a number": send(DelaySeconds=5),
    "a number without a fraction": send(DelaySeconds=5.0),
    "a number in a text": send(DelaySeconds="5"),
    "a truth value": query(ConsistentRead=True),
    "a truth value in a text": query(ConsistentRead="true"),
    "an array": call(METRIC, Namespace="n", MetricData=[{"MetricName": "m"}]),
    "an empty array": call(METRIC, Namespace="n", MetricData=[]),
    "anything where anything fits": call(f"{SDK}s3:putObject", Bucket="b", Key="k", Body={"any": 1}),
    "null, which gives no value": send(DelaySeconds=None),
    "a substitution": send(DelaySeconds="${Delay}"),
    "a template's own function": send(DelaySeconds={"Ref": "Delay"}),
    "a value that is read": send(**{"DelaySeconds.$": "$.delay"}),
    "a value that is computed": jsonata(
        {"A": task(QUEUE, Arguments={"QueueUrl": "u", "MessageBody": "b", "DelaySeconds": "{% 5 %}"})}
    ),
    "Arguments that are computed": jsonata({"A": task(QUEUE, Arguments="{% $states.input %}")}),
    "a call of an action that is not known": call(f"{SDK}none:such", Whatever=[]),
    "false in a text": query(ConsistentRead="false"),
    "a map": query(ExpressionAttributeNames={"#a": "a"}),
    "a fraction for a number": call(METRIC, Namespace="n", MetricData=[{"MetricName": "m", "Value": 1.5}]),
}

test_flags = flags("wrong-parameter-kind", FLAGS)
test_passes = passes("wrong-parameter-kind", PASSES, beside={"unlisted-action"})
