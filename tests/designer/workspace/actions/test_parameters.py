"""Deployment parameters of new states: named after the state, one for each, and renamed with it."""

from __future__ import annotations

import json
import re

import pytest
from drawing import done, fields, uid, workflow

from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.rename_state import RenameState
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow, new_workflow


def added(flow: Workflow, name: str, template: str) -> Workflow:
    number = len(flow.document.value["States"])
    return done(flow, AddState(uid=f"s{number}", name=name, template=template, x=0, y=200 * number))


def parameters(flow: Workflow) -> list[str]:
    return re.findall(r"\$\{([^}]*)\}", flow.document.text)


@pytest.mark.parametrize(
    ("name", "template", "parameter"),
    [
        ("Write order", "dynamodb:putItem", "WriteOrderTable"),
        ("Orders table", "dynamodb:getItem", "OrdersTable"),
        ("charge-card", "lambda:invoke", "ChargeCardFunction"),
        ("Notify shop", "sns:publish", "NotifyShopTopic"),
        ("Queue it", "sqs:sendMessage.waitForTaskToken", "QueueItQueue"),
        ("Ship", "states:startExecution", "ShipStateMachine"),
        ("Ask the bank", "http:invoke", "AskTheBankConnection"),
        ("注文を書く", "dynamodb:putItem", "PutItemTable"),
        ("2 重チェック", "lambda:invoke", "InvokeFunction"),
        ("2nd try", "dynamodb:getItem", "GetItemTable"),
    ],
)
def test_a_parameter_is_named_after_its_state(name: str, template: str, parameter: str) -> None:
    assert parameters(added(new_workflow("w"), name, template)) == [parameter]


def test_every_state_has_its_own() -> None:
    flow = new_workflow("w")
    for name in ("読む", "書く", "Write order", "Write-order"):
        flow = added(flow, name, "dynamodb:putItem")
    assert parameters(flow) == ["PutItemTable", "PutItemTable2", "WriteOrderTable", "WriteOrderTable2"]


def test_it_is_renamed_with_its_state() -> None:
    flow = added(new_workflow("w"), "DynamoDB put", "dynamodb:putItem")
    after = done(flow, RenameState(uid="s0", name="Write order"))
    assert parameters(after) == ["WriteOrderTable"]
    assert parameters(done(after, RenameState(uid="s0", name="注文を書く"))) == ["PutItemTable"]


def test_what_a_person_has_named_or_shared_or_mapped_stays() -> None:
    call = {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": True}
    own = workflow({"Read": {**call, "Parameters": {"TableName": "${Orders}"}}})
    assert parameters(done(own, RenameState(uid=uid(own, "Read"), name="Look up"))) == ["Orders"]
    reading = {**call, "Parameters": {"TableName": "${ReadTable}"}}
    shared = workflow({"Read": {**reading, "Next": "Again"}, "Again": reading})
    renamed = done(shared, RenameState(uid=uid(shared, "Read"), name="Look up"))
    assert parameters(renamed) == ["ReadTable", "ReadTable"]
    deployment = {"deployment": {"substitutions": {"ReadTable": {"parameter": "ReadTable"}}}}
    mapped = Workflow(
        "w", workflow({"Read": reading}).document, Design(Document.parse(json.dumps(deployment), "json"))
    )
    assert parameters(done(mapped, RenameState(uid=uid(mapped, "Read"), name="Look up"))) == ["ReadTable"]


def test_an_input_that_looks_alike_stays() -> None:
    flow = workflow({"Read": {"Type": "Pass", "Parameters": {"TableName": "${ReadTable}"}, "End": True}})
    after = done(flow, RenameState(uid=uid(flow, "Read"), name="Look up"))
    assert fields(after, "States", "Look up", "Parameters") == {"TableName": "${ReadTable}"}
