"""The notification of failures in a module: a rule of EventBridge that writes to a topic of SNS."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.formats.terraform.hcl import Block, Call, Expression, Value
from exporters.formats.terraform.module import EMAIL, TOPIC, Module, hcl_value
from exporters.fragments.machine import Machine
from exporters.notification.notification import has_notifier, notification
from schemas.core.coerce import mapping
from schemas.core.paths import Json

_RULE = "aws_cloudwatch_event_rule.failures.arn"


def tells_by_rule(module: Module) -> bool:
    """Return true if the module has the notification; an alarm and a second machine it has not."""
    setting = module.deployment.notification
    return setting.is_on and module.workflow.design.type == "STANDARD" and not has_notifier(module)


def makes_topic(module: Module) -> bool:
    """Return true if the topic is made, not named."""
    setting = module.deployment.notification
    return tells_by_rule(module) and not (setting.topic or setting.topic_parameter)


def telling_variables(module: Module) -> Iterator[tuple[str, str, str, Value]]:
    """Yield the variables of the notification: name, description, type and default."""
    setting = module.deployment.notification
    if makes_topic(module):
        words = "The mail address that failures are told to; may be empty"
        yield EMAIL, words, "string", setting.email
    elif tells_by_rule(module) and setting.topic_parameter:
        yield TOPIC, "The ARN of the SNS topic that failures are told to", "string", None


def telling(module: Module) -> Iterator[Block]:
    """Yield the blocks of the notification; none where it is not wanted, or not of this form."""
    if not tells_by_rule(module):
        return
    setting = module.deployment.notification
    topic: Value = setting.topic or Expression(
        f"var.{TOPIC}" if setting.topic_parameter else "aws_sns_topic.failures.arn"
    )
    if makes_topic(module):
        yield from _topic(module)
    told = notification(module, Machine.in_template(module.ids.machine))
    rule = mapping(mapping(told.resources[module.ids.of_notification("Rule")])["Properties"])
    (consoles,) = told.mappings.values()
    yield Block(
        ("resource", "aws_cloudwatch_event_rule", "failures"),
        {
            "description": hcl_value(rule["Description"]),
            "event_pattern": Call("jsonencode", (hcl_value(rule["EventPattern"]),)),
        },
    )
    yield _target(rule, topic)
    domains: dict[str, Value] = {
        partition: str(mapping(fields)["Domain"]) for partition, fields in mapping(consoles).items()
    }
    yield Block(("locals",), {"consoles": domains})


def _topic(module: Module) -> Iterator[Block]:
    topic = Expression("aws_sns_topic.failures.arn")
    yield Block(
        ("resource", "aws_sns_topic", "failures"), {"name_prefix": Expression('"${var.name}-failures-"')}
    )
    statement: dict[str, Value] = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sns:Publish",
        "Resource": topic,
        "Condition": {"ArnEquals": {"aws:SourceArn": Expression(_RULE)}},
    }
    document: dict[str, Value] = {"Version": "2012-10-17", "Statement": [statement]}
    yield Block(
        ("resource", "aws_sns_topic_policy", "failures"),
        {"arn": topic, "policy": Call("jsonencode", (document,))},
    )
    yield Block(
        ("resource", "aws_sns_topic_subscription", "failures"),
        {
            "count": Expression(f'var.{EMAIL} == "" ? 0 : 1'),
            "topic_arn": topic,
            "protocol": "email",
            "endpoint": Expression(f"var.{EMAIL}"),
        },
    )


def _target(rule: dict[str, Json], topic: Value) -> Block:
    targets = rule["Targets"]
    sent = mapping(targets[0] if isinstance(targets, list) else None)
    transformer, retry = mapping(sent["InputTransformer"]), mapping(sent["RetryPolicy"])
    return Block(
        ("resource", "aws_cloudwatch_event_target", "failures"),
        {"rule": Expression("aws_cloudwatch_event_rule.failures.name"), "arn": topic},
        (
            Block(
                ("input_transformer",),
                {
                    "input_paths": hcl_value(transformer["InputPathsMap"]),
                    "input_template": hcl_value(transformer["InputTemplate"]),
                },
            ),
            Block(
                ("retry_policy",),
                {
                    "maximum_event_age_in_seconds": hcl_value(retry["MaximumEventAgeInSeconds"]),
                    "maximum_retry_attempts": hcl_value(retry["MaximumRetryAttempts"]),
                },
            ),
        ),
    )
