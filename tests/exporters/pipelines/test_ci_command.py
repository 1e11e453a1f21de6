"""`designer ci`: the files that it writes into a repository, and those that it leaves alone."""

from __future__ import annotations

import re

import pytest

from exporters.pipelines import codebuild, github

FLOW = "StartAt: Pay\nStates:\n  Pay: {Type: Pass, End: true}\n"
CASES = "cases:\n  It ends: {input: {}, expect: {path: [Pay]}}\n"

SIGNS = [
    ({"serverless.yml": ""}, "npx osls deploy"),
    ({"cdk.json": "{}"}, "npx cdk deploy"),
    ({"template.yaml": "Transform: AWS::Serverless-2016-10-31"}, "sam deploy"),
    ({"template.yml": "Resources: {}"}, "aws cloudformation deploy"),
    ({}, ""),
]


@pytest.mark.parametrize(("signs", "command"), SIGNS)
def test_the_tool_is_the_one_whose_files_are_there(folder, designer, signs, command):
    for name, text in signs.items():
        (folder / name).write_text(text)
    assert designer("ci", "github", "--name", "Web Shop").code == 0
    text = (folder / github.PATH).read_text()
    deploys = re.findall(r"npx \w+ deploy|sam deploy|aws cloudformation deploy", text)
    assert set(deploys) == ({command} if command else set())
    assert ("TEMPLATE" in text) == (command == "aws cloudformation deploy")
    assert command not in ("sam deploy",) or 'SERVICE: "web-shop"' in text


@pytest.mark.parametrize("service", ["github", "codebuild"])
def test_cases_are_run_where_there_are_some(folder, designer, service):
    file = folder / (github if service == "github" else codebuild).PATH
    (folder / "flow.asl.yaml").write_text(FLOW)
    assert "has cases" in designer("ci", service).err
    assert "designer test" not in file.read_text() and "JUNIT" not in file.read_text()
    (folder / "flow.cases.yaml").write_text(CASES)
    ran = designer("ci", service, "--force")
    assert ran.code == 0 and "has cases" not in ran.err
    assert "designer test ." in file.read_text()
    (folder / "flow.cases.yaml").write_text("cases: [")
    assert "has cases" not in designer("ci", service).err, "cases that cannot be read are some, too"


def test_a_file_of_a_person_is_not_replaced(folder, designer):
    assert designer("ci", "codebuild").code == 0
    assert designer("ci", "codebuild").code == 0, "the same again is no conflict"
    (folder / "buildspec.yml").write_text("mine")
    ran = designer("ci", "codebuild")
    assert ran.code == 1 and "Use --force" in ran.refusal
    assert (folder / "buildspec.yml").read_text() == "mine"
    assert designer("ci", "codebuild", "--force").code == 0


@pytest.mark.parametrize("stages", ["", "dev,dev", "a b", "${{x}}", "-"])
def test_stages_are_names(folder, designer, stages):
    ran = designer("ci", "github", "--stages", stages)
    assert ran.code == 1 and "is no name of a stage" in ran.refusal and not [*folder.iterdir()]
