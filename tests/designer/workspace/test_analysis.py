"""The analysis of a workflow: its diagnostics, by state and as a whole."""

from __future__ import annotations

import pytest

from designer.workspace.analysis import Analysis
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


def read(text: str) -> Analysis:
    workflow = Workflow("flow", Document.parse(text, "json"))
    return Analysis(workflow, workflow)


@pytest.mark.parametrize(
    "text", ['{"StartAt": "", "States": {}}', '{"QueryLanguage": "JSONata", "States": {}}']
)
def test_nothing_is_wrong_with_what_is_not_begun(text: str) -> None:
    assert read(text).diagnostics == []


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"StartAt": "A", "States": {}}', '{"StartAt": "", "States": {"A": {"Type": "Fail"}}}'],
)
def test_what_is_begun_is_judged(text: str) -> None:
    assert read(text).diagnostics
