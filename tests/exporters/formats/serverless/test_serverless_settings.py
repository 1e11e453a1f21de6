"""The sidecar's deployment settings in a `serverless.yml`."""

from __future__ import annotations

import json

import yaml

from exporters import export
from schemas import Document
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

CALL = """{"StartAt": "call", "States": {"call": {"Type": "Task", "End": true,
  "Resource": "${PayRole}", "TimeoutSeconds": 9}}}"""


def exported(name: str = "pay", source: str = CALL, **settings: Json) -> dict:
    design = Design(Document.parse(json.dumps({"version": 1, "deployment": settings}), "json"))
    artifacts = export(Workflow(name, Document.parse(source, "json"), design), "serverless")
    assert [artifact.path for artifact in artifacts] == [
        "serverless.yml",
        "package.json",
        "README.md",
        ".gitignore",
    ]
    return dict(yaml.safe_load(artifacts[0].data))


def machine(service: dict) -> dict:
    (found,) = service["stepFunctions"]["stateMachines"].values()
    return dict(found)


def actions(service: dict) -> list[str]:
    role = service["resources"]["Resources"]["PayRole"]["Properties"]
    statements = role["Policies"][0]["PolicyDocument"]["Statement"]
    return [action for statement in statements for action in statement["Action"]]


def test_without_settings_it_traces_and_logs_errors_without_data() -> None:
    service = exported()
    assert service["service"] == "pay"
    assert service["provider"] == {"name": "aws", "region": "ap-northeast-1"}
    assert machine(service)["type"] == "STANDARD"
    assert machine(service)["name"] == "pay-${sls:stage}"
    assert machine(service)["tracingConfig"] == {"enabled": True}
    assert machine(service)["loggingConfig"] == {
        "level": "ERROR",
        "includeExecutionData": False,
        "destinations": [{"Fn::GetAtt": ["PayLogGroup", "Arn"]}],
    }
    assert {"lambda:InvokeFunction", "xray:PutTraceSegments", "logs:CreateLogDelivery"} <= set(
        actions(service)
    )


def test_validate_is_never_written() -> None:
    assert "validate" not in exported()["stepFunctions"]


def test_execution_data_is_logged_where_that_was_chosen() -> None:
    service = exported(logging={"level": "ALL", "includeExecutionData": True})
    assert machine(service)["loggingConfig"]["includeExecutionData"] is True
    assert machine(service)["loggingConfig"]["level"] == "ALL"


def test_logging_and_tracing_that_are_off_need_no_permission_and_no_group() -> None:
    service = exported(logging={"level": "OFF"}, tracing=False)
    assert "loggingConfig" not in machine(service)
    assert machine(service)["tracingConfig"] == {"enabled": False}
    assert list(service["resources"]["Resources"]) == ["PayRole"]
    assert actions(service) == ["lambda:InvokeFunction"]


def test_environment_tags_region_and_service_are_taken() -> None:
    service = exported(
        service="shop-pay", region="us-east-1", environment={"STAGE": "${env:USER}"}, tags={"team": "決済"}
    )
    assert service["service"] == "shop-pay"
    assert service["provider"]["region"] == "us-east-1"
    assert service["provider"]["environment"] == {"STAGE": "\\${env:USER}"}
    assert machine(service)["tags"] == {"team": "決済"}


def test_a_parameter_never_takes_the_id_of_a_resource() -> None:
    service = exported()
    assert service["params"]["default"].keys() == {"PayRoleValue"}
    assert machine(service)["definition"]["States"]["call"]["Resource"] == "${param:PayRoleValue}"


def test_placeholders_that_differ_in_spelling_only_stay_apart() -> None:
    source = (
        '{"StartAt": "a", "States": {"a": {"Type": "Pass", "Result": ["${a-b}", "${A_B}"], "End": true}}}'
    )
    definition = machine(exported(source=source))["definition"]
    assert definition["States"]["a"]["Result"] == [{"Ref": "AB"}, {"Ref": "ABValue"}]


def test_malformed_settings_do_no_harm() -> None:
    substitutions: Json = {"PayRole": {"resource": "決済", "attribute": "Arn"}}
    service = exported(substitutions=substitutions, region="${env:HOME}", service="注文")
    assert service["service"] == "workflow-266125"
    assert service["provider"]["region"] == "\\${env:HOME}"
    assert machine(service)["definition"]["States"]["call"]["Resource"] == {"Fn::GetAtt": ["PayRole", "Arn"]}
