"""An error name does not begin as the errors of the call do."""

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


def build_waiting(*names):
    arguments = {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}
    wait = f"{STATES}sqs:sendMessage.waitForTaskToken"
    handler = {"ErrorEquals": list(names)}
    return alone(task(wait, Parameters=arguments, Retry=[handler], TimeoutSeconds=60))


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
    "no prefix": wrong(PUT, "ConditionalCheckFailedException", NAME),
    "no prefix, an error that no operation declares": wrong(PUT, "OddException", "DynamoDB.OddException"),
    "no prefix and a name of another kind": Flag(retrying(PUT, "Busy"), FIRST, {"prefix": "DynamoDB"}),
    "no prefix and the suffix of the service": wrong(
        f"{SDK}rds:startDBInstance", "DBInstanceNotFoundFault", "Rds.DbInstanceNotFoundException"
    ),
    "the prefix in other letters": wrong(
        f"{SDK}secretsmanager:getSecretValue",
        "Secretsmanager.ResourceNotFoundException",
        "SecretsManager.ResourceNotFoundException",
    ),
    "another service, which has an error of the name": wrong(
        f"{SDK}dynamodb:putItem", "S3.ThrottlingException", "DynamoDb.ThrottlingException"
    ),
    "another service, whose error this one has not": Flag(
        retrying(f"{SDK}dynamodb:putItem", "S3.NoSuchKeyException"), FIRST, {"prefix": "DynamoDb"}
    ),
    "an optimized integration of another service": Flag(retrying(PUT, "Sqs.Odd"), FIRST),
    "a name that only begins alike": Flag(retrying(PUT, "DynamoDbBusy"), FIRST),
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
    "an unknown error under the prefix": retrying(PUT, "DynamoDB.Odd"),
    "the base exceptions": retrying(
        PUT, "DynamoDB.AmazonDynamoDBException", "DynamoDB.SdkClientException", "States.TaskFailed"
    ),
    "the base exceptions of the SDK": retrying(
        f"{SDK}s3:getObject", "S3.S3Exception", "S3.SdkClientException", "S3.AccessDeniedException"
    ),
    "an event that was not taken": retrying(f"{STATES}events:putEvents", "EventBridge.FailedEntry"),
    "a status of an endpoint": retrying(f"{STATES}http:invoke", "States.Http.StatusCode.503", "Busy"),
    "an error of a nested workflow": retrying(f"{STATES}states:startExecution.sync:2", "OutOfStock"),
    "an error of a function": retrying(f"{STATES}lambda:invoke", "OutOfStock", "Card.Declined", "S3.Odd"),
    "an error of an activity": retrying(
        "arn:aws:states:ap-northeast-1:123456789012:activity:pack", "OutOfStock", "S3.Odd"
    ),
    "an error that is sent back with the token": build_waiting(
        "OutOfStock", "S3.NoSuchKey", "Refused.ByHand"
    ),
    "an error that a Fail raises": machine(
        {
            "A": task(PUT, Catch=[{"ErrorEquals": ["OutOfStock"], "Next": "B"}]),
            "B": {"Type": "Fail", "Error": "OutOfStock"},
        }
    ),
    "a prefix of no service": retrying(PUT, "Own.Busy"),
    "a substitution": retrying(PUT, "${Busy}"),
    "an integration whose prefix is not certain": retrying(
        f"{STATES}bedrock:invokeModel", "Odd", "Bedrock.Odd"
    ),
    "a resource that is a substitution": retrying("${Put}", SDK_NAME),
    "a function that passes the error on": retrying(
        "arn:aws:lambda:ap-northeast-1:123456789012:function:put", SDK_NAME
    ),
}

LEAVES = {"a name that is no text": ("not-a-string", retrying(PUT, 5))}

test_flags = flags("wrong-error-prefix", FLAGS)
test_passes = passes("wrong-error-prefix", PASSES, beside={"missing-parameter", "lambda-without-retry"})
test_leaves = leaves("wrong-error-prefix", LEAVES)
