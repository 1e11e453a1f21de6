"""Merges into generated repositories: every line stays, and a second run changes nothing."""

from __future__ import annotations

import re

import pytest
import yaml
from budget import deep, examples, some
from flows import workflows
from hypothesis import given
from hypothesis import strategies as st
from merging import FLOW, merged, plan, workflow, written

from exporters.merging.plan import Plan
from schemas.document.template import Template
from schemas.document.yaml.dialect import SERVERLESS

COMMENTS = st.sampled_from(["", "# a comment", "# 日本語のコメント", "#", "# resources: {}", "## Resources:"])
BLANKS = st.sampled_from(["", "\n", "\n\n"])
SCALARS = st.sampled_from(
    [
        *("x", "'single'", '"double \\u00e9"', "yes", "010", "1:30", "2020-01-01", "~", "''", "日本"),
        *("${self:service}-x", ">-\n>>folded\n>>text", "|\n>>literal # no comment\n>>  more"),
    ]
)
STEPS = st.sampled_from([2, 4, 3])


CUSTOM = (
    "",
    "custom:\n>base: &base\n>>a: 1 # one\n>more:\n>><<: *base\n>>b: 2\n",
    "custom: {a: [1, 2,\n>3], 'b': &x y, c: *x}\n",
    "custom:\n>k:   not\n>l:    a list\n",
)
PLUGINS = (
    "",
    "plugins:\n>- serverless-offline # here\n># last\n",
    "plugins:\n- serverless-offline\n- serverless-step-functions\n",
    "plugins:\n>- serverless-step-functions",
)
RESOURCES = (
    "",
    "resources:\n",
    "resources:\n>Resources:\n>># one\n>>T:\n>>>Type: AWS::SNS::Topic   # t\n>># after\n",
    "resources:\n>Outputs:\n>>A: {Value: !Ref T}\n>Resources:\n>>T: {Type: AWS::SNS::Topic}\n\n",
    "resources:\n>- Resources:\n>>>T:\n>>>>Type: AWS::SNS::Topic\n",
    "resources:\n>Resources:\n>>T:\n>>>Type: AWS::SNS::Topic\n>>>Properties:\n>>>>DisplayName: |\n>>>>>a\n\n",
)
MACHINES = (
    "",
    "stepFunctions:\n># ours\n>stateMachines:\n>>mine:\n>>>name: a\n>>>definition: {}\n>validate: false\n",
    "stepFunctions:\n>activities: [a]\n",
    "stepFunctions: # to come\n",
)
PARAMS = ("", "params:\n>prod:\n>>A: 1\n", "params:\n>default: {B: 2}\n")
"""Sections of a `serverless.yml`, with `>` for one step of indentation at the beginning of a line."""


@st.composite
def sections(draw: st.DrawFn) -> list[str]:
    """The sections of a `serverless.yml`, in any order."""
    values = "".join(f"k{index}: {draw(SCALARS)}\n" for index in range(draw(st.integers(0, 3))))
    drawn = [draw(st.sampled_from(kind)) for kind in (CUSTOM, PLUGINS, RESOURCES, MACHINES, PARAMS)]
    return draw(st.permutations([section for section in ("service: a\n", *drawn, values) if section]))


@st.composite
def hosts(draw: st.DrawFn) -> str:
    step = " " * draw(STEPS)
    parts = []
    for section in draw(sections()):
        comment = draw(COMMENTS)
        text = re.sub(r"(?m)^>+", lambda found: step * len(found[0]), section)
        text = text if text.endswith("\n") else text + "\n"
        parts.append((comment + "\n" if comment else "") + text + draw(BLANKS))
    text = "".join(parts)
    if draw(st.booleans()) and not text.endswith("\n\n"):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "", "", "\ufeff", "---\n"])) + text


@examples(12, 400)
@given(hosts())
def test_every_line_of_the_host_stays_and_a_second_run_changes_nothing(host: str) -> None:
    files = merged({"serverless.yml": host}, workflow())
    after = files["serverless.yml"]
    rest = iter(after.splitlines(keepends=True))
    kept = [line for line in host.splitlines(keepends=True) if not may_change(line)]
    assert [line for line in kept if line not in rest] == []
    assert ("\r" in host) or ("\r" not in after)
    assert after.count("\n") == after.count("\r\n") or "\r" not in host or "---\n" in host
    assert values_of(host) == without_ours(values_of(after), values_of(host))
    again = plan(files, workflow())
    assert again.agrees and again.record is None
    changed = merged(files, workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')))
    assert changed["serverless.yml"] == after.replace("MaxAttempts: 2", "MaxAttempts: 5")


def may_change(line: str) -> bool:
    """A line without a break at the end, or with a merged part between brackets or without a value."""
    return not line.endswith("\n") or bool(
        re.search(r"default: \{|resources:\s|stepFunctions:\s|Resources: \{", line)
    )


def values_of(text: str) -> dict:
    document = Template(text, "yaml", SERVERLESS)
    assert document.problem is None
    value = document.value
    assert isinstance(value, dict)
    assert yaml.compose(text.removeprefix("\ufeff")) is not None, "another reader takes it, too"
    return value


def without_ours(after: object, before: object) -> object:
    """`after` without the keys and items that `before` does not have; null where that was so."""
    if before is None:
        return None
    if isinstance(before, dict) and isinstance(after, dict):
        return {key: without_ours(after[key], before[key]) for key in before}
    if isinstance(before, list) and isinstance(after, list):
        return [without_ours(item, other) for item, other in zip(after, before, strict=False)]
    return after


def test_the_plan_of_a_merge_shows_what_is_written() -> None:
    found: Plan = plan({"serverless.yml": "service: a\n"}, workflow())
    assert found.diff().startswith("--- a/serverless.yml\n+++ b/serverless.yml\n@@ -1 +1,")


HOSTS = {
    "serverless": {"serverless.yml": "# a\r\nservice: x\r\nprovider:\r\n    name: aws\r\n"},
    "cloudformation": {"template.yaml": "Resources:\n  T: {Type: AWS::SNS::Topic}\n"},
    "sam": {
        "template.yaml": "Transform: AWS::Serverless-2016-10-31\nResources:\n  T: {Type: AWS::SNS::Topic}\n"
    },
    "cdk-typescript": {
        "cdk.json": '{"app": "npx tsx app.ts"}',
        "app.ts": "import {App} from 'aws-cdk-lib'\nconst app = new App()\n",
    },
    "cdk-python": {
        "cdk.json": '{"app": "python3 app.py"}',
        "app.py": "from aws_cdk import App\napp = App()\napp.synth()\n",
    },
}


@deep
@pytest.mark.parametrize("format", HOSTS)
@pytest.mark.parametrize("index", some(range(len(workflows())), 3))
def test_workflows_of_every_kind_leave_the_lines_of_every_host_and_come_to_rest(
    index: int, format: str
) -> None:
    host, flow = HOSTS[format], workflows()[index]
    files = written(host, plan(host, flow, format=format))
    again = plan(files, flow, format=format)
    assert again.agrees and again.record is None
    for name, text in host.items():
        rest = iter(files[name].splitlines(keepends=True))
        assert [line for line in text.splitlines(keepends=True) if line not in rest] == []
