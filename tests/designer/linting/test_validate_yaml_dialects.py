"""`designer validate` reads YAML as the tool of the file reads it."""

import pytest

FLOW = """StartAt: A
States:
  A: {Type: Choice, Choices: [{Variable: $.a, BooleanEquals: no, Next: B}], Default: B}
  B: {Type: Pass, End: yes, Result: {account: 012345678901}}
"""
TEXT = FLOW.replace("BooleanEquals", "StringEquals")
TEMPLATE = """Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
"""
SERVERLESS = """service: s
provider: {name: aws}
stepFunctions:
  stateMachines:
    m:
      definition:
"""
SAM = "Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: flow.yaml}}}\n"


def inside(template, flow):
    return template + "".join(f"        {line}\n" for line in flow.splitlines())


def errors(ran):
    return [found["code"] for found in ran.found if found["severity"] == "error"]


def test_a_template_is_yaml_1_1(folder, designer):
    (folder / "template.yaml").write_text(inside(TEMPLATE, FLOW))
    assert errors(designer("validate", "--format", "json", "template.yaml")) == []
    (folder / "template.yaml").write_text(inside(TEMPLATE, TEXT))
    assert errors(designer("validate", "--format", "json", "template.yaml")) == ["not-a-string"]


def test_a_file_that_a_template_delivers_is_yaml_1_1(folder, designer):
    (folder / "template.yaml").write_text(SAM)
    (folder / "flow.yaml").write_text(FLOW)
    assert errors(designer("validate", "--format", "json", "template.yaml")) == []
    (folder / "flow.yaml").write_text(TEXT)
    assert errors(designer("validate", "--format", "json", "template.yaml")) == ["not-a-string"]


@pytest.mark.parametrize("name", ["serverless.yml", "flow.asl.yaml"])
def test_any_other_file_is_yaml_1_2(folder, designer, name):
    text = {"serverless.yml": inside(SERVERLESS, FLOW), "flow.asl.yaml": FLOW}[name]
    (folder / name).write_text(text)
    found = errors(designer("validate", "--format", "json", name))
    assert found == ["missing-end", "not-true-or-false", "not-true-or-false"]


@pytest.mark.parametrize("template", [TEMPLATE, SERVERLESS])
def test_an_account_id_without_quotes_is_told_and_can_be_quoted(folder, designer, template):
    file = folder / "serverless.yml"
    file.write_text(inside(template, FLOW.replace("no", "false").replace("yes", "true")))
    found = designer("validate", "--format", "json", file.name).found
    assert [(each["code"], each["severity"], each["line"]) for each in found] == [
        ("leading-zero", "warning", template.count("\n") + 4)
    ]
    assert designer("validate", "--unsafe-fixes", file.name).code == 0
    assert "account: '012345678901'" in file.read_text()
