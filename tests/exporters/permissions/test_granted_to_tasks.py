"""Each integration's Task and the IAM statements that it needs, as AWS's guide lists them."""

from __future__ import annotations

import pytest
from granting import KEEP_RULE, RULE, Granted, arn, granted, task

from schemas.core.paths import Json

FUNCTION = "arn:aws:lambda:ap-northeast-1:123456789012:function:pay"
MACHINE = "arn:aws:states:ap-northeast-1:123456789012:stateMachine:ship"
TOPIC = "arn:aws:sns:ap-northeast-1:123456789012:staff"
STOCK = arn("dynamodb", "table/stock")
INVOKE = "arn:aws:states:::lambda:invoke"
START = "arn:aws:states:::states:startExecution"
SDK = "arn:aws:states:::aws-sdk:"

CASES: list[tuple[str, dict[str, Json], Granted | None]] = [
    ("a function's own arn", task(FUNCTION), [(["lambda:InvokeFunction"], [FUNCTION])]),
    ("a placeholder", task("${PayArn}"), [(["lambda:InvokeFunction"], ["${PayArn}"])]),
    ("a function by arn", task(INVOKE, FunctionName=FUNCTION), [(["lambda:InvokeFunction"], [FUNCTION])]),
    (
        "a function by name",
        task(INVOKE, FunctionName="pay"),
        [(["lambda:InvokeFunction"], [arn("lambda", "function:pay")])],
    ),
    (
        "a function by placeholder",
        task(INVOKE, FunctionName="${Pay}"),
        [(["lambda:InvokeFunction"], [arn("lambda", "function:${Pay}")])],
    ),
    (
        "a function's version",
        task(INVOKE, FunctionName=FUNCTION, Qualifier="live"),
        [(["lambda:InvokeFunction"], [f"{FUNCTION}:live"])],
    ),
    ("a function by path", task(INVOKE, FunctionName_="$.name"), [(["lambda:InvokeFunction"], ["*"])]),
    (
        "an item of a table",
        task("arn:aws:states:::dynamodb:updateItem", TableName="stock"),
        [(["dynamodb:UpdateItem"], [STOCK])],
    ),
    (
        "an item of a table through the sdk",
        task(f"{SDK}dynamodb:query", TableName="stock", IndexName="by-shop"),
        [
            (
                ["dynamodb:Query"],
                [arn("dynamodb", "table/stock"), arn("dynamodb", "table/stock/index/by-shop")],
            )
        ],
    ),
    (
        "a transaction",
        task(
            f"{SDK}dynamodb:transactWriteItems",
            TransactItems=[{"Put": {"TableName": "order"}}, {"ConditionCheck": {"TableName": "stock"}}],
        ),
        [
            (["dynamodb:PutItem"], [arn("dynamodb", "table/order")]),
            (["dynamodb:ConditionCheckItem"], [STOCK]),
        ],
    ),
    (
        "a batch",
        task(f"{SDK}dynamodb:batchWriteItem", RequestItems={"order": []}),
        [(["dynamodb:BatchWriteItem"], [arn("dynamodb", "table/order")])],
    ),
    ("a topic", task("arn:aws:states:::sns:publish", TopicArn=TOPIC), [(["sns:Publish"], [TOPIC])]),
    ("a telephone", task("arn:aws:states:::sns:publish", PhoneNumber="+81"), [(["sns:Publish"], ["*"])]),
    (
        "a queue that answers",
        task(
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            QueueUrl="https://sqs.us-east-1.amazonaws.com/123456789012/work",
        ),
        [(["sqs:SendMessage"], ["arn:${AWS::Partition}:sqs:us-east-1:123456789012:work"])],
    ),
    (
        "a queue by placeholder",
        task("arn:aws:states:::sqs:sendMessage", QueueUrl="${Work}"),
        [(["sqs:SendMessage"], [arn("sqs", "${Work}")])],
    ),
    ("a workflow started", task(START, StateMachineArn=MACHINE), [(["states:StartExecution"], [MACHINE])]),
    (
        "a workflow waited for",
        task(f"{START}.sync:2", StateMachineArn=MACHINE),
        [
            (["states:StartExecution"], [MACHINE]),
            (
                ["states:DescribeExecution", "states:StopExecution"],
                ["arn:aws:states:ap-northeast-1:123456789012:execution:ship:*"],
            ),
            (KEEP_RULE, [f"{RULE}EventsForStepFunctionsExecutionRule"]),
        ],
    ),
    (
        "events",
        task("arn:aws:states:::events:putEvents", Entries=[{"EventBusName": "shop"}, {"Source": "x"}]),
        [(["events:PutEvents"], [arn("events", "event-bus/shop"), arn("events", "event-bus/default")])],
    ),
    (
        "a method of an api",
        task(
            "arn:aws:states:::apigateway:invoke",
            ApiEndpoint="abc.execute-api.ap-northeast-1.amazonaws.com",
            Method="POST",
            Stage="v1",
            Path="/orders",
        ),
        [(["execute-api:Invoke"], [arn("execute-api", "abc/v1/POST/orders")])],
    ),
    (
        "a model asked",
        task("arn:aws:states:::bedrock:invokeModel", ModelId="amazon.nova-lite-v1:0"),
        [
            (
                ["bedrock:InvokeModel"],
                ["arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.nova-lite-v1:0"],
            )
        ],
    ),
    (
        "an object read",
        task(f"{SDK}s3:headObject", Bucket="shop", Key="a.csv"),
        [(["s3:GetObject"], ["arn:${AWS::Partition}:s3:::shop/a.csv"])],
    ),
    (
        "a bucket listed",
        task(f"{SDK}s3:listObjectsV2", Bucket="${Bucket}"),
        [(["s3:ListBucket"], ["arn:${AWS::Partition}:s3:::${Bucket}"])],
    ),
    (
        "a service under another name",
        task(f"{SDK}sfn:sendTaskSuccess"),
        [(["states:SendTaskSuccess"], ["*"])],
    ),
    ("a service of the sdk", task(f"{SDK}rekognition:detectLabels"), [(["rekognition:DetectLabels"], ["*"])]),
    ("an activity", task("arn:aws:states:us-east-1:123456789012:activity:pack"), []),
    ("kubernetes", task("arn:aws:states:::eks:call"), []),
    (
        "a partition by placeholder",
        task("arn:${AWS::Partition}:states:::sns:publish"),
        [(["sns:Publish"], ["*"])],
    ),
    ("an operation without an action", task(f"{SDK}apigateway:getRestApis"), None),
    ("a service that does not exist", task(f"{SDK}teleport:beam"), None),
    ("no arn", task("_tbd_"), None),
    ("no resource", {"Type": "Task", "End": True}, None),
]


@pytest.mark.parametrize(
    ("fields", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_granted(fields: dict[str, Json], expected: list[tuple[list[str], list[str]]] | None) -> None:
    assert granted(fields) == expected
