"""An error name is nearly that of an error which the service raises."""

from __future__ import annotations

from rule_cases import DONE, SDK, STATES, Flag, alone, flags, in_branch, leaves, machine, passes, task

FIRST = "/States/A/Retry/0/ErrorEquals/0"


def retrying(resource, *names, build=alone):
    return build(task(resource, Retry=[{"ErrorEquals": list(names)}]))


def wrong(resource, name, meant):
    return Flag(
        retrying(resource, name),
        FIRST,
        {"name": name, "meant": meant},
        unsafe_fix=retrying(resource, meant),
    )


GET = f"{SDK}s3:getObject"


def caught(name):
    return machine({"A": task(GET, Catch=[{"ErrorEquals": [name], "Next": "B"}]), "B": DONE})


FLAGS = {
    "no suffix": wrong(GET, "S3.NoSuchKey", "S3.NoSuchKeyException"),
    "other letters": wrong(GET, "S3.nosuchkeyexception", "S3.NoSuchKeyException"),
    "the service's own suffix": wrong(
        f"{SDK}rds:startDBInstance", "Rds.DBInstanceNotFoundFault", "Rds.DbInstanceNotFoundException"
    ),
    "capitals in a row, which the SDK does not keep": wrong(
        f"{SDK}lambda:getFunction", "Lambda.KMSDisabledException", "Lambda.KmsDisabledException"
    ),
    "an error of the service that its name calls an error": wrong(
        f"{SDK}dynamodb:putItem", "DynamoDb.InternalServerError", "DynamoDb.InternalServerErrorException"
    ),
    "an optimized integration": wrong(
        f"{STATES}dynamodb:putItem",
        "DynamoDB.ConditionalCheckFailed",
        "DynamoDB.ConditionalCheckFailedException",
    ),
    "other letters, optimized": wrong(
        f"{STATES}dynamodb:putItem",
        "DynamoDB.conditionalCheckFailedException",
        "DynamoDB.ConditionalCheckFailedException",
    ),
    "a catcher": Flag(
        caught("S3.NoSuchKey"),
        "/States/A/Catch/0/ErrorEquals/0",
        unsafe_fix=caught("S3.NoSuchKeyException"),
    ),
    "inside a branch": Flag(
        in_branch(retrying(GET, "S3.NoSuchBucket")),
        f"/States/Both/Branches/1{FIRST}",
        unsafe_fix=in_branch(retrying(GET, "S3.NoSuchBucketException")),
    ),
}

PASSES = {
    "the exception of the SDK": retrying(GET, "S3.NoSuchKeyException", "S3.S3Exception"),
    "an error that no operation declares": retrying(GET, "S3.SlowDown", "S3.SlowDownException", "S3.Odd"),
    "either spelling where the optimized integration's is not sure": retrying(
        f"{STATES}dynamodb:putItem", "DynamoDB.InternalServerError", "DynamoDB.InternalServerErrorException"
    ),
    "an error that a Fail raises": machine(
        {
            "A": task(GET, Catch=[{"ErrorEquals": ["S3.NoSuchKey"], "Next": "B"}]),
            "B": {"Type": "Fail", "Error": "S3.NoSuchKey"},
        }
    ),
    "an error that is sent back with the token": alone(
        task(
            f"{SDK}sqs:sendMessage.waitForTaskToken",
            Parameters={"QueueUrl": "${Queue}", "MessageBody.$": "$$.Task.Token"},
            Retry=[{"ErrorEquals": ["Sqs.InvalidAddress"]}],
            TimeoutSeconds=60,
        )
    ),
}

LEAVES = {
    "a name under another prefix": ("wrong-error-prefix", retrying(GET, "s3.NoSuchKey")),
    "a name that is no text": ("not-a-string", retrying(GET, 5)),
}

test_flags = flags("wrong-error-name", FLAGS)
test_passes = passes("wrong-error-name", PASSES, beside={"missing-parameter"})
test_leaves = leaves("wrong-error-name", LEAVES)
