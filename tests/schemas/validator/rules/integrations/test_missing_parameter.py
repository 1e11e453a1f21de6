"""A call lacks a required parameter."""

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
METRIC = f"{SDK}cloudwatch:putMetricData"


def call(resource: str, **parameters: Any) -> Definition:
    """A Task that calls `resource` with those Parameters."""
    return task(resource, Parameters=parameters)


AT = "/States/A/Parameters"

FLAGS = {
    "one parameter": Flag(alone(call(QUEUE, QueueUrl="u")), AT, {"name": "MessageBody"}),
    "all parameters": Flag(alone(call(QUEUE)), (AT, AT)),
    "a parameter of a call of the SDK": Flag(
        alone(call(f"{SDK}sfn:sendTaskSuccess", TaskToken="t")), AT, {"name": "Output"}
    ),
    "a parameter of an integration with parameters of its own": Flag(
        alone(call(f"{STATES}lambda:invoke")), AT, {"name": "FunctionName"}
    ),
    "an object in an array": Flag(
        alone(call(METRIC, Namespace="n", MetricData=[{"MetricName": "m"}, {"Value": 1}])),
        f"{AT}/MetricData/1",
        {"name": "MetricName"},
    ),
    "a call that waits for a token": Flag(
        alone(call(f"{QUEUE}.waitForTaskToken", **{"MessageBody.$": "$$.Task.Token"})),
        AT,
        {"name": "QueueUrl"},
    ),
    "Arguments in JSONata": Flag(
        jsonata({"A": task(QUEUE, Arguments={"MessageBody": "{% $states.input %}"})}),
        "/States/A/Arguments",
        {"name": "QueueUrl"},
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": call(QUEUE, QueueUrl="u")})), f"/States/Both/Branches/1{AT}"
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": call(QUEUE, QueueUrl="u")})), f"/States/Each/ItemProcessor{AT}"
    ),
}

PASSES = {
    "all that are required": alone(call(QUEUE, QueueUrl="u", MessageBody="b")),
    "one that is read": alone(call(QUEUE, **{"QueueUrl.$": "$.u", "MessageBody.$": "$"})),
    "an object for a text": alone(call(QUEUE, QueueUrl="u", MessageBody={"any": ["thing"]})),
    "a substitution": alone(call(QUEUE, QueueUrl="${Queue}", MessageBody="b")),
    "an optimized integration's other case": alone(call(QUEUE, queueUrl="u", messageBody="b")),
    "an array that is read": alone(call(METRIC, Namespace="n", **{"MetricData.$": "$.data"})),
    "an object in an array whose members are read": alone(
        call(METRIC, Namespace="n", MetricData=[{"MetricName.$": "$.name", "Value.$": "$.v"}])
    ),
    "no Parameters, so the input is passed": alone(task(QUEUE)),
    "Arguments that are computed": jsonata({"A": task(QUEUE, Arguments="{% $states.input %}")}),
    "Arguments with computed values": jsonata(
        {"A": task(QUEUE, Arguments={"QueueUrl": "{% $states.input.url %}", "MessageBody": "{% 'b' %}"})}
    ),
    "a call that requires nothing": alone(call(f"{SDK}s3:listBuckets")),
    "a function, which takes anything": alone(
        call("arn:aws:lambda:ap-northeast-1:123456789012:function:pay")
    ),
    "a Resource that is substituted": alone(call("${Call}")),
}

LEAVES = {
    "a misspelt parameter": ("unknown-parameter", alone(call(QUEUE, QueueUrl="u", MessageBdy="b"))),
    "a path instead of an object": ("wrong-parameter-kind", alone(task(QUEUE, Parameters="$.whole"))),
    "a call of an action that is not known": ("unlisted-action", alone(call(f"{SDK}none:such"))),
    "an array instead of an object": ("wrong-parameter-kind", alone(task(QUEUE, Parameters=[]))),
}

test_flags = flags("missing-parameter", FLAGS)
test_passes = passes("missing-parameter", PASSES)
test_leaves = leaves("missing-parameter", LEAVES)
