"""Events that start a workflow: schedules, rules and routes, each with a role that may start it alone."""

from __future__ import annotations

import json

import pytest
import yaml
from cfnlint.api import lint
from flows import HOSTILE, started, workflow
from iam import Request, Resolver, policy_of

from exporters import export
from schemas.core.paths import Json
from schemas.sidecar.workflow import Workflow
from schemas.validator.check_design import check_design

SOURCE = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "ResultPath": null, "End": true}}}'
OTHER = "arn:aws:states:ap-northeast-1:111122223333:stateMachine:other"


def template_of(workflow: Workflow) -> dict:
    return dict(yaml.safe_load(export(workflow, "cloudformation")[0].data))


def starting(event: Json, **design: Json) -> Workflow:
    return workflow("started", SOURCE, deployment={"events": {"it": event}}, **design)


def test_cfn_lint_finds_nothing_in_a_template_with_events_and_alarms() -> None:
    text = export(started(), "cloudformation")[0].data.decode()
    assert [match.message for match in lint(text)] == []


def test_each_event_has_what_starts_the_machine_by_it() -> None:
    resources = template_of(started())["Resources"]
    schedule = resources["StartOnNightly"]["Properties"]
    assert schedule["ScheduleExpression"] == "cron(0 3 * * ? *)"
    assert schedule["ScheduleExpressionTimezone"] == "Asia/Tokyo"
    assert json.loads(schedule["Target"]["Input"]) == HOSTILE
    rule = resources["StartOnPaid"]["Properties"]
    assert (rule["EventBusName"], rule["EventPattern"]) == ("shop", {"source": HOSTILE[:2]})
    routes = [resources[f"StartOn{name}"]["Properties"] for name in ("Order", "Open")]
    assert [(route["RouteKey"], route["AuthorizationType"]) for route in routes] == [
        ("POST /orders", "AWS_IAM"),
        ("PUT /orders/open", "NONE"),
    ]
    assert resources["StartApi"]["Properties"]["CorsConfiguration"]["AllowOrigins"] == [
        "https://shop.example.com"
    ]
    targets = (schedule["Target"]["Arn"], rule["Targets"][0]["Arn"])
    integration = resources["StartApiIntegration"]["Properties"]["RequestParameters"]
    assert {json.dumps(arn) for arn in (*targets, integration["StateMachineArn"])} == {
        '{"Ref": "StateMachine"}'
    }


@pytest.mark.parametrize(
    ("role", "service"),
    [
        ("StartScheduleRole", "scheduler.amazonaws.com"),
        ("StartRuleRole", "events.amazonaws.com"),
        ("StartApiRole", "apigateway.amazonaws.com"),
    ],
)
def test_a_role_may_start_this_machine_and_do_nothing_else(role: str, service: str) -> None:
    template = template_of(started())
    properties = template["Resources"][role]["Properties"]
    (assumed,) = properties["AssumeRolePolicyDocument"]["Statement"]
    assert assumed["Principal"] == {"Service": service}
    kept = {id: template["Resources"][id] for id in (role, "StateMachine")}
    found = policy_of({**template, "Resources": kept})
    machine = Resolver(template, {}).text({"Ref": "StateMachine"})
    assert found.allows(Request("states:StartExecution", machine, {}))
    assert not found.allows(Request("states:StartExecution", OTHER, {}))
    assert not found.allows(Request("states:StopExecution", machine, {}))
    assert not found.without(0).statements


def test_a_request_waits_for_the_result_of_an_express_workflow() -> None:
    resources = template_of(starting({"http": {"path": "/a"}}, type="EXPRESS"))["Resources"]
    subtype = resources["StartApiIntegration"]["Properties"]["IntegrationSubtype"]
    assert subtype == "StepFunctions-StartSyncExecution"
    (statement,) = resources["StartApiRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert statement["Action"] == "states:StartSyncExecution"


def test_nothing_else_has_the_ids_of_events() -> None:
    calls: Json = {"Type": "Task", "Resource": "${StartApi}", "Next": "B"}
    source = json.dumps({"StartAt": "A", "States": {"A": calls, "B": {"Type": "Succeed"}}})
    events: Json = {"ab": {"http": {"path": "/a"}}, "Ab": {"http": {"path": "/b"}}}
    template = template_of(workflow("w", source, deployment={"events": events}))
    assert "StartApi" in template["Parameters"] and "StartApi" not in template["Resources"]
    routes = [item for item in template["Resources"].values() if item["Type"] == "AWS::ApiGatewayV2::Route"]
    assert len(routes) == 2


def test_the_page_beside_the_template_names_the_events() -> None:
    files = {file.path: file.data.decode() for file in export(started(), "cloudformation")}
    page = files["README.md"]
    assert "- order: POST /orders (AWS_IAM)" in page and "`StartApiUrl`" in page
    assert "- nightly: cron(0 3 * * ? *) (Asia/Tokyo)" in page and "execute-api:Invoke" in page


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ({"http": {"path": "/orders", "method": "GET"}}, "not-one-of"),
        ({"http": {"path": "orders"}}, "not-of-form"),
        ({"http": {"path": "/a", "cors": ["shop"]}}, "not-of-form"),
        ({"schedule": {"expression": "cron(0 3 * * * *)"}}, "not-of-form"),
        ({"schedule": {"expression": "rate(0 days)"}}, "not-of-form"),
        ({"schedule": {}}, "missing-field"),
        ({"eventBridge": {"pattern": {}}}, "empty"),
        ({"http": {"path": "/a"}, "schedule": {"expression": "rate(1 day)"}}, "conflicting-fields"),
        ({}, "missing-one-of"),
    ],
)
def test_an_event_that_is_none_is_told(event: Json, code: str) -> None:
    (found,) = check_design(starting(event).design)
    assert found.code == code


def test_a_form_is_told_with_an_example() -> None:
    (found,) = check_design(starting({"schedule": {"expression": "daily"}}).design)
    assert "rate(1 day)" in found.message("en") and "rate(1 day)" in found.message("ja")


def test_two_events_cannot_have_one_route() -> None:
    events: Json = {"a": {"http": {"path": "/a"}}, "b": {"http": {"path": "/a", "method": "POST"}}}
    (found,) = check_design(workflow("w", SOURCE, deployment={"events": events}).design)
    assert (found.code, found.pointer) == ("repeated-route", "/deployment/events/b/http/path")


def test_terraform_tells_that_it_has_none() -> None:
    told = [notice.code for notice in export(started(), "terraform")[0].notices]
    assert "attachments-not-exported" in told
