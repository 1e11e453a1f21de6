"""An error is named as another integration of the same service names it."""

from __future__ import annotations

from rule_cases import (
    DONE,
    SDK,
    STATES,
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

CALLS = {
    "dynamodb": ("dynamodb:putItem", "dynamodb:putItem", "DynamoDB", "DynamoDb"),
    "ecs": ("ecs:runTask", "ecs:runTask", "ECS", "Ecs"),
    "eks": ("eks:createCluster", "eks:createCluster", "EKS", "Eks"),
    "emr": ("elasticmapreduce:addStep", "emr:addJobFlowSteps", "ElasticMapReduce", "Emr"),
    "sfn": ("states:startExecution", "sfn:startExecution", "StepFunctions", "Sfn"),
    "sns": ("sns:publish", "sns:publish", "SNS", "Sns"),
    "sqs": ("sqs:sendMessage", "sqs:sendMessage", "SQS", "Sqs"),
}
"""A call by the optimized integration and by the SDK, and how each begins the names of its errors."""


def retrying(resource, *names, build=alone):
    return build(task(resource, Retry=[{"ErrorEquals": list(names)}]))


def wrong(resource, name, meant):
    return Flag(
        retrying(resource, name),
        "/States/A/Retry/0/ErrorEquals/0",
        {"name": name, "meant": meant},
        unsafe_fix=retrying(resource, meant),
    )


PUT = f"{STATES}dynamodb:putItem"
FIRST = "/States/A/Retry/0/ErrorEquals/0"
SDK_NAME, NAME = "DynamoDb.ConditionalCheckFailedException", "DynamoDB.ConditionalCheckFailedException"


def caught(name):
    return machine({"A": task(PUT, Catch=[{"ErrorEquals": [name], "Next": "B"}]), "B": DONE})


FLAGS = {
    **{
        f"an error of the SDK, optimized {service}": wrong(f"{STATES}{call}", f"{sdk}.Odd", f"{own}.Odd")
        for service, (call, _, own, sdk) in CALLS.items()
    },
    **{
        f"an error of the optimized integration, SDK {service}": wrong(
            f"{SDK}{call}", f"{own}.Odd", f"{sdk}.Odd"
        )
        for service, (_, call, own, sdk) in CALLS.items()
    },
    "a job that is waited for": wrong(f"{STATES}ecs:runTask.sync", "Ecs.Odd", "ECS.Odd"),
    "another partition": wrong("arn:aws-cn:states:::sqs:sendMessage", "Sqs.Odd", "SQS.Odd"),
    "one of three names": Flag(
        retrying(PUT, NAME, SDK_NAME, "Own.Busy"),
        "/States/A/Retry/0/ErrorEquals/1",
        unsafe_fix=retrying(PUT, NAME, NAME, "Own.Busy"),
    ),
    "a catcher": Flag(caught(SDK_NAME), "/States/A/Catch/0/ErrorEquals/0", unsafe_fix=caught(NAME)),
    "in JSONata": Flag(
        jsonata(retrying(PUT, SDK_NAME)["States"]), FIRST, unsafe_fix=jsonata(retrying(PUT, NAME)["States"])
    ),
    "inside a Map": Flag(
        in_map(retrying(PUT, SDK_NAME)),
        f"/States/Each/ItemProcessor{FIRST}",
        unsafe_fix=in_map(retrying(PUT, NAME)),
    ),
    "inside a branch": Flag(
        in_branch(retrying(PUT, SDK_NAME)),
        f"/States/Both/Branches/1{FIRST}",
        unsafe_fix=in_branch(retrying(PUT, NAME)),
    ),
}

PASSES = {
    "an error of the optimized integration": retrying(PUT, NAME),
    "an error of the SDK": retrying(f"{SDK}dynamodb:putItem", SDK_NAME),
    "a service with one way to begin": retrying(f"{STATES}lambda:invoke", "Lambda.ServiceException"),
    "an error of another service": retrying(PUT, "Sqs.Odd"),
    "a name that only begins alike": retrying(PUT, "DynamoDbBusy"),
    "a resource that is a substitution": retrying("${Put}", SDK_NAME),
    "a function that passes the error on": retrying(
        "arn:aws:lambda:ap-northeast-1:123456789012:function:put", SDK_NAME
    ),
}

LEAVES = {"a name that is no text": ("not-a-string", retrying(PUT, 5))}

test_flags = flags("wrong-error-prefix", FLAGS)
test_passes = passes("wrong-error-prefix", PASSES)
test_leaves = leaves("wrong-error-prefix", LEAVES)
