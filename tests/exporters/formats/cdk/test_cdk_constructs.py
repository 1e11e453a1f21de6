"""Workflows in the stack of a shop, given its constructs, and the ids that a stack of their own has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from budget import deep_only
from cdk import run_apps, run_tests
from flows import workflow
from iam import Request, policy_of
from tooling import needs_node

from designer.library.samples import load_sample
from exporters import export, write
from schemas.core.paths import Json

pytestmark = [pytest.mark.node, needs_node]

SOURCE: Json = {
    "StartAt": "Read",
    "States": {
        "Read": {
            "Type": "Task",
            "Resource": "arn:aws:states:::dynamodb:getItem",
            "Parameters": {"TableName": "${OrderTable}", "Key": {}},
            "Next": "Pay",
        },
        "Pay": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "${PayFunction}", "Payload": {"limit": "${Limit}"}},
            "Next": "Tell",
        },
        "Tell": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Parameters": {"TopicArn": "${NewsTopic}", "Message": "paid"},
            "End": True,
        },
    },
}
DEPLOYMENT: Json = {
    "substitutions": {"OrderTable": {"resource": "Orders"}, "Limit": {"parameter": "Limit", "default": "9"}},
    "notification": {"enabled": True, "email": "shop@example.com"},
}
APP = """
import * as path from "node:path";
import { App, Stack, aws_dynamodb, aws_kms, aws_lambda, aws_logs } from "aws-cdk-lib";
import { aws_sns, aws_stepfunctions } from "aws-cdk-lib";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { OrdersStack, OrdersWorkflow } from "./orders-stack";
import { RefundsWorkflow } from "./refunds-stack";

const app = new App();
const shop = new Stack(app, "Shop");
const masterKey = new aws_kms.Key(shop, "Key");
const orders = new aws_dynamodb.Table(shop, "Orders", {
  partitionKey: { name: "id", type: aws_dynamodb.AttributeType.STRING },
  encryptionKey: masterKey,
});
const newsTopic = new aws_sns.Topic(shop, "News", { masterKey });
const payFunction = aws_lambda.Function.fromFunctionName(shop, "Pay", "pay");
for (const Workflow of [OrdersWorkflow, RefundsWorkflow]) {
  new Workflow(shop, Workflow.name, { orders, newsTopic, payFunction });
}
new OrdersStack(app, "orders", { limit: "10" });

const before = new Stack(app, "Before");
new aws_logs.LogGroup(before, "LogGroup");
new aws_stepfunctions.StateMachine(before, "StateMachine", {
  definitionBody: aws_stepfunctions.DefinitionBody.fromString("{}"),
});
new CfnInclude(before, "Attachments", { templateFile: path.join(__dirname, "orders.attachments.json") });
"""
HERE = "arn:aws:{}:ap-northeast-1:111122223333:{}"
KEY = HERE.format("kms", "key/of-the-shop")
ALLOWED = [
    ("dynamodb:GetItem", HERE.format("dynamodb", "table/orders")),
    ("lambda:InvokeFunction", HERE.format("lambda", "function:pay")),
    ("sns:Publish", HERE.format("sns", "news")),
    ("kms:Decrypt", KEY),
    ("kms:GenerateDataKey", KEY),
]
DENIED = [
    ("dynamodb:Scan", HERE.format("dynamodb", "table/orders")),
    ("dynamodb:PutItem", HERE.format("dynamodb", "table/orders")),
    ("dynamodb:GetItem", HERE.format("dynamodb", "table/refunds")),
    ("lambda:InvokeFunction", HERE.format("lambda", "function:pay-back")),
    ("sns:Publish", HERE.format("sns", "alarms")),
    ("kms:Encrypt", KEY),
    ("kms:Decrypt", HERE.format("kms", "key/another")),
]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """The templates of the app by the names of their stacks."""
    home = tmp_path_factory.mktemp("constructs")
    folder = home / "apps" / "shop"
    for name in ("orders", "refunds"):
        write(
            export(workflow(name, json.dumps(SOURCE), deployment=DEPLOYMENT), "cdk-typescript", force=True),
            folder,
        )
    (folder / "app.ts").write_text(APP)
    run_apps("typescript", [folder], home / "home")
    found = (folder / "cdk.out").glob("*.template.json")
    return {path.name.partition(".")[0]: json.loads(path.read_text()) for path in found}


def test_the_role_allows_what_the_tasks_do_with_the_constructs_and_no_more(
    templates: dict[str, dict],
) -> None:
    shop = templates["Shop"]
    given = {
        name(shop, "AWS::DynamoDB::Table"): HERE.format("dynamodb", "table/orders"),
        name(shop, "AWS::KMS::Key"): KEY,
        name(shop, "AWS::SNS::Topic", "News"): HERE.format("sns", "news"),
    }
    for prefix in ("OrdersWorkflow", "RefundsWorkflow"):
        own = {
            id: item
            for id, item in shop["Resources"].items()
            if id.startswith(f"{prefix}StateMachine") and item["Type"] == "AWS::IAM::Policy"
        }
        policy = policy_of(with_arns({"Resources": own}, given))
        assert [call for call in ALLOWED if not policy.allows(Request(*call, {}))] == []
        assert [call for call in DENIED if policy.allows(Request(*call, {}))] == []


def test_a_stack_asks_only_for_what_it_is_not_given(templates: dict[str, dict]) -> None:
    assert "Parameters" not in without_bootstrap(templates["Shop"])
    assert set(without_bootstrap(templates["orders"])["Parameters"]) == {"Orders", "PayFunction", "NewsTopic"}
    machine = templates["orders"]["Resources"][name(templates["orders"], MACHINE, "StateMachine")]
    assert machine["Properties"]["DefinitionSubstitutions"]["Limit"] == "10"


def test_a_stack_of_its_own_keeps_the_ids_that_former_exports_gave(templates: dict[str, dict]) -> None:
    before, now = (
        {id for id, item in templates[each]["Resources"].items() if item["Type"] not in ASIDE}
        for each in ("Before", "orders")
    )
    assert before | {"FailureSubscription"} == now
    assert set(templates["orders"]["Resources"]) & set(templates["Shop"]["Resources"]) <= {"CDKMetadata"}


@deep_only
@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_tests_beside_an_app_pass(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "apps" / "checkout"
    write(export(load_sample("checkout"), f"cdk-{language}"), folder)
    assert any(
        passed in run_tests(language, folder, tmp_path / "home") for passed in ("3 passed", "# pass 3")
    )


MACHINE = "AWS::StepFunctions::StateMachine"
ASIDE = ("AWS::IAM::Policy", "AWS::CDK::Metadata")


def name(template: dict, type: str, start: str = "") -> str:
    """The id of a resource."""
    found = (id for id, item in template["Resources"].items() if item["Type"] == type)
    return next(id for id in found if id.startswith(start))


def with_arns(value: object, arns: dict[str, str]) -> object:
    """`value` with the ARNs of the resources that it refers to."""
    match value:
        case {"Ref": str(id)} | {"Fn::GetAtt": [str(id), "Arn"]} if id in arns:
            return arns[id]
        case dict():
            return {key: with_arns(item, arns) for key, item in value.items()}
        case list():
            return [with_arns(item, arns) for item in value]
    return value


def without_bootstrap(template: dict) -> dict:
    """`template` without the parameter of the CDK's own bootstrap."""
    own = {id: item for id, item in template.get("Parameters", {}).items() if id != "BootstrapVersion"}
    return {
        **{key: item for key, item in template.items() if key != "Parameters"},
        **({"Parameters": own} if own else {}),
    }
