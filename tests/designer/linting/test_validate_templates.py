"""`designer validate` on every way in which a template of CloudFormation or SAM gives a definition."""

import json

import pytest

LOST = "{StartAt: Lost, States: {A: {Type: Succeed}}}"
TEXT = '{"StartAt": "Lost", "States": {"A": {"Type": "Succeed"}}}'
MACHINE = """Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  M:
    Type: AWS::%s::StateMachine
    Properties:
      %s
"""


def states(properties, service="StepFunctions"):
    return MACHINE % (service, properties)


def reports(folder, designer, template, **files):
    (folder / "template.yaml").write_text(template)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    found = designer("validate", "--format", "json", "template.yaml").found
    return [(each["file"], each["code"], each["line"]) for each in found]


@pytest.mark.parametrize(
    "properties",
    [
        f"Definition: {LOST}",
        f"Definition: !If [C, {LOST}, !Ref AWS::NoValue]",
        f"DefinitionString: '{TEXT}'",
        f"DefinitionString: !Sub '{TEXT}'",
        f"DefinitionString: !If [C, '{TEXT}', !Ref Other]",
    ],
)
def test_a_definition_in_the_template_is_checked_there(folder, designer, properties):
    assert ("template.yaml", "missing-start", 6) in reports(folder, designer, states(properties))


@pytest.mark.parametrize(
    "properties",
    [
        "DefinitionUri: flow.yaml",
        "DefinitionUri: ./flow.yaml",
        "DefinitionUri: !If [C, flow.yaml, flow.yaml]",
        "Definition: !Transform {Name: AWS::Include, Parameters: {Location: flow.yaml}}",
        "Definition: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: flow.yaml}}}",
    ],
)
def test_a_definition_in_a_file_beside_is_checked_there(folder, designer, properties):
    found = reports(folder, designer, states(properties, "Serverless"), flow=LOST)
    assert found == [("flow.yaml", "missing-start", 1)]


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ("DefinitionUri: s3://bucket/key", "not-followed"),
        ("DefinitionUri: {Bucket: b, Key: k}", "not-followed"),
        ("DefinitionUri: !Sub '${Name}.yaml'", "not-followed"),
        ("DefinitionUri: no.yaml", "leads-nowhere"),
        ("DefinitionUri: ../flow.yaml", "file-elsewhere"),
        ("DefinitionUri: circle.yaml", "file-elsewhere"),
        ("DefinitionS3Location: {Bucket: b, Key: k}", "not-followed"),
        ("DefinitionString: !Ref Text", "no-definition"),
        ("Definition: !Transform {Name: Other}", "no-definition"),
        ("Definition: !Transform {Name: AWS::Include, Parameters: {Location: s3://b/k}}", "no-definition"),
    ],
)
def test_a_definition_that_is_not_read_is_named_and_never_a_success(folder, designer, properties, code):
    (folder / "circle.yaml").symlink_to("circle.yaml")
    assert ("template.yaml", code, 6) in reports(folder, designer, states(properties, "Serverless"))
    assert designer("validate", "template.yaml").code == 1


def test_machines_that_a_loop_makes_are_checked(folder, designer):
    machine = f"'SM${{X}}': {{Type: AWS::StepFunctions::StateMachine, Properties: {{Definition: {LOST}}}}}"
    template = f"Resources:\n  Fn::ForEach::Machines: [X, [A, B], {{{machine}}}]\n"
    assert reports(folder, designer, template) == [("template.yaml", "missing-start", 2)]


@pytest.mark.parametrize("is_file", [False, True])
def test_a_definition_that_terraform_makes_with_directives_is_named_and_has_no_errors(
    folder, designer, is_file
):
    text = '{"StartAt": "A", "States": {%{ if var.b }"B": {}, %{ endif }"A": {"Type": "Succeed"}}}\n'
    (folder / "flow.tftpl").write_text(text)
    definition = 'templatefile("${path.module}/flow.tftpl", {})' if is_file else f"<<EOF\n{text}EOF"
    (folder / "main.tf").write_text(
        f'resource "aws_sfn_state_machine" "m" {{\n  definition = {definition}\n}}\n'
    )
    (folder / "other.asl.json").write_text('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    ran = designer("validate", ".", "--format", "json")
    found = [(each["code"], each["severity"], each["line"]) for each in json.loads(ran.out)]
    assert (ran.code, ("not-followed", "warning", 2) in found) == (0, True), ran.out


def test_a_file_that_terraform_names_and_is_not_there_is_told_by_its_path(folder, designer):
    definition = 'templatefile("${path.module}/flows/no.json", {})'
    (folder / "main.tf").write_text(
        f'resource "aws_sfn_state_machine" "m" {{\n  definition = {definition}\n}}\n'
    )
    ran = designer("validate", "main.tf")
    assert (ran.code, "flows/no.json:1:1: error: There is no such file." in ran.out) == (1, True)
    assert "path.module" not in ran.out
