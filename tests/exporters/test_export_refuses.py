"""Export refuses a definition with errors, naming them, unless it is forced."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules

import pytest

from exporters import ExportRefused, export, exporting, picture_formats
from exporters.registry import formats
from schemas import Document, validate
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FOLDER = Path(exporting.__file__).with_name("formats")
WITHOUT_TARGET = '{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "nowhere"}}}'
WAITING = """{"StartAt": "a", "States": {"a": {"Type": "Task", "End": true,
  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}"""
STRICT = [name for name, format in formats().items() if format.refuses_errors]
LENIENT = [name for name in formats() if name not in STRICT]
BROKEN = '{"StartAt": '


def workflow(text: str, design: str = '{"version": 1}') -> Workflow:
    return Workflow("flow", Document.parse(text, "json"), Design(Document.parse(design, "json")))


def test_only_pictures_take_a_definition_with_errors() -> None:
    assert sorted(picture_formats().values()) == ["png", "svg"]
    assert sorted(LENIENT) == ["design-sheet", "mermaid", "png", "runbook", "svg"]


def test_every_format_that_draws_a_picture_is_found_without_the_others() -> None:
    drawing = {format.picture_ending: name for name, format in formats().items() if format.picture_ending}
    assert picture_formats() == drawing


def test_every_module_of_the_folder_is_found_in_the_order_of_use() -> None:
    offering = {type(format).__module__.split(".")[2] for format in formats().values()}
    assert offering == {module.name for module in iter_modules([str(FOLDER)])}
    assert list(formats())[:3] == ["serverless", "png", "svg"]


@pytest.mark.parametrize("format", STRICT)
def test_a_definition_with_errors_is_refused_naming_them(format: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export(workflow(WITHOUT_TARGET), format)
    assert {diagnostic.severity for diagnostic in refused.value.diagnostics} == {"error"}
    assert any("nowhere" in diagnostic.message("ja") for diagnostic in refused.value.diagnostics)


@pytest.mark.parametrize("format", STRICT)
def test_force_exports_a_definition_with_errors(format: str) -> None:
    assert export(workflow(WITHOUT_TARGET), format, force=True)


UNDECIDED = """{"StartAt": "Check", "States": {
  "Check": {"Type": "Task", "Resource": "${CheckStock}", "Next": "P"},
  "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "Inside", "States": {
    "Inside": {"Type": "Task", "Resource": "${Pack}", "End": true}}}]}}}"""
UNDECIDED_DESIGN = """{"version": 1, "states": {"c": {"name": "Check", "undecided": ["CheckStock"]},
  "p": {"name": "P", "undecided": ["Pack"]}, "i": {"name": "Inside", "undecided": ["Pack"]}}}"""


@pytest.mark.parametrize("format", STRICT)
def test_what_nobody_has_decided_is_refused_in_one_line(format: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export(workflow(UNDECIDED, UNDECIDED_DESIGN), format)
    [line] = refused.value.diagnostics
    assert (line.code, line.path) == ("undecided-left", ("States", "Check", "Resource"))
    assert "Check / Inside" in line.message("en")


def test_what_is_decided_is_exported() -> None:
    decided = UNDECIDED.replace("${CheckStock}", "arn:aws:states:::sqs:sendMessage").replace(
        "${Pack}", "${Other}"
    )
    assert export(workflow(decided, UNDECIDED_DESIGN), "asl-json")
    assert export(workflow(UNDECIDED, UNDECIDED_DESIGN), "asl-json", force=True)


def test_a_picture_shows_what_is_undecided_by_a_dashed_frame_and_a_word() -> None:
    [drawn] = export(workflow(UNDECIDED, UNDECIDED_DESIGN), "svg")
    [decided] = export(workflow(UNDECIDED), "svg")
    assert drawn.data.decode().count("未定") == 2
    assert drawn.data.count(b'stroke-dasharray="6 4"') == 2 + decided.data.count(b'stroke-dasharray="6 4"')


@pytest.mark.parametrize("format", LENIENT)
def test_a_picture_shows_a_definition_with_errors(format: str) -> None:
    assert export(workflow(WITHOUT_TARGET), format)


@pytest.mark.parametrize("format", formats())
def test_broken_text_is_refused_even_by_force(format: str) -> None:
    with pytest.raises(ExportRefused):
        export(workflow(BROKEN), format, force=True)


def test_the_type_of_the_sidecar_decides_what_is_an_error() -> None:
    export(workflow(WAITING), "serverless")
    with pytest.raises(ExportRefused):
        export(workflow(WAITING, '{"version": 1, "type": "EXPRESS"}'), "serverless")


def test_diagnostics_that_are_at_hand_are_not_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    flow = workflow(WITHOUT_TARGET)
    found = validate(flow.document, flow.design, flow.design.type)
    monkeypatch.setattr(exporting, "validate", None)
    with pytest.raises(ExportRefused):
        export(flow, "asl-json", diagnostics=found)
    assert export(flow, "asl-json", diagnostics=[])


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        export(workflow(WAITING), "visio")
