"""Exports tell of more parameters than CloudFormation takes, on their page and beside it."""

from __future__ import annotations

import json

import pytest

from exporters import export, notices
from exporters.registry import formats
from schemas import Document
from schemas.sidecar.workflow import Workflow

STACKS = ["cdk-python", "cdk-typescript", "cloudformation", "sam", "serverless"]


def with_placeholders(count: int) -> Workflow:
    values = {f"v{index}": f"${{Value{index}}}" for index in range(count)}
    definition = {"StartAt": "a", "States": {"a": {"Type": "Pass", "Result": values, "End": True}}}
    return Workflow("flow", Document.parse(json.dumps(definition), "json"))


@pytest.mark.parametrize("format", STACKS)
def test_more_parameters_than_a_template_may_have_are_told(format: str) -> None:
    artifacts = export(with_placeholders(201), format)
    (notice,) = notices(artifacts)
    assert (notice.code, notice.severity) == ("too-many-parameters", "warning")
    assert "201" in notice.message("ja")
    page = {artifact.path: artifact.data.decode() for artifact in artifacts}["README.md"]
    assert notice.message("ja") in page
    assert notice.message("en") in page


@pytest.mark.parametrize("format", STACKS)
def test_as_many_as_it_may_have_are_not(format: str) -> None:
    artifacts = export(with_placeholders(200), format)
    assert notices(artifacts) == []
    assert all(b"CloudFormation takes at most" not in artifact.data for artifact in artifacts)


@pytest.mark.parametrize("format", sorted(formats().keys() - set(STACKS)))
def test_a_format_without_a_stack_has_nothing_to_tell(format: str) -> None:
    assert notices(export(with_placeholders(201), format)) == []


@pytest.mark.parametrize("format", STACKS)
@pytest.mark.parametrize("name", ["self:custom.x", "file(a.yml):b", "param:x"])
def test_a_variable_of_serverless_is_told(name: str, format: str) -> None:
    text = f"${{{name}}}"
    definition = {"StartAt": "a", "States": {"a": {"Type": "Pass", "Result": [text, text], "End": True}}}
    workflow = Workflow("flow", Document.parse(json.dumps(definition, indent=1), "json"))
    artifacts = export(workflow, format)
    (notice,) = notices(artifacts)
    assert (notice.code, notice.severity, notice.line) == ("variable-not-exported", "warning", 7)
    page = {artifact.path: artifact.data.decode() for artifact in artifacts}["README.md"]
    assert all(text in notice.message(language) in page for language in ("ja", "en"))
