"""Templates as cfn-lint judges them, and what they deploy."""

from __future__ import annotations

import pytest
import yaml
from cfnlint.api import lint
from deployed import Deployed, check
from flows import HOSTILE, workflows

from exporters import export
from exporters.names import file_name
from schemas.sidecar.workflow import Workflow

NOT_OURS = [
    "'arn:${Partition}",
    "'^.{1,80}$'",
    "'OrdersTable'",
    "'PayFunction'",
    "'topic' does not match",
    "'DefaultValue'",
    *HOSTILE,
]
"""Opinions on ARNs with placeholders, what is to be added, a topic wrongly named, and hostile texts."""


@pytest.mark.parametrize("workflow", workflows(), ids=lambda workflow: file_name(workflow.name))
def test_cfn_lint_finds_nothing_and_the_machine_is_what_was_meant(workflow: Workflow) -> None:
    text = export(workflow, "cloudformation", force=True)[0].data.decode()
    found = [match.message for match in lint(text)]
    assert [message for message in found if not any(known in message for known in NOT_OURS)] == []
    template = yaml.load(text, yaml.CSafeLoader)
    source = template["Resources"]["StateMachine"]["Properties"]["DefinitionString"]
    check(workflow, Deployed(template, source))
