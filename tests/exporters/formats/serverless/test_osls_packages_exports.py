"""The samples and some real definitions, exported and packaged by the real osls with the real plugin."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from budget import deep, some
from corpus import CORPUS, needs_corpus
from deployed import Deployed, assert_machine_may_start_itself
from flows import aliased, distributed, functions, in_yaml, numbers, started, told
from notifying import template_of
from osls import Packaged, after_substitution, canonical, definition_of, package, spelled, values_in
from tooling import needs_node

from designer.library.samples import load_sample, samples
from exporters import export, write
from exporters.formats.serverless.service import Service
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.node, needs_node]

COLLECTION = "aws-samples__step-functions-workflows-collection"
COFFEE = "aws-samples__serverless-coffee"
PLUGIN = "serverless-operations__serverless-step-functions"
EXPRESS = '{"version": 1, "type": "EXPRESS", "deployment": {"logging": {"level": "ALL"}, "tracing": false}}'
TOPIC = "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:failures"
TWENTY = {
    "an api called over http": f"{COLLECTION}/call-microservice-apigw_statemachine",
    "a model asked, and a queue": f"{COLLECTION}/categorization-state-machine",
    "a checkout that waits for a token": f"{COLLECTION}/checkout-processing-workflow",
    "a distributed map that writes batches": f"{COLLECTION}/distributed-batch-import",
    "jsonata with http tasks": f"{COLLECTION}/distributed-data-stream-aggregator_*_data-processing",
    "jsonata, distributed, nested": f"{COLLECTION}/distributed-data-stream-aggregator_*_statemachine",
    "a placeholder as resource": f"{COLLECTION}/distributed-map-montecarlo",
    "events that wait for a token": f"{COLLECTION}/emit-and-wait",
    "sdk calls of the scheduler": f"{COLLECTION}/eventbridge-rules-to-schedules",
    "a query and a crawler": f"{COLLECTION}/ingest-and-analyze-historical-storm-events",
    "a parallel within a map": f"{COLLECTION}/inventory-management-sam_statemachine_reserve",
    "a cluster, its steps and its end": f"{COLLECTION}/manage-emr-job-cdk",
    "a distributed map within another": f"{COLLECTION}/s3-bucket-nested-distributed-map",
    "video jobs": f"{COLLECTION}/segment-detection-workflow",
    "a model trained": f"{COLLECTION}/train-ml-model",
    "a model customised": f"{COLLECTION}/stepfunctions-bedrock-model-customisation",
    "an order's whole life": f"{COFFEE}/backends_5-order-manager",
    "a saga in jsonata": "aws-samples__aws-step-functions-long-lived-transactions/statemachine_llt",
    "a container, a queue and a topic": f"{PLUGIN}/lib_deploy_stepFunctions_compileStateMachines.test.4",
    "a supervisor of other workflows": "guyernest__step-functions-agent/step-functions_supervisor.json",
}


@deep
@pytest.mark.parametrize("name", some(samples(), 1))
def test_osls_packages_the_sample(name: str, tmp_path: Path) -> None:
    check(load_sample(name), tmp_path)


@deep
@needs_corpus
@pytest.mark.parametrize("name", some(list(TWENTY), 2))
def test_osls_packages(name: str, tmp_path: Path) -> None:
    assert CORPUS
    (path,) = (CORPUS / "asl").glob(f"{TWENTY[name]}*")
    document = Document.parse(path.read_text(encoding="utf-8"), "json")
    check(Workflow(name, document), tmp_path)


def test_osls_packages_an_express_workflow(tmp_path: Path) -> None:
    source = '{"StartAt": "受付", "States": {"受付": {"Type": "Succeed"}}}'
    design = Design(Document.parse(EXPRESS, "json"))
    machine = check(Workflow("受付", Document.parse(source, "json"), design), tmp_path)
    assert machine["StateMachineType"] == "EXPRESS"
    assert machine["LoggingConfiguration"]["Level"] == "ALL"
    assert machine["TracingConfiguration"] == {"Enabled": False}


def test_osls_packages_a_distributed_map_that_may_start_itself(tmp_path: Path) -> None:
    assert check(distributed(), tmp_path)["StateMachineName"] == "all-orders-dev"


def test_osls_packages_a_version_and_an_alias(tmp_path: Path) -> None:
    write(export(aliased(), "serverless"), tmp_path / "service")
    packaged = package(tmp_path / "service", tmp_path / "home")
    assert packaged.is_without_warning, packaged.output
    assert unknown_references(packaged.template) == set()
    assert Deployed(packaged.template, "").alias == "1-live_v.2"
    assert packaged.template["Outputs"]["AliasedStateMachineAliasArn"]["Value"] == {
        "Ref": "AliasedStateMachineAlias"
    }


@deep
@pytest.mark.parametrize("made", some([numbers, functions, in_yaml], 1))
def test_osls_packages_what_the_deployment_puts_in(made: Callable[[], Workflow], tmp_path: Path) -> None:
    check(made(), tmp_path)


@deep
@pytest.mark.parametrize("index", some(range(4), 1))
def test_osls_packages_a_notification_as_cloudformation_has_it(index: int, tmp_path: Path) -> None:
    workflow = told()[index]
    write(export(workflow, "serverless"), tmp_path / "service")
    packaged = package(tmp_path / "service", tmp_path / "home")
    assert packaged.is_without_warning, packaged.output
    template = template_of(workflow)
    expected, email = template["Resources"], template.get("Parameters", {}).get("FailureEmail", {})
    prefix = Service.of(workflow).ids.prefix
    assert {id for id in packaged.template["Resources"] if "Failure" in id} == {
        f"{prefix}{id}" for id in expected if id.startswith("Failure")
    }
    assert unknown_references(packaged.template) == set()
    own = json.dumps(packaged.template["Resources"]).replace(f'"{prefix}Failure', '"Failure')
    deployed = json.loads(own.replace(f'"{prefix}StateMachine"', '"StateMachine"'))
    wanted = json.loads(
        json.dumps(expected)
        .replace('{"Ref": "FailureEmail"}', json.dumps(email.get("Default")))
        .replace('{"Ref": "AlertTopic"}', json.dumps({"Fn::Sub": TOPIC}))
    )
    for id, resource in wanted.items():
        assert not id.startswith("Failure") or deployed[id] == resource


def test_osls_packages_events_and_alarms_as_cloudformation_has_them(tmp_path: Path) -> None:
    workflow = started()
    write(export(workflow, "serverless"), tmp_path / "service")
    packaged = package(tmp_path / "service", tmp_path / "home")
    assert packaged.is_without_warning, packaged.output
    assert unknown_references(packaged.template) == set()
    expected = template_of(workflow)["Resources"]
    prefix = Service.of(workflow).ids.prefix
    attached = ("Start", "ExecutionAlarm")
    wanted = {id: item for id, item in expected.items() if id.startswith(attached)}
    own = json.dumps(packaged.template["Resources"])
    for start in (*attached, "StateMachine"):
        own = own.replace(f'"{prefix}{start}', f'"{start}').replace(f"${{{prefix}{start}", f"${{{start}")
    deployed = json.loads(own)
    email = wanted["ExecutionAlarmSubscription"]["Properties"]
    assert email.pop("Endpoint") == {"Ref": "ExecutionAlarmEmail"}
    assert deployed["ExecutionAlarmSubscription"]["Properties"].pop("Endpoint") == "shop@example.com"
    assert {id: item for id, item in deployed.items() if id.startswith(attached)} == wanted


def check(workflow: Workflow, folder: Path) -> dict:
    """Package the export of `workflow`; what the template holds is what the workflow means."""
    write(export(workflow, "serverless"), folder / "service")
    packaged = package(folder / "service", folder / "home")
    assert packaged.is_without_warning, packaged.output
    (machine,) = (item for id, item in packaged.machines.items() if "Failure" not in id)
    deployed = spelled(definition_of(machine, packaged.template.get("Parameters", {})))
    service = Service.of(workflow)
    assert canonical(deployed) == canonical(after_substitution(service.definition.value, values_in(service)))
    assert machine["Properties"]["LoggingConfiguration"]["IncludeExecutionData"] is False
    assert_role_is_explicit(packaged, machine["Properties"]["RoleArn"])
    assert unknown_references(packaged.template) == set(service.missing_resources())
    assert_machine_may_start_itself(Deployed(packaged.template, ""))
    return dict(machine["Properties"])


def assert_role_is_explicit(packaged: Packaged, role: dict) -> None:
    name, attribute = role["Fn::GetAtt"]
    roles = [
        name
        for name, item in packaged.template["Resources"].items()
        if item["Type"] == "AWS::IAM::Role" and "Failure" not in name
    ]
    assert (roles, attribute) == ([name], "Arn")


def unknown_references(template: dict) -> set[str]:
    """The references of the template to resources that it does not declare."""
    declared = template["Resources"].keys() | template.get("Parameters", {}).keys()
    return {name for name in referred(template) if not name.startswith("AWS::")} - declared


def referred(value: object) -> set[str]:
    match value:
        case {"Ref": str(name)} if len(value) == 1:
            return {name}
        case {"Fn::GetAtt": [str(name), _]}:
            return {name}
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return {name for item in items for name in referred(item)}
