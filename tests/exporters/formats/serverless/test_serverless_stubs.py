"""Functions and tables that a service gets for its placeholders, packaged by osls, and going on with them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from flows import HOSTILE, workflow
from merging import merged, plan
from osls import definition_of, package
from tooling import NODE, needs_node

from designer.library.samples import load_sample
from exporters import export, write_export
from schemas.core.edits import Set
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

INVOKE = "arn:aws:states:::lambda:invoke"
GET = "arn:aws:states:::dynamodb:getItem"
PUT = "arn:aws:states:::dynamodb:putItem"
KEY: Json = {"order": {"S.$": "$.order"}, "line": {"N": "1"}}
TASKS: dict[str, Json] = {
    "Pay": {
        "Resource": INVOKE,
        "Parameters": {"FunctionName": "${PayFunctionArn}", "Payload": {"amount.$": "$.total"}},
        "Catch": [{"ErrorEquals": ["CardDeclined", "States.Timeout"], "Next": "End"}],
    },
    "Ship": {"Resource": "${Ship}"},
    "Read": {"Resource": GET, "Parameters": {"TableName": "${Orders}", "Key": KEY}},
    "Put": {
        "Resource": "arn:aws:states:::dynamodb:putItem",
        "Parameters": {"TableName": "${Log}", "Item": {}},
    },
    "Given": {"Resource": INVOKE, "Parameters": {"FunctionName": "${Given}"}},
    "Alias": {"Resource": INVOKE, "Parameters": {"FunctionName": "${Ship2}:live"}},
}
CASES: Json = {"paid": {"mocks": {"Pay": [{"error": "x"}, {"result": {"Payload": {"words": HOSTILE}}}]}}}


def stubbed(stubs: bool = True, **deployment: Json) -> Workflow:
    names = [*TASKS, "End"]
    states: dict[str, Json] = {
        name: {"Type": "Task", **task, "Next": after}
        for (name, task), after in zip(TASKS.items(), names[1:], strict=True)
    }
    source = json.dumps({"StartAt": "Pay", "States": {**states, "End": {"Type": "Succeed"}}})
    settings: Json = {"stubs": stubs, "substitutions": {"Given": {"resource": "Mine", "attribute": "Arn"}}}
    return workflow("orders", source, deployment={**settings, **deployment}, cases=CASES)


def files_of(workflow: Workflow) -> dict[str, str]:
    return {file.path: file.data.decode() for file in export(workflow, "serverless")}


def test_without_the_setting_nothing_is_written() -> None:
    files = files_of(stubbed(stubs=False))
    assert not any(path.startswith("functions/") for path in files)
    assert "AWS::DynamoDB::Table" not in files["serverless.yml"]


def test_what_is_named_by_a_placeholder_alone_gets_a_stub_and_a_reference() -> None:
    files = files_of(stubbed())
    service = yaml.safe_load(files["serverless.yml"])
    assert sorted(service["functions"]) == ["payFunction", "ship"]
    assert {path for path in files if "/" in path} == {"functions/payFunction.mjs", "functions/ship.mjs"}
    tables = {id: item for id, item in service["resources"]["Resources"].items() if "Table" in item["Type"]}
    assert list(tables) == ["Orders"] and tables["Orders"]["DeletionPolicy"] == "Retain"
    properties = tables["Orders"]["Properties"]
    assert [(each["AttributeName"], each["KeyType"]) for each in properties["KeySchema"]] == [
        ("order", "HASH"),
        ("line", "RANGE"),
    ]
    assert [each["AttributeType"] for each in properties["AttributeDefinitions"]] == ["S", "N"]
    assert sorted(service["params"]["default"]) == ["Log", "Ship2"]
    page = files["README.md"]
    assert "- `Mine`" in page and "- `Orders`" not in page


@pytest.mark.node
@needs_node
def test_osls_packages_them_and_the_functions_run(tmp_path: Path) -> None:
    write_export(export(stubbed(), "serverless"), tmp_path / "service", "orders")
    packaged = package(tmp_path / "service", tmp_path / "home")
    resources = packaged.template["Resources"]
    assert resources["PayFunctionLambdaFunction"]["Properties"]["Handler"] == "functions/payFunction.handler"
    assert resources["Orders"]["Properties"]["BillingMode"] == "PAY_PER_REQUEST"
    (machine,) = packaged.machines.values()
    states = definition_of(machine, packaged.template["Parameters"])["States"]
    assert states["Pay"]["Parameters"]["FunctionName"] == "⟦PayFunctionLambdaFunction.Arn⟧"
    assert states["Ship"]["Resource"] == "⟦ShipLambdaFunction.Arn⟧"
    assert states["Read"]["Parameters"]["TableName"] == "⟦Orders⟧"
    role = json.dumps(resources["OrdersRole"])
    assert '"PayFunctionLambdaFunction", "Arn"' in role and "table/${Orders}" in role
    run = "import('./payFunction.mjs').then(async (m) => console.log(JSON.stringify(await m.handler({}))))"
    ran = subprocess.run(
        [NODE, "-e", run], cwd=tmp_path / "service" / "functions", capture_output=True, text=True, timeout=60
    )
    assert json.loads(ran.stdout) == {"words": HOSTILE}, ran.stderr


def test_a_function_tells_its_input_and_the_errors_that_are_handled() -> None:
    text = files_of(stubbed())["functions/payFunction.mjs"]
    comment = [line for line in text.splitlines() if line.startswith("//")]
    assert comment[0] == "// PayFunctionArn: Pay"
    assert '//   "amount.$": "$.total"' in comment
    assert any('name: "CardDeclined"' in line for line in comment) and "States.Timeout" not in text


def test_a_function_by_its_name_and_by_its_arn_is_one() -> None:
    states: dict[str, Json] = {
        name: {"Type": "Task", "Resource": INVOKE, "Parameters": {"FunctionName": function}, **next}
        for name, function, next in (
            ("Pay", "${PayFunction}", {"Next": "Refund"}),
            ("Refund", "${PayFunctionArn}", {"End": True}),
        )
    }
    source = json.dumps({"StartAt": "Pay", "States": states})
    found = export(workflow("orders", source, deployment={"stubs": True}), "serverless")
    (file,) = (each for each in found if each.path.startswith("functions/"))
    assert file.data.decode().startswith("// PayFunction, PayFunctionArn: Pay, Refund\n")


def test_a_function_that_a_person_went_on_with_is_never_replaced(tmp_path: Path) -> None:
    write_export(export(stubbed(), "serverless"), tmp_path, "orders")
    file = tmp_path / "functions" / "ship.mjs"
    file.write_text("mine")
    for force in (False, True):
        written = write_export(export(stubbed(), "serverless"), tmp_path, "orders", force)
        assert file.read_text() == "mine" and file not in written


def test_stubs_are_merged_once_and_a_person_goes_on_with_them() -> None:
    files = merged({"serverless.yml": "service: shop\n"}, stubbed())
    assert "export const handler" in files["functions/ship.mjs"]
    assert plan(files, stubbed()).agrees
    edited = {**files, "functions/ship.mjs": "mine"}
    edited["serverless.yml"] = files["serverless.yml"].replace("nodejs22.x", "nodejs24.x")
    assert plan(edited, stubbed()).agrees


def test_the_functions_and_tables_of_a_sample_have_stubs() -> None:
    checkout = load_sample("checkout")
    document = checkout.design.document.apply(Set(("deployment", "stubs"), True)).document
    service = yaml.safe_load(
        files_of(Workflow("checkout", checkout.document, Design(document)))["serverless.yml"]
    )
    assert sorted(service["functions"]) == ["checkStockFunction", "paymentFunction", "shippingFeeFunction"]
    assert "CartTable" in service["resources"]["Resources"]
