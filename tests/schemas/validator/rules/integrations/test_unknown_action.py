"""A Resource calls an action that does not exist."""

from __future__ import annotations

from rule_cases import (
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

AT = "/States/A/Resource"


def flag(resource: str, meant: str | None, call: str, nearest: str | None = None) -> Flag:
    """A call of `resource`, which the rule's fix changes to `meant`."""
    params = {"call": call, **({"nearest": nearest} if nearest else {})}
    return Flag(alone(task(resource)), AT, params, safe_fix=alone(task(meant)) if meant else None)


FLAGS = {
    "an action of the SDK in another case": flag(
        f"{SDK}dynamodb:PutItem",
        f"{SDK}dynamodb:putItem",
        "aws-sdk:dynamodb:PutItem",
        "aws-sdk:dynamodb:putItem",
    ),
    "a misspelt action of the SDK": flag(
        f"{SDK}dynamodb:putItm", f"{SDK}dynamodb:putItem", "aws-sdk:dynamodb:putItm"
    ),
    "a service of the SDK in another case": flag(
        f"{SDK}dynamoDB:putItem", f"{SDK}dynamodb:putItem", "aws-sdk:dynamoDB:putItem"
    ),
    "a service by its name on the command line": flag(
        f"{SDK}stepfunctions:startExecution",
        f"{SDK}sfn:startExecution",
        "aws-sdk:stepfunctions:startExecution",
    ),
    "a service by its short name": flag(
        f"{SDK}logs:putLogEvents", f"{SDK}cloudwatchlogs:putLogEvents", "aws-sdk:logs:putLogEvents"
    ),
    "an optimized action in another case, which waits": flag(
        f"{STATES}lambda:Invoke.waitForTaskToken",
        f"{STATES}lambda:invoke.waitForTaskToken",
        "lambda:Invoke",
        "lambda:invoke",
    ),
    "a misspelt optimized action": flag(
        f"{STATES}sqs:sendMessages", f"{STATES}sqs:sendMessage", "sqs:sendMessages"
    ),
    "an action that only the SDK has": flag(
        f"{STATES}dynamodb:query", f"{SDK}dynamodb:query", "dynamodb:query", "aws-sdk:dynamodb:query"
    ),
    "a service that only the SDK has": flag(
        f"{STATES}s3:getObject", f"{SDK}s3:getObject", "s3:getObject", "aws-sdk:s3:getObject"
    ),
    "an action that no integration of the service has": flag(
        f"{STATES}lambda:frobnicate", None, "lambda:frobnicate"
    ),
    "another partition": flag(
        "arn:aws-cn:states:::sqs:sendMessages", "arn:aws-cn:states:::sqs:sendMessage", "sqs:sendMessages"
    ),
    "JSONata": Flag(
        jsonata({"A": task(f"{STATES}sqs:sendMessages")}),
        AT,
        safe_fix=jsonata({"A": task(f"{STATES}sqs:sendMessage")}),
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": task(f"{STATES}sqs:sendMessages")})),
        f"/States/Both/Branches/1{AT}",
        safe_fix=in_branch(machine({"A": task(f"{STATES}sqs:sendMessage")})),
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task(f"{STATES}lambda:frobnicate")})), f"/States/Each/ItemProcessor{AT}"
    ),
}

PASSES = {
    "an action of the SDK": alone(task(f"{SDK}dynamodb:putItem")),
    "an optimized action": alone(task(f"{STATES}sqs:sendMessage")),
    "an optimized action that waits": alone(task(f"{STATES}lambda:invoke.waitForTaskToken")),
    "a substitution for the action": alone(task(f"{STATES}sqs:${{Action}}")),
    "a substitution for the partition": alone(task("arn:${AWS::Partition}:states:::sqs:sendMessage")),
    "an activity of such a name": alone(task("arn:aws:states:us-east-1:123456789012:activity:sendMessages")),
}

LEAVES = {
    "an action that may be younger than the index": (
        "unlisted-action",
        alone(task(f"{SDK}dynamodb:orderLunch")),
    ),
    "a service that may be younger than the index": ("unlisted-action", alone(task(f"{SDK}brandnew:doIt"))),
    "an action that cannot be waited for": ("unsupported-pattern", alone(task(f"{STATES}sns:publish.sync"))),
}

test_flags = flags("unknown-action", FLAGS)
test_passes = passes("unknown-action", PASSES, beside={"token-not-passed", "token-wait-unbounded"})
test_leaves = leaves("unknown-action", LEAVES)
