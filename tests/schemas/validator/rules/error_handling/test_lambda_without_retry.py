"""A Lambda function is called without a retrier for Lambda's own errors."""

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
    machine,
    passes,
    task,
)

INVOKE = f"{STATES}lambda:invoke"
FUNCTION = "arn:aws:lambda:ap-northeast-1:123456789012:function:stock"
GIVEN = {"Parameters": {"FunctionName": "stock"}}
STOCK = task(INVOKE, **GIVEN)
BUSY = {"ErrorEquals": ["Busy"]}
ADDED = {
    "ErrorEquals": [
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
    ],
    "IntervalSeconds": 1,
    "MaxAttempts": 3,
    "BackoffRate": 2,
    "JitterStrategy": "FULL",
}


def unretried(call):
    """A case in which `call` has no Retry."""
    return Flag(alone(call), "/States/A", {"state": "A"}, unsafe_fix=alone({**call, "Retry": [ADDED]}))


FLAGS = {
    "no Retry": unretried(STOCK),
    "an empty Retry": unretried({**STOCK, "Retry": []}),
    "the ARN of a function": unretried(task(FUNCTION)),
    "the ARN of a version": unretried(task(f"{FUNCTION}:7")),
    "an ARN with substitutions": unretried(task("arn:aws:lambda:${Region}:${Account}:function:stock")),
    "another partition": unretried(task("arn:aws-cn:states:::lambda:invoke", **GIVEN)),
    "an answer is waited for": unretried(
        task(
            f"{INVOKE}.waitForTaskToken",
            TimeoutSeconds=60,
            Parameters={"FunctionName": "stock", "Payload": {"token.$": "$$.Task.Token"}},
        )
    ),
    "a retrier of another error": Flag(
        alone({**STOCK, "Retry": [BUSY]}),
        "/States/A",
        unsafe_fix=alone({**STOCK, "Retry": [ADDED, BUSY]}),
    ),
    "a retrier of throttling only": Flag(
        alone({**STOCK, "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"]}]}),
        "/States/A",
        unsafe_fix=alone({**STOCK, "Retry": [ADDED, {"ErrorEquals": ["Lambda.TooManyRequestsException"]}]}),
    ),
    "a catcher is no retrier": Flag(
        machine({"A": {**STOCK, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]}, "B": DONE}),
        "/States/A",
        unsafe_fix=machine(
            {
                "A": {**STOCK, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "Retry": [ADDED]},
                "B": DONE,
            }
        ),
    ),
    "a Retry that is no list has no fix": Flag(alone({**STOCK, "Retry": BUSY}), "/States/A"),
    "an Express machine": Flag(
        Express(alone(STOCK)), "/States/A", unsafe_fix=alone({**STOCK, "Retry": [ADDED]})
    ),
    "in JSONata": Flag(
        jsonata({"A": task(INVOKE, Arguments={"FunctionName": "stock"})}),
        "/States/A",
        unsafe_fix=jsonata({"A": task(INVOKE, Arguments={"FunctionName": "stock"}, Retry=[ADDED])}),
    ),
    "inside a Map": Flag(
        in_map(alone(STOCK)),
        "/States/Each/ItemProcessor/States/A",
        unsafe_fix=in_map(alone({**STOCK, "Retry": [ADDED]})),
    ),
    "inside a branch": Flag(
        in_branch(alone(STOCK)),
        "/States/Both/Branches/1/States/A",
        unsafe_fix=in_branch(alone({**STOCK, "Retry": [ADDED]})),
    ),
}


def retried(*errors):
    return alone({**STOCK, "Retry": [{"ErrorEquals": [error]} for error in errors]})


PASSES = {
    "a retrier of the service's errors": alone({**STOCK, "Retry": [ADDED]}),
    "a retrier of one of them": retried("Lambda.ServiceException"),
    "a retrier of every failure": retried("States.TaskFailed"),
    "a retrier of every error": retried("States.ALL"),
    "the second of two retriers": retried("Busy", "Lambda.AWSLambdaException"),
    "a retrier that never retries": alone(
        {**STOCK, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 0}]}
    ),
    "a substitution may be anything": alone(task("${StockFunction}")),
    "another service": alone(
        task(f"{STATES}sqs:sendMessage", Parameters={"QueueUrl": "${Queue}", "MessageBody": "stock"})
    ),
    "a function of another service": alone(task("arn:aws:iot:ap-northeast-1:123456789012:function:stock")),
    "a call of the SDK": alone(task(f"{SDK}lambda:invoke", **GIVEN)),
}

test_flags = flags("lambda-without-retry", FLAGS)
test_passes = passes("lambda-without-retry", PASSES, beside={"bad-resource"})
