"""Placeholders that the tool of a file would not put a value in for."""

from __future__ import annotations

from pathlib import Path

import pytest

from designer.linting.linter import Linter
from schemas.validator.ruleset import all_rules

FLOW = (
    '{{"StartAt": "A", "States": {{"A": '
    '{{"Type": "Task", "Resource": "{0}", "TimeoutSeconds": 9, "End": true}}}}}}'
)
SERVICE = """service: s
provider: {name: aws}
custom: {fn: x, dev: {fn: x}}
stepFunctions:
  stateMachines:
    m:
      definition: """
CLOUDFORMATION = """Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
"""


def told(file: Path) -> list[tuple[str, str, int]]:
    linter = Linter("en", all_rules())
    linter.check(file)
    reports = [report for checked in linter.checked for report in checked.reports]
    return [(each.code, each.message, each.line) for each in reports if "placeholder" in each.code]


def template(folder: Path, properties: str) -> Path:
    file = folder / "template.yaml"
    indented = "".join(f"      {line}\n" for line in properties.splitlines())
    file.write_text(CLOUDFORMATION + indented, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("Fn", "Fn: x", None),
        ("Fn_1", "Fn_1: x", None),
        ("Other", "Fn: x", "Add “Other” to DefinitionSubstitutions."),
        ("PayFunctoin", "PayFunction: x", "write “PayFunction”"),
        ("Fn.Arn", "Fn.Arn: x", "letters A to Z"),
        ("pay-fn", "pay-fn: x", "letters A to Z"),
        ("支払い", "支払い: x", "letters A to Z"),
        ("AWS::Region", "Fn: x", "letters A to Z"),
        ("Other", "Fn::Transform: x", None),
    ],
)
@pytest.mark.parametrize("way", ["DefinitionString", "Definition", "DefinitionUri"])
def test_of_definition_substitutions(
    name: str, given: str, words: str | None, way: str, tmp_path: Path
) -> None:
    flow = FLOW.format("${" + name + "}")
    if way == "DefinitionUri":
        (tmp_path / "flow.asl.json").write_text(flow, encoding="utf-8")
    value = {"DefinitionUri": "flow.asl.json", "DefinitionString": f"|\n  {flow}"}.get(way, flow)
    kind = f"{way}: {value}\nDefinitionSubstitutions:\n  {given}"
    found = told(template(tmp_path, kind))
    assert [code for code, _, _ in found] == ["placeholder-not-substituted"] * (words is not None)
    assert all(words in message for _, message, _ in found if words)


def test_without_any_substitutions(tmp_path: Path) -> None:
    ((code, message, line),) = told(template(tmp_path, "DefinitionString: |\n  " + FLOW.format("${Fn}")))
    assert (code, line) == ("placeholder-not-substituted", 7)
    assert "“${Fn}”" in message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Fn", None),
        ("Fn.Arn", None),
        ("AWS::Region", None),
        ("!Fn", None),
        ("own name", "Fn::Sub takes"),
        ("pay-fn", "Fn::Sub takes"),
        ("支払い", "Fn::Sub takes"),
    ],
)
def test_of_a_sub(name: str, words: str | None, tmp_path: Path) -> None:
    found = told(template(tmp_path, "DefinitionString: !Sub |\n  " + FLOW.format("${" + name + "}")))
    assert [words in message for _, message, _ in found] == [True] * (words is not None)


def test_of_functions_in_an_object_and_of_joined_texts_nothing_is_told(tmp_path: Path) -> None:
    flow = FLOW.format("x").replace('"x"', '!Sub "${Fn.Arn}"')
    assert told(template(tmp_path, f"Definition: {flow}")) == []
    parts = FLOW.format("§").split("§")
    joined = f"DefinitionString: !Join ['', ['{parts[0]}', !GetAtt Fn.Arn, '{parts[1]}']]"
    assert told(template(tmp_path, joined)) == []


STEP = "{Type: Pass, Comment: 'x ${Name} ${Other}', End: true}"
LOOP = f"Fn::ForEach::Steps: [Name, [A, B], {{'Step${{Name}}': {STEP}}}]"


@pytest.mark.parametrize("more", ["", "Z: {Type: Pass, End: true}, "])
def test_a_loop_over_states_puts_in_its_variable(more: str, tmp_path: Path) -> None:
    flow = f"{{StartAt: StepA, States: {{{more}{LOOP}}}}}"
    ((_, message, _),) = told(template(tmp_path, f"Definition: {flow}"))
    assert "“${Other}”" in message


def test_inner_loops_put_in_the_variables_of_all(tmp_path: Path) -> None:
    step = "{Type: Pass, Comment: '${X} ${Y} ${Other}', End: true}"
    inner = f"Fn::ForEach::Inner: [Y, [a, b], {{'S${{X}}${{Y}}': {step}}}]"
    flow = f"{{StartAt: Saa, States: {{Fn::ForEach::Outer: [X, [a, b], {{{inner}}}]}}}}"
    ((_, message, _),) = told(template(tmp_path, f"Definition: {flow}"))
    assert "“${Other}”" in message


@pytest.mark.parametrize("way", ["DefinitionString", "Definition"])
def test_a_loop_over_machines_puts_in_its_variable(way: str, tmp_path: Path) -> None:
    text = FLOW.format("${Env}${Other}")
    value = f"'{text}'" if way == "DefinitionString" else text
    machine = f"{{Type: AWS::Serverless::StateMachine, Properties: {{{way}: {value}}}}}"
    file = tmp_path / "template.yaml"
    file.write_text(f"Resources:\n  Fn::ForEach::Ms: [Env, [a, b], {{'M${{Env}}': {machine}}}]\n")
    ((_, message, _),) = told(file)
    assert "“${Other}”" in message


@pytest.mark.parametrize(
    ("resource", "is_told"),
    [
        ("${self:custom.fn}", False),
        ("${file(arns.yml):fn}", False),
        ("${param:fn}", False),
        ("${self:custom.${opt:stage}.fn}", False),
        ("${Fn}", True),
        ("${AWS::Region}", True),
        ("arn:aws:lambda:#{AWS::Region}:1:function:${Fn}", False),
    ],
)
def test_of_serverless(resource: str, is_told: bool, tmp_path: Path) -> None:
    (tmp_path / "arns.yml").write_text("fn: arn:aws:lambda:us-east-1:111122223333:function:f\n")
    file = tmp_path / "serverless.yml"
    file.write_text(SERVICE + FLOW.format(resource) + "\n", encoding="utf-8")
    assert [code for code, _, _ in told(file)] == ["placeholder-not-substituted"] * is_told


def test_a_file_of_which_nothing_is_known_has_hints_alone(tmp_path: Path) -> None:
    for name, codes in {"a.b-c": [], "self:x": [], "支払い": [], "two words": ["odd-placeholder"]}.items():
        file = tmp_path / "flow.asl.json"
        file.write_text(FLOW.format("${" + name + "}"), encoding="utf-8")
        assert [code for code, _, _ in told(file)] == codes
