"""The constructs of the CDK that a workflow is given: tables, functions, topics and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exporters.formats.cdk.code import Call, Expression, Items, Name, Plain, Text
from exporters.permissions.statement import arn

_NAME = r"[A-Za-z0-9_.-]+"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of construct.

    `attributes` has the property for each attribute of the resource in CloudFormation, and for its `Ref`, by
    "". `imports` has the function that makes one from the value of such an attribute, with `options`, and
    `values` the form of these values. `arn` is the ARN of one that is given by its `Ref`, as the role's
    statements have it. `key` is the property with the key that encrypts it; for actions that a pattern of
    `key_actions` matches, a role needs these on the key as well.
    """

    noun: str
    type: str
    attributes: Mapping[str, str]
    imports: Mapping[str, str]
    values: Mapping[str, str]
    arn: str = ""
    options: tuple[tuple[str, Expression], ...] = ()
    key: str = ""
    key_actions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def imported(
        self, attribute: str, scope: Name, id: str, value: Expression, again: Expression | None = None
    ) -> Call:
        """Return the call that makes one which is there already, from the value of an attribute.

        `again` stands for a `value` that can be written once only.
        """
        arguments = (Name("this"), Text(id))
        if self.imports[attribute] == _BY_NAME and again:
            value = _name_of(value, again)
        if self.imports[attribute] != _BY_URL:
            return Call(self.imports[attribute], (*arguments, value), self.options)
        parts = Call("Fn.split", (Text("/"), again or value))
        name: Expression = Call("Fn.select", (Plain(4), parts))
        queue = Call(f"{scope.path}.formatArn", options=(("service", Text("sqs")), ("resource", name)))
        return Call(_BY_URL, arguments, (("queueUrl", value), ("queueArn", queue)))

    def of_key(self, actions: Iterable[str]) -> Iterator[str]:
        """Yield the actions that a role with `actions` needs on the key."""
        names = [action.partition(":")[2] for action in actions]
        for pattern, needed in self.key_actions.items():
            if any(re.match(pattern, name) for name in names):
                yield from needed

    def fits(self, attribute: str, value: str) -> bool:
        """True if the CDK takes the text `value` as that attribute."""
        return attribute in self.values and bool(re.fullmatch(self.values[attribute], value, re.ASCII))


def _arn_of(service: str, resource: str) -> str:
    return rf"arn:[\w-]+:{service}:[\w-]*:\d*:{resource}"


def _name_of(function: Expression, again: Expression) -> Expression:
    """The name of a function that is given by its name or its ARN: doubled, both have it as second part."""
    doubled = Call("Fn.join", (Text(":function:"), Items((function, again))))
    return Call("Fn.select", (Plain(1), Call("Fn.split", (Text(":function:"), doubled))))


_BY_NAME = "lambda.Function.fromFunctionName"
_DECRYPT = ("kms:Decrypt",)
_BOTH = ("kms:Decrypt", "kms:GenerateDataKey")
_BY_URL = "sqs.Queue.fromQueueAttributes"
TABLE = Kind(
    "table",
    "dynamodb.ITable",
    {"": "tableName", "Arn": "tableArn", "StreamArn": "tableStreamArn"},
    {"": "dynamodb.Table.fromTableName", "Arn": "dynamodb.Table.fromTableArn"},
    {"": _NAME, "Arn": _arn_of("dynamodb", f"table/{_NAME}")},
    arn("dynamodb", "table/{}"),
    key="encryptionKey",
    key_actions={
        "Get|BatchGet|Query|Scan|ConditionCheck|PartiQLSelect": _DECRYPT,
        "Put|Update|Delete|BatchWrite|PartiQL(?!Select)": (
            *_DECRYPT,
            "kms:Encrypt",
            "kms:GenerateDataKey*",
            "kms:ReEncrypt*",
        ),
    },
)
FUNCTION = Kind(
    "function",
    "lambda.IFunction",
    {"": "functionName", "Arn": "functionArn"},
    {"": _BY_NAME, "Arn": "lambda.Function.fromFunctionArn"},
    {"": r"[A-Za-z0-9_-]+", "Arn": _arn_of("lambda", r"function:[\w:$-]+")},
    arn("lambda", "function:{}"),
)
TOPIC = Kind(
    "topic",
    "sns.ITopic",
    {"": "topicArn", "TopicArn": "topicArn", "TopicName": "topicName"},
    {"": "sns.Topic.fromTopicArn"},
    {"": _arn_of("sns", _NAME)},
    "{}",
    key="masterKey",
    key_actions={"Publish": _BOTH},
)
QUEUE = Kind(
    "queue",
    "sqs.IQueue",
    {"": "queueUrl", "Arn": "queueArn", "QueueName": "queueName"},
    {"": _BY_URL, "Arn": "sqs.Queue.fromQueueArn"},
    {"": rf"https://[\w.-]+/\d+/{_NAME}", "Arn": _arn_of("sqs", _NAME)},
    arn("sqs", "{}"),
    key="encryptionMasterKey",
    key_actions={"Receive": _DECRYPT, "Send": _BOTH},
)
BUCKET = Kind(
    "bucket",
    "s3.IBucket",
    {"": "bucketName", "Arn": "bucketArn"},
    {"": "s3.Bucket.fromBucketName", "Arn": "s3.Bucket.fromBucketArn"},
    {"": r"(?!.*(?:\.\.|\.-|-\.))(?!\d+(?:\.\d+){3}$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "Arn": "(?!)"},
    "arn:${AWS::Partition}:s3:::{}",
    key="encryptionKey",
    key_actions={"GetObject": _DECRYPT, "PutObject": _BOTH},
)
BUS = Kind(
    "event bus",
    "events.IEventBus",
    {"": "eventBusName", "Arn": "eventBusArn", "Name": "eventBusName"},
    {"": "events.EventBus.fromEventBusName", "Arn": "events.EventBus.fromEventBusArn"},
    {"": _NAME, "Arn": _arn_of("events", f"event-bus/{_NAME}")},
    arn("events", "event-bus/{}"),
)
MACHINE = Kind(
    "state machine",
    "sfn.IStateMachine",
    {"": "stateMachineArn", "Arn": "stateMachineArn"},
    {"": "sfn.StateMachine.fromStateMachineArn"},
    {"": _arn_of("states", f"stateMachine:{_NAME}")},
    "{}",
)
KEY = Kind(
    "key",
    "kms.IKey",
    {"Arn": "keyArn"},
    {"Arn": "kms.Key.fromKeyArn"},
    {},
)
ROLE = Kind(
    "role",
    "iam.IRole",
    {"Arn": "roleArn"},
    {"Arn": "iam.Role.fromRoleArn"},
    {},
    options=(("mutable", Plain(False)),),
)

BY_FIELD = {
    ("dynamodb", "TableName"): TABLE,
    ("lambda", "FunctionName"): FUNCTION,
    ("sns", "TopicArn"): TOPIC,
    ("sns", "TargetArn"): TOPIC,
    ("sqs", "QueueUrl"): QUEUE,
    ("s3", "Bucket"): BUCKET,
    ("events", "EventBusName"): BUS,
    ("eventbridge", "EventBusName"): BUS,
    ("states", "StateMachineArn"): MACHINE,
    ("sfn", "StateMachineArn"): MACHINE,
}
"""The kind that a parameter of a service names."""
