"""The resources of a notification in a template: rule, topic, roles, queue, alarms; the page beside."""

from __future__ import annotations

import json

import pytest
from cfnlint.api import lint
from flows import HOSTILE, told
from notifying import telling, template_of

from designer.library.samples import samples
from exporters import export, notices
from exporters.notification.wording import notification_lines
from schemas import Document
from schemas.core.edits import Set
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

TOPIC = "arn:aws:sns:ap-northeast-1:123456789012:alerts"
KEY = "arn:aws:kms:ap-northeast-1:123456789012:key/k"


def of_type(template: dict, type: str) -> dict[str, dict]:
    """The properties of the notification's resources of this type, by their ids."""
    found = template["Resources"].items()
    return {id: item["Properties"] for id, item in found if id.startswith("Failure") and item["Type"] == type}


def page_of(workflow: Workflow) -> str:
    files = {file.path: file.data.decode() for file in export(workflow, "cloudformation", force=True)}
    return files["README.md"]


@pytest.mark.parametrize("name", samples())
@pytest.mark.parametrize(
    "setting", [{}, {"findState": True, "form": "chat", "topic": {"parameter": "Alerts"}}]
)
def test_cfn_lint_finds_nothing_in_a_sample_with_a_notification(name: str, setting: dict[str, Json]) -> None:
    text = export(telling(name, **setting), "cloudformation")[0].data.decode()
    assert [match.message for match in lint(text)] == []
    assert len(text.encode()) < 100_000


@pytest.mark.parametrize("name", samples())
def test_without_the_setting_nothing_is_written(name: str) -> None:
    assert "Failure" not in str(template_of(telling(name, enabled=False))["Resources"].keys())


def test_the_rule_tells_of_the_ends_that_are_wanted() -> None:
    template = template_of(telling("checkout", statuses=["ABORTED", "FAILED"], email="shop@example.com"))
    (rule,) = of_type(template, "AWS::Events::Rule").values()
    assert rule["EventPattern"] == {
        "source": ["aws.states"],
        "detail-type": ["Step Functions Execution Status Change"],
        "detail": {"status": ["FAILED", "ABORTED"], "stateMachineArn": [{"Ref": "StateMachine"}]},
    }
    (target,) = rule["Targets"]
    assert target["Arn"] == {"Ref": "FailureTopic"}
    assert target["DeadLetterConfig"] == {"Arn": {"Fn::GetAtt": ["FailureQueue", "Arn"]}}
    assert template["Parameters"]["FailureEmail"]["Default"] == "shop@example.com"
    assert template["Resources"]["FailureSubscription"]["Condition"] == "FailureEmailGiven"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_line_of_the_text_is_in_quotes_that_nothing_ends(language: str) -> None:
    standard = next(each for each in told() if each.design.type == "STANDARD")
    edit = Set(("deployment", "notification", "language"), language)
    workflow = Workflow("w", standard.document, Design(standard.design.document.apply(edit).document))
    (rule,) = of_type(template_of(workflow), "AWS::Events::Rule").values()
    transformer = rule["Targets"][0]["InputTransformer"]
    template, variables = transformer["InputTemplate"]["Fn::Sub"]
    lines = template.split("\n")
    assert len(lines) == len(notification_lines(workflow, language))
    assert all(line[0] == line[-1] == '"' and '"' not in line[1:-1] and "\\" not in line for line in lines)
    named = {part.split(">")[0] for part in template.split("<")[1:]}
    assert named == transformer["InputPathsMap"].keys() == {"status", "execution", "error", "cause", "arn"}
    assert variables.keys() == {"Console"}
    assert "https://${AWS::Region}.${Console}/states/home?region=${AWS::Region}#/v2/executions/" in lines[-1]
    assert {part.split("}")[0] for part in template.split("${")[1:]} == {"AWS::Region", "Console"}


def test_only_the_rule_and_the_alarm_may_use_the_topic() -> None:
    template = template_of(telling("checkout"))
    (policy,) = of_type(template, "AWS::SNS::TopicPolicy").values()
    allowed = {
        (each["Principal"]["Service"], each["Condition"]["ArnEquals"]["aws:SourceArn"]["Fn::GetAtt"][0])
        for each in policy["PolicyDocument"]["Statement"]
    }
    assert allowed == {
        ("events.amazonaws.com", "FailureRule"),
        ("cloudwatch.amazonaws.com", "FailureQueueAlarm"),
    }
    (queue,) = of_type(template, "AWS::SQS::QueuePolicy").values()
    (sending,) = queue["PolicyDocument"]["Statement"]
    assert (sending["Action"], sending["Principal"]) == (
        "sqs:SendMessage",
        {"Service": "events.amazonaws.com"},
    )
    assert sending["Condition"]["ArnEquals"]["aws:SourceArn"] == {"Fn::GetAtt": ["FailureRule", "Arn"]}


def test_the_policy_of_a_topic_that_is_there_already_is_left_alone() -> None:
    workflow = telling("checkout", topic=TOPIC)
    template = template_of(workflow)
    assert of_type(template, "AWS::SNS::TopicPolicy") == {} == of_type(template, "AWS::SNS::Topic")
    page = page_of(workflow)
    assert "`events.amazonaws.com`, `cloudwatch.amazonaws.com`" in page
    assert "kms:GenerateDataKey*" in page and "FailureNotifierRole" not in page
    assert "FailureNotifierRole" in page_of(telling("checkout", topic=TOPIC, findState=True))


@pytest.mark.parametrize(("key", "more"), [("", []), (KEY, ["kms:Decrypt"])])
def test_the_machine_may_read_histories_of_this_workflow_and_publish_alone(key: str, more: list[str]) -> None:
    workflow = telling("checkout", findState=True)
    document = workflow.design.document.apply(Set(("deployment", "kmsKey"), key)).document
    template = template_of(Workflow("checkout", workflow.document, Design(document)))
    roles = of_type(template, "AWS::IAM::Role")
    statements = roles["FailureNotifierRole"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert [each["Action"] for each in statements] == ["sns:Publish", "states:GetExecutionHistory", *more]
    assert statements[0]["Resource"] == {"Ref": "FailureTopic"}
    text, variables = statements[1]["Resource"]["Fn::Sub"]
    assert text.endswith(":execution:${Machine}:*")
    assert variables == {"Machine": {"Fn::GetAtt": ["StateMachine", "Name"]}}
    (starting,) = roles["FailureRuleRole"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert (starting["Action"], starting["Resource"]) == ("states:StartExecution", {"Ref": "FailureNotifier"})
    (rule,) = of_type(template, "AWS::Events::Rule").values()
    assert rule["Targets"][0]["RoleArn"] == {"Fn::GetAtt": ["FailureRuleRole", "Arn"]}


def test_an_express_workflow_has_alarms_and_its_export_says_so() -> None:
    (workflow,) = (each for each in told() if each.design.type == "EXPRESS")
    template = template_of(workflow)
    alarms = of_type(template, "AWS::CloudWatch::Alarm")
    assert {alarm["MetricName"] for alarm in alarms.values()} == {"ExecutionsFailed", "ExecutionsTimedOut"}
    assert all(alarm["AlarmActions"] == [{"Ref": "FailureTopic"}] for alarm in alarms.values())
    assert all(
        alarm["Dimensions"] == [{"Name": "StateMachineArn", "Value": {"Ref": "StateMachine"}}]
        for alarm in alarms.values()
    )
    assert of_type(template, "AWS::Events::Rule") == {}
    (notice,) = notices(export(workflow, "cloudformation"))
    assert (notice.code, notice.severity) == ("express-notification", "hint")
    assert notice.message("ja") in page_of(workflow)


def test_an_express_workflow_whose_aborts_alone_are_wanted_has_nothing() -> None:
    (express,) = (each for each in told() if each.design.type == "EXPRESS")
    edit = Set(("deployment", "notification", "statuses"), ["ABORTED"])
    workflow = Workflow("w", express.document, Design(express.design.document.apply(edit).document))
    assert not any(id.startswith("Failure") for id in template_of(workflow)["Resources"])
    assert "Notification of failures" not in page_of(workflow)


def test_a_parameter_has_no_name_that_a_resource_has() -> None:
    template = template_of(telling("checkout", topic={"parameter": "StateMachine"}))
    assert template["Parameters"]["StateMachineValue"]["Type"] == "String"


def test_the_steps_of_a_card_are_in_the_table_of_the_machine() -> None:
    definition = json.dumps(
        {"StartAt": "決済", "States": {"決済": {"Type": "Succeed"}, "{% $x %}": {"Type": "Fail"}}}
    )
    failure: Json = {"what": "与信の失敗", "answer": "human", "how": "担当が電話する", "tell": "受注担当"}
    card: Json = {"money": "takes", "idempotency": {"kind": "key", "by": "注文番号"}, "failures": [failure]}
    sidecar: Json = {
        "version": 1,
        "states": {"pay": {"name": "決済", "owner": "${Team} {% $y %}", "operations": card}},
        "deployment": {"notification": {"enabled": True, "findState": True}},
    }
    design = Design(Document.parse(json.dumps(sidecar), "json"))
    template = template_of(Workflow("w", Document.parse(definition, "json"), design))
    machine = template["Resources"]["FailureNotifier"]["Properties"]["Definition"]
    (found,) = machine["States"]["Read event"]["Assign"]["cards"]
    assert (found["states"], found["owner"]) == (["決済"], "$ {Team} { % $y %}")
    assert found["steps"][:2] == [
        "先に、お金の出入りが済んでいないかを確かめます (注文番号)。",
        "与信の失敗: 人が決めます / 担当が電話する / 連絡先: 受注担当",
    ]


def test_a_large_workflow_has_a_table_that_fits() -> None:
    states: Json = {f"step {index}": {"Type": "Succeed"} for index in range(3000)}
    owners: Json = {f"s{index}": {"name": f"step {index}", "owner": f"team {index}"} for index in range(3000)}
    sidecar: Json = {
        "version": 1,
        "states": owners,
        "deployment": {"notification": {"enabled": True, "findState": True}},
    }
    design = Design(Document.parse(json.dumps(sidecar), "json"))
    source = json.dumps({"StartAt": "step 0", "States": states})
    template = template_of(Workflow("w", Document.parse(source, "json"), design))
    assert len(json.dumps(template["Resources"]["FailureNotifier"])) < 60_000


def test_hostile_words_are_of_one_line() -> None:
    workflow = told()[0]
    for line in notification_lines(workflow, "ja"):
        assert "\n" not in line and "${" not in line
    assert HOSTILE[0][0] in notification_lines(workflow, "ja")[0]
