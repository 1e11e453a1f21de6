"""Rules chosen in `pyproject.toml` or `designer.toml`."""

import json
import re
from pathlib import Path

import pytest

from schemas.validator.ruleset import ACROSS_FILES

TASK = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": True}
FLOW = json.dumps({"StartAt": "A", "States": {"A": TASK}})


@pytest.fixture
def flow(folder):
    (folder / "flow.asl.json").write_text(FLOW)
    return folder


def severities(designer):
    ran = designer("validate", "--format", "json", "flow.asl.json")
    return ran.code, {found["code"]: found["severity"] for found in ran.found}


def test_without_settings_every_rule_is_run(flow, designer):
    code, found = severities(designer)
    assert (code, found["missing-parameter"]) == (0, "warning")


@pytest.mark.parametrize(
    ("file", "head"), [("pyproject.toml", "[tool.designer.rules]\n"), ("designer.toml", "[rules]\n")]
)
def test_a_rule_is_turned_off_or_made_worse(flow, designer, file, head):
    (flow / file).write_text(head + 'missing-parameter = "error"\nno-timeout = "off"\n')
    code, found = severities(designer)
    assert (code, found["missing-parameter"]) == (1, "error")
    assert "no-timeout" not in found
    (flow / file).write_text(head + 'missing-parameter = "off"\n')
    assert "missing-parameter" not in severities(designer)[1]


ACROSS = """Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions: {Unused: x, Gone: !GetAtt Nothing.Arn}
"""


@pytest.mark.parametrize("code", ACROSS_FILES)
def test_a_rule_across_files_is_turned_off_or_made_worse(folder, designer, code):
    (folder / "template.yaml").write_text(ACROSS)
    (folder / "flow.asl.json").write_text(FLOW.replace('"Parameters": {}', '"Comment": "${Lacking} ${Gone}"'))
    (folder / "alone.asl.json").write_text(FLOW)

    def found():
        ran = designer("validate", "--format", "json", ".")
        return ran.code, {
            each["code"]: each["severity"] for each in ran.found if each["code"] in ACROSS_FILES
        }

    assert found() == (0, dict(ACROSS_FILES))
    (folder / "designer.toml").write_text(f'[rules]\n{code} = "error"\n')
    assert found() == (1, {**ACROSS_FILES, code: "error"})
    (folder / "designer.toml").write_text(f'[rules]\n{code} = "off"\n')
    assert found() == (0, {other: "warning" for other in ACROSS_FILES if other != code})


def test_the_settings_of_a_folder_around_count(flow, designer, monkeypatch):
    (flow / "designer.toml").write_text('[rules]\nmissing-parameter = "off"\n')
    (flow / "inner").mkdir()
    (flow / "inner" / "flow.asl.json").write_text(FLOW)
    (flow / "inner" / "pyproject.toml").write_text("[project]\n")
    monkeypatch.chdir(flow / "inner")
    assert "missing-parameter" not in severities(designer)[1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[rules]\nmissing-paramter = "off"', "Did you mean missing-parameter?"),
        ('[rules]\nfrobnicate = "off"', "There is no frobnicate to set."),
        ('[rules]\nmissing-parameter = "loud"', "choose one of error, warning, hint, off."),
        ("[rules]\nmissing-parameter = [1]", "choose one of error, warning, hint, off."),
        ('rules = "all"', "rules must be a table"),
        ("[rule]\n", "Did you mean rules?"),
        ("[rules", "cannot be read"),
        (b"\xff", "cannot be read"),
    ],
)
def test_settings_that_mean_nothing_are_refused_in_words(flow, designer, text, reason):
    (flow / "designer.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    ran = designer("validate", "flow.asl.json")
    assert (ran.code, ran.out) == (1, "")
    assert "designer.toml" in ran.refusal and reason in ran.refusal


def test_the_settings_in_the_manual_are_understood(flow, designer):
    manual = (Path(__file__).parents[3] / "docs" / "validating.md").read_text(encoding="utf-8")
    (flow / "designer.toml").write_text(re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)[0])
    assert designer("validate", "flow.asl.json").err == ""
