"""Alarms on executions: metrics and limits, and a topic that only they may publish to."""

from __future__ import annotations

import pytest
import yaml
from cfnlint.api import lint
from flows import started, workflow

from exporters import export, notices
from schemas.core.paths import Json
from schemas.sidecar.workflow import Workflow
from schemas.validator.check_design import check_design

SOURCE = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "ResultPath": null, "End": true}}}'
TOPIC = "arn:aws:sns:ap-northeast-1:123456789012:alerts"
METRICS = ("executionsFailed", "executionsTimedOut", "executionsAborted", "executionThrottled")


def watching(alarms: Json, **design: Json) -> Workflow:
    return workflow("watched", SOURCE, deployment={"alarms": alarms}, **design)


def template_of(workflow: Workflow) -> dict:
    text = export(workflow, "cloudformation")[0].data.decode()
    assert [match.message for match in lint(text)] == []
    return dict(yaml.safe_load(text))


def alarms_of(template: dict) -> dict[str, dict]:
    found = template["Resources"].values()
    return {
        item["Properties"]["MetricName"]: item["Properties"]
        for item in found
        if item["Type"] == "AWS::CloudWatch::Alarm"
    }


def test_an_alarm_has_its_metric_its_limit_and_its_machine() -> None:
    alarms = alarms_of(template_of(watching({name: {"threshold": 2, "minutes": 10} for name in METRICS})))
    assert sorted(alarms) == [
        "ExecutionThrottled",
        "ExecutionsAborted",
        "ExecutionsFailed",
        "ExecutionsTimedOut",
    ]
    for alarm in alarms.values():
        assert (alarm["Namespace"], alarm["Threshold"], alarm["Period"]) == ("AWS/States", 2, 600)
        assert alarm["ComparisonOperator"] == "GreaterThanOrEqualToThreshold"
        assert alarm["Dimensions"] == [{"Name": "StateMachineArn", "Value": {"Ref": "StateMachine"}}]
        assert alarm["AlarmActions"] == [{"Ref": "ExecutionAlarmTopic"}]


def test_only_the_alarms_of_this_account_may_use_the_topic_which_has_no_key() -> None:
    template = template_of(started())
    assert template["Resources"]["ExecutionAlarmTopic"] == {"Type": "AWS::SNS::Topic"}
    policy = template["Resources"]["ExecutionAlarmTopicPolicy"]["Properties"]["PolicyDocument"]
    (statement,) = policy["Statement"]
    assert statement["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert (statement["Action"], statement["Resource"]) == ("sns:Publish", {"Ref": "ExecutionAlarmTopic"})
    assert statement["Condition"]["StringEquals"] == {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    sources = [each["Fn::GetAtt"][0] for each in statement["Condition"]["ArnEquals"]["aws:SourceArn"]]
    assert sources == ["ExecutionAlarmExecutionsFailed", "ExecutionAlarmExecutionThrottled"]
    assert template["Parameters"]["ExecutionAlarmEmail"]["Default"] == "shop@example.com"


@pytest.mark.parametrize(("topic", "action"), [(TOPIC, TOPIC), ({"parameter": "Alerts"}, {"Ref": "Alerts"})])
def test_a_topic_that_is_there_already_is_told_and_left_alone(topic: Json, action: Json) -> None:
    found = watching({"executionsFailed": {"threshold": 1}, "topic": topic})
    template = template_of(found)
    assert alarms_of(template)["ExecutionsFailed"]["AlarmActions"] == [action]
    assert not any("SNS" in item["Type"] for item in template["Resources"].values())
    page = {file.path: file.data.decode() for file in export(found, "cloudformation")}["README.md"]
    assert "`cloudwatch.amazonaws.com`" in page and "alias/aws/sns" in page


def test_an_express_workflow_has_the_alarms_of_its_metrics_and_its_export_says_so() -> None:
    express = watching({name: {"threshold": 1} for name in METRICS}, type="EXPRESS")
    assert sorted(alarms_of(template_of(express))) == ["ExecutionsFailed", "ExecutionsTimedOut"]
    assert [notice.code for notice in notices(export(express, "cloudformation"))] == ["express-alarms"]


@pytest.mark.parametrize(
    ("alarm", "code"),
    [
        ({}, "missing-field"),
        ({"threshold": 0}, "too-small"),
        ({"threshold": "many"}, "not-a-whole-number"),
        ({"threshold": 1, "minutes": 2000}, "too-large"),
    ],
)
def test_an_alarm_that_is_none_is_told(alarm: Json, code: str) -> None:
    (found,) = check_design(watching({"executionsFailed": alarm}).design)
    assert found.code == code
