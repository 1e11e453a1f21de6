"""SAM templates as the real translator makes them, judged by cfn-lint, and what they deploy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from budget import deep, some
from cfnlint.api import lint
from corpus import definitions, needs_corpus
from deployed import Deployed, check
from flows import encrypted, workflows
from sam import translated
from test_cloudformation_templates import NOT_OURS

from exporters import export
from exporters.names import file_name
from schemas import Document
from schemas.sidecar.workflow import Workflow


def findings(deployed: Deployed) -> list[str]:
    found = [match.message for match in lint(json.dumps(deployed.template, ensure_ascii=False))]
    return [message for message in found if not any(known in message for known in NOT_OURS)]


@deep
@pytest.mark.parametrize("workflow", some(workflows(), 9), ids=lambda workflow: file_name(workflow.name))
def test_sam_makes_a_template_without_findings_and_the_machine_is_what_was_meant(workflow: Workflow) -> None:
    deployed = translated(export(workflow, "sam", force=True))
    assert findings(deployed) == []
    check(workflow, deployed)


@deep
@needs_corpus
def test_sam_takes_the_definitions_of_the_corpus() -> None:
    for index, path in enumerate(some(definitions()[::27], 6)):
        workflow = workflow_in(path, index)
        deployed = translated(export(workflow, "sam", force=True))
        found = [each for each in findings(deployed) if not each.startswith("'arn:")]
        assert found == [], path.name
        check(workflow, deployed)


def workflow_in(path: Path, index: int) -> Workflow:
    return Workflow(f"flow{index}", Document.parse(path.read_text(encoding="utf-8"), "json"))


def test_a_key_is_kept_though_sam_knows_no_encryption() -> None:
    files = {file.path: file.data.decode() for file in export(encrypted(), "sam")}
    assert "Type: AWS::StepFunctions::StateMachine" in files["template.yaml"]
    assert "DefinitionS3Location: encrypted.asl.json" in files["template.yaml"]
    assert "encrypted.asl.json" in files
