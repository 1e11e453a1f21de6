"""Rules that look at several files: values without placeholders, resources and definitions without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from designer.library.samples import load_sample, samples
from designer.linting.linter import Linter
from exporters import export, write
from schemas.validator.ruleset import all_rules

CODES = ("substitution-unused", "no-such-resource", "definition-unnamed")
FLOW = (
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "TimeoutSeconds": 9, "End": true}}}'
)
TEMPLATE = """Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String}}
Resources:
  PayFunction: {Type: AWS::Serverless::Function, Properties: {}}
  OrdersTable: {Type: AWS::DynamoDB::Table, Properties: {}}
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
"""
SERVICE = """service: shop
provider: {name: aws, runtime: nodejs22.x}
functions: {pay-order: {handler: a.b}}
resources: {Resources: {OrdersTable: {Type: AWS::DynamoDB::Table}}}
stepFunctions:
  stateMachines:
    m:
      definition:
        StartAt: A
        States:
          A: {Type: Task, Resource: %s, TimeoutSeconds: 9, End: true}
"""


def told(path: Path) -> list[tuple[str, int, str]]:
    linter = Linter("en", all_rules())
    linter.check(path)
    reports = [report for checked in linter.checked for report in checked.reports]
    assert all(each.severity == "warning" for each in reports if each.code in CODES)
    return [(each.code, each.line, each.message) for each in reports if each.code in CODES]


def template(folder: Path, properties: str, head: str = TEMPLATE) -> Path:
    file = folder / "template.yaml"
    file.write_text(head + "".join(f"      {line}\n" for line in properties.splitlines()), "utf-8")
    return file


USED = [
    "${Fn}",
    "a-${Fn}-b",
    "{% $states.input.${Fn} %}",
    "${Fn,Other}",
]


@pytest.mark.parametrize("resource", USED)
def test_a_value_with_a_placeholder_is_not_told(tmp_path, resource):
    given = f"Definition: {FLOW % resource}\nDefinitionSubstitutions: {{Fn: !GetAtt PayFunction.Arn}}"
    assert told(template(tmp_path, given)) == []


@pytest.mark.parametrize("way", ["DefinitionString", "Definition", "DefinitionUri"])
def test_a_value_without_a_placeholder_is_told_at_its_key(tmp_path, way):
    (tmp_path / "flow.asl.json").write_text(FLOW % "${Fn}")
    value = {"DefinitionUri": "flow.asl.json", "DefinitionString": f"|\n  {FLOW % '${Fn}'}"}.get(
        way, FLOW % "${Fn}"
    )
    given = f"DefinitionSubstitutions:\n  Fn: !GetAtt PayFunction.Arn\n  Old: x\n{way}: {value}"
    ((code, line, words),) = told(template(tmp_path, given))
    assert (code, line) == ("substitution-unused", 11) and "“${Old}”" in words


@pytest.mark.parametrize(
    "definition",
    ['!Sub \'{"StartAt": "${PayFunction}"}\'', "!If [Yes, {StartAt: A}, !Ref Stage]", "!Ref Stage"],
)
def test_of_a_definition_that_is_not_known_no_value_is_told(tmp_path, definition):
    given = f"DefinitionSubstitutions: {{Old: x}}\nDefinitionString: {definition}"
    assert told(template(tmp_path, given)) == []


REFERENCES = [
    ("!GetAtt PayFunction.Arn", None),
    ("!GetAtt [PayFunction, Arn]", None),
    ("!Ref OrdersTable", None),
    ("!Ref Stage", None),
    ("!Ref AWS::Region", None),
    ("!Ref PayFunctionRole", None),
    ("!Ref ServerlessRestApi", None),
    ('!Sub "${PayFunction.Arn}:live"', None),
    ('!Sub ["${own}-${!Gone}", {own: 1}]', None),
    ("!ImportValue shared-table", None),
    ("arn:aws:lambda:eu-west-1:123456789012:function:gone", None),
    ("!GetAtt PayFuncton.Arn", "PayFuncton”. Did you mean “PayFunction”?"),
    ("!GetAtt [Gone, Arn]", "Gone”."),
    ("!Ref GoneTable", "GoneTable”."),
    ('!Sub "x-${Gone.Arn}"', "Gone”."),
    ('!Sub ["${own}-${Gone}", {own: 1}]', "Gone”."),
]


@pytest.mark.parametrize(("reference", "words"), REFERENCES)
@pytest.mark.parametrize("way", ["Definition", "DefinitionSubstitutions"])
def test_a_logical_name_that_a_template_does_not_have_is_told(tmp_path, reference, words, way):
    flow = FLOW.replace('"%s"', reference) if way == "Definition" else FLOW % "${Fn}"
    given = f"Definition: {flow}\n"
    if way == "DefinitionSubstitutions":
        given += f"DefinitionSubstitutions:\n  Fn: {reference}\n"
    found = told(template(tmp_path, given))
    assert [code for code, *_ in found] == ["no-such-resource"] * (words is not None)
    assert words is None or found[0][2].endswith(words)
    assert words is None or found[0][1] == (9 if way == "Definition" else 11)


def test_names_inside_the_text_of_a_sub_are_looked_up_too(tmp_path):
    text = FLOW % "${PayFuncton.Arn}"
    ((code, line, words),) = told(template(tmp_path, f"DefinitionString: !Sub |\n  {text}"))
    assert (code, line) == ("no-such-resource", 10) and "Did you mean “PayFunction”?" in words
    own = FLOW % "${PayFunction.Arn}${own}${!Gone}"
    assert told(template(tmp_path, f"DefinitionString: !Sub\n  - |\n    {own}\n  - own: x")) == []


@pytest.mark.parametrize(
    "head",
    [
        TEMPLATE.replace("AWS::Serverless-2016-10-31", "MyMacro"),
        TEMPLATE.replace("Resources:\n", "Resources:\n  Fn::Transform: {Name: AWS::Include}\n"),
        TEMPLATE.replace("Resources:\n", "Resources:\n  Fn::ForEach::F: [N, [A], {'${N}': {Type: X}}]\n"),
    ],
)
def test_a_template_that_macros_or_loops_complete_may_have_any_name(tmp_path, head):
    flow = FLOW.replace('"%s"', "!Ref Gone")
    assert told(template(tmp_path, f"Definition: {flow}", head)) == []


@pytest.mark.parametrize(
    ("reference", "is_known"),
    [
        ("{Fn::GetAtt: [pay-order, Arn]}", True),
        ("{Fn::GetAtt: [PayDashorderLambdaFunction, Arn]}", True),
        ("{Ref: OrdersTable}", True),
        ("{Ref: ServerlessDeploymentBucket}", True),
        ("{Ref: AWS::AccountId}", True),
        ("{Fn::GetAtt: [PayLambdaFunction, Arn]}", False),
        ("{Ref: OrderTable}", False),
    ],
)
def test_a_service_has_its_functions_and_resources(tmp_path, reference, is_known):
    file = tmp_path / "serverless.yml"
    file.write_text(SERVICE % reference)
    assert [code for code, *_ in told(file)] == ([] if is_known else ["no-such-resource"])


@pytest.mark.parametrize("section", ["functions", "resources"])
@pytest.mark.parametrize("value", ["${file(more.js)}", "${file(more.yml)}", "['${file(more.yml)}', {}]"])
def test_parts_of_a_service_in_other_files_count(tmp_path, section, value):
    (tmp_path / "more.yml").write_text(
        "Gone: {handler: a.b}\n" if section == "functions" else "Resources: {Gone: {Type: X}}\n"
    )
    text = SERVICE % "{Ref: Gone}"
    lines = [f"{section}: {value}" if line.startswith(section) else line for line in text.splitlines()]
    (tmp_path / "serverless.yml").write_text("\n".join(lines))
    assert told(tmp_path / "serverless.yml") == []


def test_a_definition_that_no_template_names_is_told(tmp_path):
    template(tmp_path, "DefinitionUri: flows/pay.asl.json")
    (tmp_path / "flows").mkdir()
    for name in ("pay.asl.json", "old.asl.json"):
        (tmp_path / "flows" / name).write_text(FLOW % "arn:aws:states:::sqs:sendMessage")
    ((code, line, _),) = told(tmp_path)
    assert (code, line) == ("definition-unnamed", 1)
    assert told(tmp_path / "flows" / "old.asl.json") == [], "a file alone is not asked about"
    (tmp_path / "app.py").write_text("open('flows/old.asl.json')")
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"serverless.yml": SERVICE.replace("    m:", "    old:") % "{Ref: OrdersTable}"},
        {"template.yaml": f"{TEMPLATE}      Definition: {FLOW}", ".designer-export.json": '{"a": "old"}'},
    ],
    ids=["no template", "a machine of that name", "exported"],
)
def test_a_definition_alone_or_the_drawing_of_a_machine_is_not_told(tmp_path, others):
    (tmp_path / "old.asl.json").write_text(FLOW % "arn:aws:states:::sqs:sendMessage")
    for name, text in others.items():
        (tmp_path / name).write_text(text)
    assert told(tmp_path) == []


@pytest.mark.parametrize("format", ["serverless", "cloudformation", "cdk-python", "cdk-typescript"])
def test_nothing_of_this_is_told_of_what_is_exported(tmp_path, format):
    for name in samples():
        write(export(load_sample(name), format), tmp_path / name)
        assert told(tmp_path / name) == []
