"""Text typed or pasted for the whole definition."""

import pytest

from designer.workspace.definition_text import Unreadable, change_from_text, text_in_format
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

JSON = '{"StartAt": "A",   "States": {"A": {"Type": "Pass", "End": true}}}'
YAML = "# 注文\nStartAt: A\nStates:\n  A: {Type: Pass, End: true} # ここだけ\n"


def after(document, text, format):
    return Workflow("w", document).apply(change_from_text(document, text, format)).workflow.document


def test_its_own_format_is_shown_and_kept_as_it_is_written():
    document = Document.parse(JSON, "json")
    assert text_in_format(document, "json") == JSON
    longer = JSON.replace("Pass", "Succeed")
    assert after(document, longer, "json").text == longer


def test_what_is_broken_is_kept_as_text():
    broken = after(Document.parse(JSON, "json"), JSON[:-3], "json")
    assert (broken.text, broken.format) == (JSON[:-3], "json")
    assert broken.problem.line == 1
    assert after(broken, JSON, "json").problem is None


def test_a_definition_pasted_in_the_other_format_becomes_the_source():
    pasted = after(Document.parse(JSON, "json"), YAML, "json")
    assert (pasted.text, pasted.format) == (YAML, "yaml")
    back = Workflow("w", pasted).apply(change_from_text(pasted, JSON, "yaml"))
    assert back.workflow.document.value == Document.parse(JSON).value


def test_the_change_of_format_can_be_undone():
    document = Document.parse(JSON, "json")
    changed = Workflow("w", document).apply(change_from_text(document, YAML, "json"))
    undone = changed.workflow.apply(changed.inverse).workflow.document
    assert (undone.text, undone.format) == (JSON, "json")


def test_of_the_converted_view_only_what_differs_is_taken_over():
    document = Document.parse(YAML, "yaml")
    view = text_in_format(document, "json")
    assert Document.parse(view, "json").value == document.value
    changed = after(document, view.replace("Pass", "Wait"), "json")
    assert (changed.text, changed.format) == (YAML.replace("Pass", "Wait"), "yaml")


def test_a_converted_view_left_alone_changes_nothing():
    document = Document.parse(YAML, "yaml")
    assert after(document, text_in_format(document, "json"), "json").text == YAML


def test_a_converted_view_that_cannot_be_read_leaves_the_source_alone():
    with pytest.raises(Unreadable) as refused:
        change_from_text(Document.parse(YAML, "yaml"), "{\n  oops: [", "json")
    assert refused.value.problem.line == 2
