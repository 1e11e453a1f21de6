"""A task that may hang has no timeout."""

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

ACTIVITY = "arn:aws:states:ap-northeast-1:123456789012:activity:pack"
GLUE = f"{STATES}glue:startJobRun.sync"
JOB = {"Parameters": {"JobName": "${Job}"}}
CHILD = {"Parameters": {"StateMachineArn": "${Child}"}}
INNER = "/States/Each/ItemProcessor/States/A"

FLAGS = {
    "an activity": Flag(alone(task(ACTIVITY)), "/States/A", {"state": "A"}),
    "an activity with substitutions": Flag(
        alone(task("arn:aws:states:${Region}:${Account}:activity:pack")), "/States/A"
    ),
    "another partition": Flag(alone(task(ACTIVITY.replace("aws", "aws-cn", 1))), "/States/A"),
    "a job": Flag(alone(task(GLUE, **JOB)), "/States/A"),
    "a machine": Flag(alone(task(f"{STATES}states:startExecution.sync:2", **CHILD)), "/States/A"),
    "two jobs, of which one has a timeout": Flag(
        machine({"A": task(GLUE, TimeoutSeconds=60, Next="B", **JOB), "B": task(GLUE, **JOB)}), "/States/B"
    ),
    "two jobs at the same time": Flag(
        machine({"Both": parallel(alone(task(GLUE, **JOB)), machine({"B": task(ACTIVITY)}))}),
        ("/States/Both/Branches/0/States/A", "/States/Both/Branches/1/States/B"),
    ),
    "in JSONata": Flag(jsonata({"A": task(GLUE, Arguments={"JobName": "${Job}"})}), "/States/A"),
    "inside a Map": Flag(in_map(alone(task(ACTIVITY))), INNER),
    "a timeout of the state beside it": Flag(
        in_branch(machine({"A": task(TimeoutSeconds=60, Next="B"), "B": task(ACTIVITY)})),
        "/States/Both/Branches/1/States/B",
    ),
}

PASSES = {
    "a timeout": alone(task(ACTIVITY, TimeoutSeconds=3600)),
    "a timeout of a job": alone(task(GLUE, TimeoutSeconds=3600, **JOB)),
    "a timeout that is read from the input": alone(task(ACTIVITY, TimeoutSecondsPath="$.limit")),
    "a heartbeat": alone(task(ACTIVITY, HeartbeatSeconds=60)),
    "a heartbeat that is read from the input": alone(task(ACTIVITY, HeartbeatSecondsPath="$.beat")),
    "a timeout that is computed in JSONata": jsonata(
        {"A": task(ACTIVITY, TimeoutSeconds="{% $states.input.limit %}")}
    ),
    "a timeout of the machine": alone(task(ACTIVITY), TimeoutSeconds=3600),
    "a timeout of the machine around a Map": in_map(alone(task(ACTIVITY)), TimeoutSeconds=3600),
    "a job that is only started": alone(task(f"{STATES}glue:startJobRun", **JOB)),
    "a function, which ends by itself": alone(
        task(f"{STATES}lambda:invoke", Parameters={"FunctionName": "pay"})
    ),
    "a call of the SDK": alone(task(f"{SDK}glue:startJobRun", **JOB)),
    "a substitution may be anything": alone(task("${Pack}")),
}

LEAVES = {
    "a job in an Express machine": ("express-unsupported", Express(alone(task(GLUE, **JOB)))),
    "a task that waits for its token": (
        "token-wait-unbounded",
        alone(
            task(
                f"{STATES}sqs:sendMessage.waitForTaskToken",
                Parameters={"QueueUrl": "${Queue}", "MessageBody.$": "$$.Task.Token"},
            )
        ),
    ),
}

test_flags = flags("no-timeout", FLAGS)
test_passes = passes("no-timeout", PASSES)
test_leaves = leaves("no-timeout", LEAVES)
