"""Export refuses a definition with errors, naming them, unless it is forced."""

from __future__ import annotations

import pytest

from exporters import ExportRefused, export, formats
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

WITHOUT_TARGET = '{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "nowhere"}}}'
WAITING = """{"StartAt": "a", "States": {"a": {"Type": "Task", "End": true,
  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}"""
BROKEN = '{"StartAt": '


def workflow(text: str, design: str = '{"version": 1}') -> Workflow:
    return Workflow("flow", Document.parse(text, "json"), Design(Document.parse(design, "json")))


def test_formats_are_found() -> None:
    assert list(formats()) == [
        "asl-json",
        "asl-yaml",
        "cdk-python",
        "cdk-typescript",
        "cloudformation",
        "png",
        "serverless",
        "svg",
    ]


@pytest.mark.parametrize("format", ["asl-json", "asl-yaml", "cdk-python", "cdk-typescript", "serverless"])
def test_a_definition_with_errors_is_refused_naming_them(format: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export(workflow(WITHOUT_TARGET), format)
    assert {diagnostic.severity for diagnostic in refused.value.diagnostics} == {"error"}
    assert any("nowhere" in diagnostic.message("ja") for diagnostic in refused.value.diagnostics)


@pytest.mark.parametrize("format", ["asl-json", "asl-yaml", "cdk-python", "cdk-typescript", "serverless"])
def test_force_exports_a_definition_with_errors(format: str) -> None:
    assert export(workflow(WITHOUT_TARGET), format, force=True)


@pytest.mark.parametrize("format", ["asl-yaml", "serverless"])
def test_broken_text_is_refused_even_by_force(format: str) -> None:
    with pytest.raises(ExportRefused):
        export(workflow(BROKEN), format, force=True)


def test_the_type_of_the_sidecar_decides_what_is_an_error() -> None:
    export(workflow(WAITING), "serverless")
    with pytest.raises(ExportRefused):
        export(workflow(WAITING, '{"version": 1, "type": "EXPRESS"}'), "serverless")


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        export(workflow(WAITING), "visio")
