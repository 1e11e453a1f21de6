"""A task waits for its token without a time limit."""

from __future__ import annotations

from rule_cases import (
    SDK,
    STATES,
    Express,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    parallel,
    passes,
    task,
)

QUEUE = f"{STATES}sqs:sendMessage.waitForTaskToken"
MESSAGE = {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}
APPROVE = task(QUEUE, Parameters=MESSAGE)
IN_JSONATA = task(
    QUEUE, Arguments={"QueueUrl": "${Queue}", "MessageBody": "{% $states.context.Task.Token %}"}
)

FLAGS = {
    "a message": Flag(alone(APPROVE), "/States/A", {"state": "A"}),
    "a function": Flag(
        alone(
            task(
                f"{STATES}lambda:invoke.waitForTaskToken",
                Parameters={"FunctionName": "ask", "Payload": {"token.$": "$$.Task.Token"}},
            )
        ),
        "/States/A",
    ),
    "a call of the SDK": Flag(
        alone(task(f"{SDK}sqs:sendMessage.waitForTaskToken", Parameters=MESSAGE)), "/States/A"
    ),
    "a call with a substitution": Flag(
        alone(task("${Call}.waitForTaskToken", Parameters=MESSAGE)), "/States/A"
    ),
    "a catcher of the timeout sets none": Flag(
        machine({"A": {**APPROVE, "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "B"}]}, "B": task()}),
        "/States/A",
    ),
    "one of two": Flag(
        machine({"A": {**task(QUEUE, Parameters=MESSAGE, TimeoutSeconds=60, Next="B")}, "B": APPROVE}),
        "/States/B",
    ),
    "two": Flag(
        machine({"Both": parallel(machine({"A": APPROVE}), machine({"B": APPROVE}))}),
        ("/States/Both/Branches/0/States/A", "/States/Both/Branches/1/States/B"),
    ),
    "in JSONata": Flag(jsonata({"A": IN_JSONATA}), "/States/A"),
    "inside a Map": Flag(in_map(alone(APPROVE)), "/States/Each/ItemProcessor/States/A"),
    "inside a branch": Flag(in_branch(alone(APPROVE)), "/States/Both/Branches/1/States/A"),
}

PASSES = {
    "a timeout": alone({**APPROVE, "TimeoutSeconds": 259200}),
    "a timeout that is read from the input": alone({**APPROVE, "TimeoutSecondsPath": "$.limit"}),
    "a heartbeat": alone({**APPROVE, "HeartbeatSeconds": 60}),
    "a heartbeat that is read from the input": alone({**APPROVE, "HeartbeatSecondsPath": "$.beat"}),
    "a timeout that is computed in JSONata": jsonata(
        {"A": {**IN_JSONATA, "TimeoutSeconds": "{% $states.input.limit %}"}}
    ),
    "a timeout of the machine": alone(APPROVE, TimeoutSeconds=259200),
    "a timeout of the machine around a Map": in_map(alone(APPROVE), TimeoutSeconds=259200),
    "nothing is waited for": alone(task(f"{STATES}sqs:sendMessage", Parameters=MESSAGE)),
    "a substitution may be anything": alone(task("${Approve}", Parameters=MESSAGE)),
}

LEAVES = {
    "a job that is waited for": (
        "no-timeout",
        alone(task(f"{STATES}glue:startJobRun.sync", Parameters={"JobName": "${Job}"})),
    ),
    "a wait in an Express machine": ("express-unsupported", Express(alone(APPROVE))),
}

test_flags = flags("token-wait-unbounded", FLAGS)
test_passes = passes("token-wait-unbounded", PASSES)
test_leaves = leaves("token-wait-unbounded", LEAVES)
