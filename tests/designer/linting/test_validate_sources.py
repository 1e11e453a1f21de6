"""`designer validate` on folders, and on templates that embed definitions."""

import json
from pathlib import Path

import pytest

GOOD = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
LOST = GOOD.replace('"StartAt": "A"', '"StartAt": "B"')
SERVERLESS = """service: shop
provider: {name: aws, stage: "${opt:stage, 'dev'}"}
stepFunctions:
  stateMachines:
    checkout:
      type: EXPRESS
      definition:
        StartAt: 決済
        States:
          決済:
            Type: Task
            Resource: !GetAtt Pay.Arn
            Next: 発送
          完了: {Type: Succeed}
    shipping:
      definition: ${file(flows/shipping.asl.json)}
    elsewhere:
      definition: ${self:custom.definition}
"""
SAM = """AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Resources:
  Object:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A: {Type: Pass, Next: Nowhere}
  File:
    Type: AWS::Serverless::StateMachine
    Properties: {DefinitionUri: flows/shipping.asl.json, Type: EXPRESS}
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      DefinitionString: !Sub |
        {"StartAt": "A", "TimeoutSeconds": ${Timeout}, "States": {
          "A": {"Type": "Task", "Resource": "arn:${AWS::Partition}:states:::ecs:runTask.sync", "End": true}}}
  Bucket: {Type: AWS::S3::Bucket}
"""


SHIPPING = str(Path("flows", "shipping.asl.json"))


def errors(ran):
    errors = (found for found in ran.found if found["severity"] == "error")
    return {(found["file"], found["code"], found["line"]) for found in errors}


@pytest.fixture
def project(folder):
    (folder / "flows").mkdir()
    (folder / "flows" / "shipping.asl.json").write_text(LOST)
    (folder / "serverless.yml").write_text(SERVERLESS)
    (folder / "template.yaml").write_text(SAM)
    return folder


def test_definitions_in_serverless_yml_are_checked_where_they_stand(project, designer):
    ran = designer("validate", "--format", "json", "serverless.yml")
    assert errors(ran) == {
        ("serverless.yml", "missing-target", 13),
        ("serverless.yml", "unreachable-state", 14),
        ("serverless.yml", "leads-nowhere", 18),
        (SHIPPING, "missing-start", 1),
    }
    lost = next(found for found in ran.found if found["code"] == "missing-target")
    assert lost["path"] == "/stepFunctions/stateMachines/checkout/definition/States/決済/Next"
    assert SERVERLESS.splitlines()[lost["line"] - 1][lost["column"] - 1 :] == "発送"


def test_definitions_in_a_template_are_checked_where_they_stand(project, designer):
    ran = designer("validate", "--format", "json", "template.yaml")
    assert {("template.yaml", "missing-target", 10), ("template.yaml", "express-unsupported", 20)} <= errors(
        ran
    )
    assert not any(found["code"].startswith("json-") for found in ran.found)


def test_the_type_that_a_template_names_counts_unless_another_is_given(project, designer):
    def express():
        return {found["code"] for found in ran.found} & {"express-unsupported"}

    ran = designer("validate", "--format", "json", "template.yaml")
    assert express()
    ran = designer("validate", "--format", "json", "--type", "STANDARD", "template.yaml")
    assert not express()


def test_a_template_in_json_made_by_cdk_is_read(folder, designer):
    made = {
        "Fn::Join": [
            "",
            ['{"StartAt":"B","States":{"A":{"Type":"Task","End":true,"Resource":"', {"Ref": "F"}, '"}}}'],
        ]
    }
    resource = {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": made}}
    (folder / "Stack.template.json").write_text(json.dumps({"Resources": {"M": resource}}, indent=1))
    ran = designer("validate", "--format", "json", ".")
    assert [
        (found["file"], found["code"], found["line"]) for found in ran.found if found["severity"] == "error"
    ] == [("Stack.template.json", "missing-start", 6)]


def test_a_folder_stands_for_all_that_is_in_it(project, designer):
    (project / "package.json").write_text("{}")
    for name in ("node_modules", ".git"):
        (project / name).mkdir()
        (project / name / "x.asl.json").write_text("{")
    ran = designer("validate", "--format", "json", ".")
    assert {found["file"] for found in ran.found} == {
        "serverless.yml",
        "template.yaml",
        SHIPPING,
    }


def test_a_file_of_its_own_may_hold_the_state_machines(folder, designer):
    part = SERVERLESS[SERVERLESS.index("  stateMachines") : SERVERLESS.index("    shipping")]
    (folder / "machines.yml").write_text("\n".join(line[2:] for line in part.splitlines()))
    (folder / "serverless.yml").write_text("stepFunctions: ${file(machines.yml)}\n")
    ran = designer("validate", "--format", "json", ".")
    assert ("machines.yml", "missing-target", 10) in errors(ran)


@pytest.mark.parametrize(
    "text",
    [
        '{"stepFunctions": true}',
        "stepFunctions {{ values }}: [",
        '["stateMachines"]',
        '{"stateMachines": {"a": 1}}',
    ],
)
def test_a_file_in_a_folder_that_only_sounds_like_it_is_passed_over(folder, designer, text):
    (folder / "values.yaml").write_text(text)
    (folder / "flow.asl.json").write_text(GOOD)
    assert designer("validate", "--format", "json", ".").found == []


def test_a_folder_without_definitions_is_reported(folder, designer):
    (folder / "package.json").write_text("{}")
    assert "No file in this folder" in designer("validate", ".").out


@pytest.mark.parametrize("named", ["../secret.json", "/etc/hostname", "flows/../../secret.json"])
def test_no_file_outside_of_the_folder_is_opened(folder, designer, named):
    (folder.parent / "secret.json").write_text('{"password": 1}')
    (folder / "template.yaml").write_text(SAM.replace("flows/shipping.asl.json", named))
    ran = designer("validate", "template.yaml")
    assert "outside this folder" in ran.out
    assert "password" not in ran.out


def test_a_broken_template_is_reported_at_its_place(folder, designer):
    (folder / "serverless.yml").write_text("stepFunctions:\n  stateMachines: [1\n")
    ran = designer("validate", "--format", "json", "serverless.yml")
    assert [(found["code"], found["line"]) for found in ran.found] == [("yaml-unclosed", 3)]


def test_what_only_mentions_step_functions_is_read_as_a_definition(folder, designer):
    (folder / "flow.json").write_text(GOOD.replace("{", '{"Comment": "stepFunctions in serverless.yml",', 1))
    assert designer("validate", "flow.json").code == 0


@pytest.mark.parametrize(
    "machines",
    ["5", "[]", "{a: 5}", "{a: {definition: 5}}", "{a: {definition: !Ref B}}", "{a: {definition: ''}}"],
)
def test_what_is_not_of_the_expected_form_holds_no_definition(folder, designer, machines):
    (folder / "serverless.yml").write_text(f"stepFunctions:\n  stateMachines: {machines}\n")
    ran = designer("validate", "serverless.yml")
    assert ran.err == ""


@pytest.mark.parametrize("name", ["serverless.ts", "serverless.js", "shop/Serverless.MTS"])
def test_a_folder_with_a_service_that_is_a_program_says_so(folder, designer, name):
    (folder / "shop").mkdir()
    (folder / name).write_text("export default {}")
    (folder / "index.ts").write_text("export {}")
    ran = designer("validate", ".")
    assert (ran.code, ran.out) == (1, designer("validate", name).out)
    assert name in ran.out and "programs are not run" in ran.out


def test_a_program_beside_definitions_is_no_mistake(folder, designer):
    (folder / "serverless.ts").write_text("export default {}")
    (folder / "a.asl.json").write_text('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    assert designer("validate", ".").code == 0
