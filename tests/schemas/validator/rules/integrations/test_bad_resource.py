"""A Resource is not the ARN of something that a Task can call."""

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

FUNCTION = "arn:aws:lambda:ap-northeast-1:123456789012:function:pay"
AT = "/States/A/Resource"

FLAGS = {
    "another service's ARN": Flag(
        alone(task("arn:aws:s3:::bucket")),
        AT,
        {"resource": "arn:aws:s3:::bucket", "form": "arn:aws:states:::lambda:invoke"},
    ),
    "two words with a colon": Flag(alone(task("foo:bar")), AT),
    "a partition that does not exist": Flag(alone(task("arn:aws-moon:states:::lambda:invoke")), AT),
    "no partition": Flag(alone(task("arn::states:::lambda:invoke")), AT),
    "a function without an account": Flag(
        alone(task(FUNCTION.replace("123456789012", ""))),
        AT,
        {"form": "arn:aws:lambda:REGION:123456789012:function:NAME"},
    ),
    "a function with eleven digits of an account": Flag(alone(task(FUNCTION.replace("12:f", "1:f"))), AT),
    "a function with an empty alias": Flag(alone(task(f"{FUNCTION}:")), AT),
    "a function with two aliases": Flag(alone(task(f"{FUNCTION}:a:b")), AT),
    "an activity without a name": Flag(
        alone(task("arn:aws:states:us-east-1:123456789012:activity:")),
        AT,
        {"form": "arn:aws:states:REGION:123456789012:activity:NAME"},
    ),
    "the ARN of a state machine": Flag(
        alone(task("arn:aws:states:us-east-1:123456789012:stateMachine:pay:live")), AT
    ),
    "a space behind the ARN": Flag(alone(task(f"{FUNCTION} ")), AT),
    "JSONata, for a Resource is no expression": Flag(jsonata({"A": task("arn:aws:s3:::bucket")}), AT),
    "a state of a branch": Flag(
        in_branch(machine({"A": task("arn:aws:s3:::bucket")})), f"/States/Both/Branches/1{AT}"
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task("arn:aws:s3:::bucket")})), f"/States/Each/ItemProcessor{AT}"
    ),
}

PASSES = {
    "a function": alone(task(FUNCTION)),
    "the latest version of a function": alone(task(f"{FUNCTION}:$LATEST")),
    "an alias of a function": alone(task(f"{FUNCTION}:live")),
    "a version of a function in China": alone(
        task("arn:aws-cn:lambda:cn-north-1:123456789012:function:pay:7")
    ),
    "an activity in Japanese": alone(task("arn:aws:states:us-east-1:123456789012:activity:梱包")),
    "an integration": alone(task(f"{STATES}states:startExecution.sync:2")),
    "an integration of a government's partition": alone(task("arn:aws-us-gov:states:::lambda:invoke")),
    "an integration with a region and an account": alone(
        task("arn:aws:states:us-east-1:123456789012:aws-sdk:s3:listBuckets")
    ),
    "a call of the SDK that waits for a token": alone(task(f"{SDK}s3:listBuckets.waitForTaskToken")),
    "a substitution for the whole": alone(task("${PayArn}")),
    "a substitution for the partition": alone(task("arn:${AWS::Partition}:states:::sns:publish")),
    "a substitution for the action": alone(task(f"{STATES}${{Call}}")),
    "a template's own function": alone(task({"Fn::GetAtt": ["Pay", "Arn"]})),
    "substitutions for the parts of a function's ARN": alone(
        task("arn:aws:lambda:${Region}:${Account}:function:${Name}")
    ),
    "another template's substitutions": alone(
        task("arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:pay")
    ),
}

LEAVES = {
    "a text without colons": ("resource-not-arn", alone(task("pay"))),
    "an action that does not exist": ("unknown-action", alone(task(f"{STATES}sqs:sendMessages"))),
}

test_flags = flags("bad-resource", FLAGS)
test_passes = passes("bad-resource", PASSES, beside={"token-not-passed", "token-wait-unbounded"})
test_leaves = leaves("bad-resource", LEAVES)
