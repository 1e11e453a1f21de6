"""An Express machine waits for something that only a Standard machine can wait for."""

from __future__ import annotations

from rule_cases import (
    DONE,
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
    map_over,
    passes,
    state,
    task,
)

ACTIVITY = "arn:aws:states:ap-northeast-1:123456789012:activity:approve"
MESSAGE = {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}
APPROVE = task(f"{STATES}sqs:sendMessage.waitForTaskToken", Parameters=MESSAGE, TimeoutSeconds=60)
JOB = task(f"{STATES}glue:startJobRun.sync", Parameters={"JobName": "${Job}"}, TimeoutSeconds=60)
CHILD = {"Parameters": {"StateMachineArn": "${Child}"}}
AT = "/States/A/Resource"


def over(mode, **more):
    return machine({"Each": map_over(machine({"One": DONE}, ProcessorConfig={"Mode": mode, **more}))})


def unsupported(definition, at):
    return Flag(Express(definition), at)


FLAGS = {
    "an activity": Flag(Express(alone(task(ACTIVITY))), AT, {"state": "A"}),
    "an activity with substitutions": unsupported(
        alone(task("arn:${Partition}:states:${Region}:${Account}:activity:approve")), AT
    ),
    "a job": unsupported(alone(JOB), AT),
    "a machine": unsupported(alone(task(f"{STATES}states:startExecution.sync", **CHILD)), AT),
    "a machine whose output is JSON": unsupported(
        alone(task(f"{STATES}states:startExecution.sync:2", **CHILD)), AT
    ),
    "a token": unsupported(alone(APPROVE), AT),
    "a token of a call of the SDK": unsupported(
        alone(task(f"{SDK}sqs:sendMessage.waitForTaskToken", Parameters=MESSAGE)), AT
    ),
    "another partition": unsupported(alone(task("arn:aws-cn:states:::glue:startJobRun.sync")), AT),
    "a distributed Map": unsupported(
        over("DISTRIBUTED", ExecutionType="EXPRESS"), "/States/Each/ItemProcessor/ProcessorConfig/Mode"
    ),
    "in JSONata": unsupported(jsonata({"A": task(ACTIVITY)}), AT),
    "inside a Map": unsupported(in_map(alone(JOB)), f"/States/Each/ItemProcessor{AT}"),
    "inside a branch": unsupported(in_branch(alone(JOB)), f"/States/Both/Branches/1{AT}"),
}

PASSES = {
    "a Standard machine may wait for an activity": alone(task(ACTIVITY)),
    "a Standard machine may wait for a job": alone(JOB),
    "a Standard machine may wait for a token": alone(APPROVE),
    "a Standard machine may hold a distributed Map": over("DISTRIBUTED", ExecutionType="EXPRESS"),
    "a job that is only started": Express(
        alone(task(f"{STATES}glue:startJobRun", Parameters={"JobName": "${Job}"}))
    ),
    "a machine that is only started": Express(alone(task(f"{STATES}states:startExecution", **CHILD))),
    "a function": Express(alone(task(f"{STATES}lambda:invoke", Parameters={"FunctionName": "pay"}))),
    "a function named as an activity": Express(
        alone(task("arn:aws:lambda:ap-northeast-1:123456789012:function:activity"))
    ),
    "a Map inside the machine": Express(over("INLINE")),
    "a Map that names no mode": Express(in_map(machine({"One": DONE}))),
    "a Wait": Express(alone(state("Wait", Seconds=60))),
    "a substitution may be anything": Express(alone(task("${Approve}"))),
}

LEAVES = {
    "a Pass, which calls nothing": ("unknown-field", Express(alone(state("Pass", Resource=ACTIVITY)))),
}

test_flags = flags("express-unsupported", FLAGS)
test_passes = passes("express-unsupported", PASSES)
test_leaves = leaves("express-unsupported", LEAVES)
