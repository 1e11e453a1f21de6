"""A parameter has a value that the called service does not take."""

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

PUT = f"{SDK}s3:putObject"
INVOKE = f"{STATES}lambda:invoke"
RUN = f"{SDK}ec2:runInstances"


def put(**parameters: Any) -> Definition:
    """A Task that puts an object with those Parameters."""
    return task(PUT, Parameters={"Bucket": "b", "Key": "k", **parameters})


def invoke(kind: str) -> Definition:
    """A Task that invokes a function so."""
    return task(INVOKE, Parameters={"FunctionName": "pay", "InvocationType": kind})


def run(kind: str) -> Definition:
    """A Task that starts an instance of that kind."""
    return task(RUN, Parameters={"MinCount": 1, "MaxCount": 1, "InstanceType": kind})


AT = "/States/A/Parameters"

FLAGS = {
    "a value that does not exist": Flag(
        alone(invoke("Async")),
        f"{AT}/InvocationType",
        {"name": "InvocationType", "value": "Async", "allowed": "RequestResponse, Event, DryRun"},
    ),
    "a value of a parameter of the SDK": Flag(alone(put(Acl="secret")), f"{AT}/Acl", {"name": "Acl"}),
    "a value in another case": Flag(
        alone(invoke("event")),
        f"{AT}/InvocationType",
        {"nearest": "Event"},
        safe_fix=alone(invoke("Event")),
    ),
    "a misspelt value": Flag(
        alone(put(Acl="privte")), f"{AT}/Acl", {"nearest": "private"}, safe_fix=alone(put(Acl="private"))
    ),
    "a misspelt value of a long list": Flag(
        alone(run("T3.micro")),
        f"{AT}/InstanceType",
        {"nearest": "t3.micro"},
        safe_fix=alone(run("t3.micro")),
    ),
    "a value in a map": Flag(
        alone(
            task(
                f"{SDK}dynamodb:query",
                Parameters={"TableName": "t", "KeyConditions": {"a": {"ComparisonOperator": "EQUALS"}}},
            )
        ),
        f"{AT}/KeyConditions/a/ComparisonOperator",
    ),
    "a value in an array, of which there are more than the message names": Flag(
        alone(
            task(
                f"{SDK}cloudwatch:putMetricData",
                Parameters={"Namespace": "n", "MetricData": [{"MetricName": "m", "Unit": "Fortnights"}]},
            )
        ),
        f"{AT}/MetricData/0/Unit",
        {
            "allowed": "Seconds, Microseconds, Milliseconds, Bytes, Kilobytes, Megabytes, Gigabytes, "
            "Terabytes, Bits, Kilobits, Megabits, Gigabits, …"
        },
    ),
    "Arguments in JSONata": Flag(
        jsonata({"A": task(INVOKE, Arguments={"FunctionName": "pay", "InvocationType": "Async"})}),
        "/States/A/Arguments/InvocationType",
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": invoke("Async")})), f"/States/Both/Branches/1{AT}/InvocationType"
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": invoke("Async")})), f"/States/Each/ItemProcessor{AT}/InvocationType"
    ),
}

PASSES = {
    "a value": alone(invoke("Event")),
    "a value of a parameter of the SDK": alone(put(Acl="private")),
    "a value of a long list, which may be younger than the index": alone(run("z99.huge")),
    "a substitution": alone(put(Acl="${Acl}")),
    "a value that is read": alone(put(**{"Acl.$": "$.acl"})),
    "a value that is computed": jsonata(
        {"A": task(PUT, Arguments={"Bucket": "b", "Key": "k", "Acl": "{% 'secret' %}"})}
    ),
    "any text where any fits": alone(put(Key="secret")),
    "the parameter of another action": alone(
        task(f"{STATES}sqs:sendMessage", Parameters={"QueueUrl": "u", "MessageBody": {"Acl": "secret"}})
    ),
    "a number, which is taken for its text": alone(put(Acl=5)),
}

test_flags = flags("unknown-parameter-value", FLAGS)
test_passes = passes("unknown-parameter-value", PASSES)
