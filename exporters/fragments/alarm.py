"""Alarms of CloudWatch on the sum of a metric."""

from __future__ import annotations

from exporters.fragments.fragment import Fragment, Members
from schemas.core.paths import Json

ALARMS = "cloudwatch.amazonaws.com"
MOST_DESCRIPTION = 1024
"""The letters that CloudWatch takes as the description of an alarm."""


def alarm(
    id: str, topic: Json, metric: Members, description: str, threshold: int = 1, seconds: int = 300
) -> Fragment:
    """An alarm that tells the topic as soon as the sum of the metric in `seconds` reaches the threshold."""
    properties: Json = {
        "AlarmDescription": description[:MOST_DESCRIPTION],
        **metric,
        "Statistic": "Sum",
        "Period": seconds,
        "EvaluationPeriods": 1,
        "Threshold": threshold,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
        "AlarmActions": [topic],
    }
    return Fragment(resources={id: {"Type": "AWS::CloudWatch::Alarm", "Properties": properties}})


def machine_metric(name: str, machine: Json) -> Members:
    """A metric of Step Functions on one machine, by its ARN."""
    return {
        "Namespace": "AWS/States",
        "MetricName": name,
        "Dimensions": [{"Name": "StateMachineArn", "Value": machine}],
    }
