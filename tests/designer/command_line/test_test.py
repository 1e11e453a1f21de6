"""`designer test`: the cases beside a workflow, their results, and what they cover."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from designer.library.samples import FOLDER

FLOW = """
StartAt: 在庫は
States:
  在庫は:
    Type: Choice
    Choices: [{Variable: $.stock, NumericGreaterThan: 0, Next: 決済}]
    Default: 売り切れ
  決済:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Parameters: {FunctionName: pay}
    TimeoutSeconds: 5
    Catch: [{ErrorEquals: [Declined], Next: 売り切れ}]
    End: true
  売り切れ: {Type: Fail, Error: SoldOut, Cause: 在庫なし}
"""
CASES = """
cases:
  買える:
    input: {stock: 1}
    mocks: {決済: {result: {paid: true}}}
    expect: {output: {paid: true}, path: [在庫は, 決済]}
  売り切れ:
    input: {stock: 0}
    expect: {error: SoldOut, cause: 在庫なし}
"""

WRITES = """
StartAt: 書く
States:
  書く:
    Type: Task
    Resource: arn:aws:states:::dynamodb:putItem
    Parameters:
      TableName: Orders
      Item: {orderId: {S.$: $.id}}
      ConditionExpression: attribute_not_exists(orderId)
    End: true
"""
TWICE = """
cases:
  初めて:
    input: {id: A-2}
    tables: {Orders: {key: {orderId: S}, items: [{orderId: A-1}]}}
    expect: {path: [書く]}
  二度目:
    input: {id: A-1}
    tables: {Orders: {key: {orderId: S}, items: [{orderId: A-1}]}}
    expect: {error: DynamoDB.ConditionalCheckFailedException}
"""

STARTS = """
StartAt: 子
States:
  子:
    Type: Task
    Resource: arn:aws:states:::states:startExecution.sync:2
    Parameters: {StateMachineArn: "arn:aws:states:::stateMachine:a", Input: {stock: 0}}
    TimeoutSeconds: 9
    Catch: [{ErrorEquals: [States.TaskFailed], Next: 売り切れ}]
    End: true
  売り切れ: {Type: Succeed}
"""
STARTED = """
cases:
  売り切れ:
    mocks: {子: {definition: CHILD}}
    expect: {path: [子, 売り切れ]}
"""


@pytest.fixture(autouse=True)
def files(folder):
    (folder / "a.asl.yaml").write_text(FLOW, "utf-8")
    (folder / "a.cases.yaml").write_text(CASES, "utf-8")


def test_passed_cases_and_what_they_do_not_cover(folder, designer):
    ran = designer("test", "a.asl.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "a.asl.yaml",
        "  passed  買える",
        "  passed  売り切れ",
        "  states: 3/3",
        "  transitions: 0/0",
        "  catches: 0/1",
        "      not covered: 決済[0] > 売り切れ",
        "  rules: 2/2",
        "2 passed, 0 failed",
    ]


def test_a_table_in_memory_refuses_the_second_order(folder, designer):
    (folder / "b.asl.yaml").write_text(WRITES, "utf-8")
    (folder / "b.cases.yaml").write_text(TWICE, "utf-8")
    ran = designer("test", "b.asl.yaml")
    assert (ran.code, ran.err) == (0, ""), ran.out


@pytest.mark.parametrize(
    ("child", "code", "words"),
    [
        ("a.asl.yaml", 0, "1 passed"),
        ("../a.asl.yaml", 1, "outside this folder"),
        ("gone.yaml", 1, "gone.yaml"),
    ],
)
def test_a_workflow_that_is_started_runs_too(folder, designer, child, code, words):
    (folder / "c.asl.yaml").write_text(STARTS, "utf-8")
    (folder / "c.cases.yaml").write_text(STARTED.replace("CHILD", child), "utf-8")
    ran = designer("test", "c.asl.yaml")
    assert ran.code == code
    assert words in ran.out + ran.err


def test_a_failed_case_says_what_was_expected_and_found(folder, designer):
    (folder / "a.cases.yaml").write_text(CASES.replace("stock: 0", "stock: 9"), "utf-8")
    ran = designer("test", "a.asl.yaml", "--lang", "ja")
    assert ran.code == 1
    assert "      状態: FAILED のはずが SUCCEEDED でした" in ran.out
    assert ran.out.splitlines()[-1] == "成功 1 件、失敗 1 件"


def test_json_and_junit(folder, designer):
    (folder / "a.cases.yaml").write_text(CASES.replace("SoldOut", "Gone"), "utf-8")
    ran = designer("test", "a.asl.yaml", "--format", "json")
    (workflow,) = json.loads(ran.out)["workflows"]
    assert (ran.code, [case["passed"] for case in workflow["cases"]]) == (1, [True, False])
    assert workflow["cases"][1]["differences"] == [{"what": "error", "expected": "Gone", "found": "SoldOut"}]
    assert workflow["coverage"]["catches"] == {"count": 1, "missing": ["決済[0] > 売り切れ"]}
    suites = ElementTree.fromstring(designer("test", "a.asl.yaml", "--format", "junit").out)
    (suite,) = suites
    assert suite.attrib == {"name": "a.asl.yaml", "tests": "2", "failures": "1"}
    assert "Gone" in suite[1][0].get("message", "")


@pytest.mark.parametrize(
    ("cases", "reason"),
    [
        ("cases: {}", "a.cases.yaml:1: No cases"),
        ("cases:\n  A: [1]", "a.cases.yaml:2: Expected an object here."),
        ("cases:\n  A:\n    inputs: {}", "a.cases.yaml:3: Unknown field “inputs”"),
        (
            "cases:\n  A:\n    sample: x",
            "a.cases.yaml:3: The sidecar has no sample input of that name; it has: -.",
        ),
        ("cases:\n  A:\n    expect: {status: OK}", "a.cases.yaml:3: The status must be one of SUCCEEDED"),
        (
            "cases:\n  A:\n    tables: {Orders: {}}",
            'a.cases.yaml:3: The tables cannot be used: Table Orders: "key" must name one or two attributes',
        ),
        ("cases:\n  A: {", "a.cases.yaml:2: This is no valid YAML."),
    ],
)
def test_a_mistake_in_the_cases_is_told_with_its_line(folder, designer, cases, reason):
    (folder / "a.cases.yaml").write_text(cases, "utf-8")
    ran = designer("test", "a.asl.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert reason in ran.err


@pytest.mark.parametrize(
    ("named", "text", "reason"),
    [
        ("../other.json", None, "which is outside this folder"),
        ("missing.json", None, "missing.json"),
        ("bad.json", "{", "bad.json:1"),
    ],
)
def test_a_sample_that_cannot_be_read_is_told(folder, designer, named, text, reason):
    design = {"version": 1, "samples": {"order": {"file": named}}}
    (folder / "a.design.json").write_text(json.dumps(design), "utf-8")
    if text is not None:
        (folder / named).write_text(text, "utf-8")
    ran = designer("test", "a.asl.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert reason in ran.err


@pytest.mark.parametrize("named", ["a.asl.yaml", "."])
def test_a_workflow_without_cases_is_no_success(folder, designer, named):
    (folder / "a.cases.yaml").unlink()
    ran = designer("test", named)
    assert (ran.code, ran.out) == (1, "")
    assert "a.cases.yaml: Nothing was checked" in ran.err


def test_the_cases_of_the_sidecar_run_too_and_the_file_comes_first(folder, designer):
    own = {"買える": {"input": {"stock": 0}}, "断られる": {"input": {"stock": 1}}}
    (folder / "a.design.json").write_text(json.dumps({"version": 1, "cases": own}), "utf-8")
    ran = designer("test", "a.asl.yaml")
    assert ran.code == 0, ran.out
    assert [line.split()[-1] for line in ran.out.splitlines() if "  passed" in line] == [
        "買える",
        "断られる",
        "売り切れ",
    ]
    (folder / "a.cases.yaml").unlink()
    ran = designer("test", "a.asl.yaml")
    assert ran.code == 1
    assert "expected SUCCEEDED, but it was FAILED" in ran.out


def test_a_mistake_in_the_sidecar_is_told_there(folder, designer):
    (folder / "a.design.json").write_text('{"version": 1,\n "cases": {"x": {"inputs": 1}}}', "utf-8")
    ran = designer("test", "a.asl.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "a.design.json:2: Unknown field “inputs”" in ran.err


def test_the_machines_of_a_template_have_cases_beside(folder, designer):
    flow = "".join(f"        {line}\n" for line in FLOW.strip().splitlines())
    (folder / "serverless.yml").write_text(
        "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n    pay:\n      definition:\n"
        + flow,
        "utf-8",
    )
    (folder / "pay.cases.yaml").write_text(CASES, "utf-8")
    for named in ("serverless.yml", "."):
        ran = designer("test", named)
        assert ran.code == 0, ran.err
        assert "serverless.yml › pay" in ran.out
    assert ran.out.splitlines()[-1] == "4 passed, 0 failed"


def test_the_cases_are_written_as_mocks_of_step_functions_local(folder, designer):
    (folder / "a.cases.yaml").write_text(CASES.replace("{paid: true}}}", "{paid: true}, delay: 2}}"), "utf-8")
    ran = designer("test", "a.asl.yaml", "--write-mocks", "MockConfigFile.json", "--lang", "en")
    assert ran.code == 0
    assert "買える: Step Functions Local knows no delays, so the answers come at once: 決済" in ran.err
    (folder / "in.json").write_text('{"stock": 1}')
    played = designer(
        "play", "a.asl.yaml", "--input", "in.json", "--mocks", "MockConfigFile.json", "--case", "買える"
    )
    assert played.code == 0
    assert json.loads((folder / "MockConfigFile.json").read_text("utf-8"))["StateMachines"].keys() == {"a"}
    assert designer("test", "a.asl.yaml", "--write-mocks", "MockConfigFile.json").code == 0


@pytest.mark.parametrize(
    ("named", "file", "code", "words"),
    [
        (["a.asl.yaml", "a.asl.yaml"], "new.json", 2, "takes the cases of one workflow"),
        (["a.asl.yaml"], "other.json", 1, "is no mock file"),
        (["a.asl.yaml"], ".", 1, "."),
    ],
)
def test_mocks_that_cannot_be_written_are_refused(folder, designer, named, file, code, words):
    (folder / "other.json").write_text("{}")
    ran = designer("test", *named, "--write-mocks", file)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert not (folder / "new.json").exists()
    assert (folder / "other.json").read_text() == "{}"


WITH_CASES = sorted(path.parent.name for path in Path(FOLDER).glob("*/workflow.cases.yaml"))


@pytest.mark.parametrize("name", WITH_CASES)
def test_the_cases_of_a_sample_pass_and_come_to_every_state_and_rule(folder, designer, name):
    shutil.copytree(FOLDER / name, folder / name)
    (definition,) = (folder / name).glob("workflow.asl.*")
    ran = designer("test", str(definition.relative_to(folder)), "--format", "json")
    assert ran.code == 0, ran.out
    covered = json.loads(ran.out)["workflows"][0]["coverage"]
    assert {kind: covered[kind]["missing"] for kind in ("states", "transitions", "rules")} == {
        "states": [],
        "transitions": [],
        "rules": [],
    }
