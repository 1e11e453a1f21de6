"""Merging into a template of CloudFormation or SAM: ids of its own, and the verdict of cfn-lint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cfnlint.api import lint
from merging import FLOW, merged, plan, reasons, workflow, written

from designer.library.samples import load_sample, samples
from exporters.merging.refusal import CannotMerge
from schemas.document.template import Template

SAM = """AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31  # SAM
Description: The shop

Globals:
  Function:
    Timeout: 10

Parameters:
  Stage:
    Type: String
    Default: dev

Resources:

  # The function
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.pay
      InlineCode: "def pay(event, context): return {}"
      Environment: { Variables: { STAGE: !Ref Stage } }

  Topic:
    Type: AWS::SNS::Topic

Outputs:
  Pay: {Value: !GetAtt Pay.Arn}
"""

CLOUDFORMATION = SAM.replace("Transform: AWS::Serverless-2016-10-31  # SAM\n", "").replace(
    "Serverless::F", "Lambda::F"
)
"""The same without SAM; nothing deploys its function."""


def test_a_template_is_merged_with_ids_of_its_own_and_every_line_stays():
    files = merged({"template.yaml": SAM}, [workflow(), workflow(name="refunds")])
    after = files["template.yaml"]
    rest = iter(after.split("\n"))
    assert [line for line in SAM.split("\n") if line not in rest] == []
    resources = Template(after, "yaml").value["Resources"]
    assert set(resources) == {
        *("Pay", "Topic", "OrdersRole", "OrdersLogGroup", "OrdersStateMachine"),
        *("RefundsRole", "RefundsLogGroup", "RefundsStateMachine"),
    }
    assert resources["OrdersLogGroup"]["Properties"]["LogGroupName"] == {
        "Fn::Sub": "/aws/vendedlogs/states/${AWS::StackName}-orders"
    }
    assert plan(files, [workflow(name="refunds"), workflow()]).agrees


def test_a_template_of_sam_gets_a_machine_of_sam_and_the_definition_beside_it():
    files = merged({"template.yaml": SAM}, workflow())
    machine = Template(files["template.yaml"], "yaml").value["Resources"]["OrdersStateMachine"]
    assert machine["Type"] == "AWS::Serverless::StateMachine"
    assert machine["Properties"]["DefinitionUri"] == "orders.asl.json" and files["orders.asl.json"] == FLOW
    changed = plan(files, workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')))
    assert [change.file for change in changed.changes] == ["orders.asl.json"]
    assert plan(files, workflow()).agrees


def test_one_changed_retry_changes_only_its_line():
    files = merged({"template.yaml": CLOUDFORMATION}, workflow())
    changed = merged(files, workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')))
    before, after = files["template.yaml"], changed["template.yaml"]
    assert before != after == before.replace('"MaxAttempts": 2', '"MaxAttempts": 5')


@pytest.mark.parametrize("format", ["cloudformation", "sam"])
def test_cfn_lint_finds_nothing_in_a_template_with_all_samples(format: str, tmp_path: Path):
    files = {"template.yaml": SAM}
    for name in samples():
        files = written(files, plan(files, load_sample(name), format=format))
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    text = (tmp_path / "template.yaml").read_text()
    assert [match.message for match in lint(text)] == []


def test_a_machine_that_names_itself_has_a_name_of_its_own():
    flow = json.loads(FLOW)
    inner = {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    flow["States"]["Done"] = {
        "Type": "Map",
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, **inner},
        "End": True,
    }
    text = merged({"template.yaml": SAM}, workflow(json.dumps(flow)))["template.yaml"]
    machine = Template(text, "yaml").value["Resources"]["OrdersStateMachine"]["Properties"]
    assert machine["Name"] == {"Fn::Sub": "${AWS::StackName}-orders"}
    assert "${AWS::StackName}-orders" in text
    assert [match.message for match in lint(text)] == []


def test_an_id_that_another_section_has_is_refused_at_its_line():
    host = SAM.replace("  Topic:\n", "  OrderTable:\n")
    with pytest.raises(CannotMerge) as refused:
        plan({"template.yaml": host}, workflow())
    assert (refused.value.key, refused.value.line) == ("merge.taken-id", 25)
    ours = workflow(
        sidecar='{"version": 1, "deployment": {"substitutions": {"OrderTable": {"resource": "OrderTable"}}}}'
    )
    assert (
        "OrderTable"
        not in Template(merged({"template.yaml": host}, ours)["template.yaml"], "yaml").value["Parameters"]
    )


def test_a_parameter_that_is_there_already_is_used():
    host = SAM.replace(
        "  Stage:\n    Type: String\n",
        "  Stage:\n    Type: String\n  OrderTable: {Type: String, Default: mine}\n",
        1,
    )
    host = host.replace(
        "  OrderTable: {Type: String, Default: mine}\n    Default: dev\n",
        "    Default: dev\n  OrderTable: {Type: String, Default: mine}\n",
    )
    files = merged({"template.yaml": host}, workflow())
    assert "  OrderTable: {Type: String, Default: mine}\n" in files["template.yaml"]
    assert plan(files, workflow()).agrees


def test_a_definition_that_was_edited_in_the_template_is_asked_about():
    files = merged({"template.yaml": CLOUDFORMATION}, workflow())
    text = files["template.yaml"].replace('"MaxAttempts": 2', '"MaxAttempts": 9')
    asked = plan({**files, "template.yaml": text}, workflow())
    assert reasons(asked) == [("edited", "Resources.OrdersStateMachine.Properties.DefinitionString")]
    changed_lines = [line for line in asked.diff().split("\n")[3:] if line[:1] in "+-"]
    assert [line[0] for line in changed_lines] == ["-", "+"]


def test_a_template_in_json_stays_json():
    host = (
        '{"AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {"T": {"Type": "AWS::SNS::Topic"}}\n}\n'
    )
    files = merged({"template.json": host}, workflow())
    assert files["template.json"].startswith(
        '{"AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {"T": {"Type": "AWS::SNS::Topic"}, '
    )
    assert [match.message for match in lint(files["template.json"])] == []
    assert plan(files, workflow()).agrees


def test_a_template_with_line_ends_of_windows_and_an_empty_section_gets_lines_of_its_kind():
    host = "AWSTemplateFormatVersion: '2010-09-09' # v\r\nParameters: {} # none\r\nResources:\r\n    T:\r\n"
    host += "        Type: AWS::SNS::Topic"
    files = merged({"template.yaml": host}, workflow())
    after = files["template.yaml"]
    assert (
        after.count("\n") == after.count("\r\n")
        and "{" not in after.split("DefinitionString")[0].split("Sub")[0]
    )
    assert "\r\nParameters: # none\r\n    OrderTable:\r\n        Type: String\r\n" in after
    assert [match.message for match in lint(after)] == []
    assert plan(files, workflow()).agrees
