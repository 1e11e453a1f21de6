"""A Lambda function does what the workflow can do itself."""

from __future__ import annotations

from rule_cases import DONE, STATES, Flag, flags, jsonata, machine, operated, passes, task

ANSWERED = {"failures": [{"what": "Refused", "answer": "human", "tell": "Desk"}]}
INVOKE = f"{STATES}lambda:invoke"
LAMBDA = ["Lambda.ServiceException", "Lambda.TooManyRequestsException"]
CALL = {"FunctionName": "f", "Payload.$": "$"}
KEYED = {"TableName": "${ReadCartTable}", "Key": {"id": {"S": "id"}}}
WRITTEN = {
    "TableName": "${ReadCartTable}",
    "Item": {"id": {"S": "id"}},
    "ConditionExpression": "attribute_not_exists(#id)",
    "ExpressionAttributeNames": {"#id": "id"},
}


def does(function: str) -> dict:
    return {"Read Cart": {"function": function, **ANSWERED}}


def one(fields: dict, after: dict = DONE) -> dict:
    return machine({"Read Cart": fields, "Done": after})


READ = task(INVOKE, Parameters=CALL, Next="Done", Retry=[{"ErrorEquals": LAMBDA}])
WRITE = task(INVOKE, Parameters=CALL, ResultPath=None, Next="Done")
COMPARE = task(
    INVOKE,
    Parameters=CALL,
    Next="Done",
    Comment="Stock?",
    Catch=[{"ErrorEquals": ["SoldOut"], "ResultPath": None, "Next": "Sold out"}],
)

FLAGS = {
    "reads a table": Flag(
        operated(one(READ), does("oneTable")),
        "/States/Read Cart",
        {"oneTable": ""},
        unsafe_fix=one(task(f"{STATES}dynamodb:getItem", Parameters=KEYED, Next="Done")),
    ),
    "writes a table": Flag(
        operated(one(WRITE), does("oneTable")),
        "/States/Read Cart",
        unsafe_fix=one(
            task(
                f"{STATES}dynamodb:putItem",
                Parameters=WRITTEN,
                ResultPath=None,
                Next="Done",
                Catch=[
                    {
                        "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"],
                        "ResultPath": None,
                        "Next": "Done",
                    }
                ],
            )
        ),
    ),
    "reads a table in JSONata": Flag(
        operated(
            jsonata(
                {"Read Cart": task(INVOKE, Arguments={"FunctionName": "f"}, Output="{% $states.result %}")}
            ),
            does("oneTable"),
        ),
        "/States/Read Cart",
        unsafe_fix=jsonata(
            {"Read Cart": task(f"{STATES}dynamodb:getItem", Arguments=KEYED, Output="{% $states.result %}")}
        ),
    ),
    "compares": Flag(
        operated(machine({"Read Cart": COMPARE, "Sold out": DONE, "Done": DONE}), does("compares")),
        "/States/Read Cart",
        {"compares": ""},
        unsafe_fix=machine(
            {
                "Read Cart": {
                    "Type": "Choice",
                    "Comment": "Stock?",
                    "Choices": [{"Variable": "$.key", "StringEquals": "value", "Next": "Sold out"}],
                    "Default": "Done",
                },
                "Sold out": DONE,
                "Done": DONE,
            }
        ),
    ),
    "compares at the end, where a Choice cannot stand": Flag(
        operated(machine({"Read Cart": task(INVOKE, Parameters=CALL)}), does("compares")), "/States/Read Cart"
    ),
    "notifies, by the function's own ARN": Flag(
        operated(
            one(task("arn:aws:lambda:us-east-1:111111111111:function:mail", Next="Done")),
            does("startsOrNotifies"),
        ),
        "/States/Read Cart",
        {"startsOrNotifies": ""},
        unsafe_fix=one(
            task(
                f"{STATES}sns:publish",
                Next="Done",
                Parameters={"TopicArn": "${ReadCartTopic}", "Message": "message"},
            )
        ),
    ),
}

PASSES = {
    "a function that does more": operated(one(READ), does("more")),
    "nobody has asked": operated(one(READ), {"Read Cart": ANSWERED}),
    "a call of a table": operated(
        one(task(f"{STATES}dynamodb:getItem", Parameters=KEYED, Next="Done")), does("oneTable")
    ),
    "a function that waits for its token": operated(
        one(
            task(
                f"{INVOKE}.waitForTaskToken",
                Parameters={"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}},
                TimeoutSeconds=60,
                Next="Done",
            )
        ),
        {
            "Read Cart": {
                "function": "startsOrNotifies",
                "owner": "Desk",
                "escalation": "Its head",
                **ANSWERED,
            }
        },
    ),
}

test_flags = flags("replaceable-function", FLAGS)
test_passes = passes("replaceable-function", PASSES)
