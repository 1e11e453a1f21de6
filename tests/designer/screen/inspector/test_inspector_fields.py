"""The fields that the inspector shows, their text, and the edits of the definition that typing makes."""

from typing import get_args

import pytest

from designer.screen.panels.inspector.fields import fields_in, fields_of
from designer.screen.panels.inspector.groups import Group
from designer.screen.panels.inspector.state_changes import change_state, without_field
from designer.screen.panels.inspector.value_text import from_text, to_text
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.json_values import with_value
from schemas.asl.walk import states
from schemas.document.document import Document
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

ASL = """{
  "StartAt": "決済",
  "States": {
    "決済": {
      "Type": "Task",
      "Resource":  "arn:aws:states:::lambda:invoke",
      "Retry": [ {"ErrorEquals": ["States.Timeout"]} ],
      "Next": "終わり"
    },
    "終わり": {"Type": "Succeed"}
  }
}
"""


def flow(text=ASL):
    return Workflow("注文", Document.parse(text, "json"))


def state(name, workflow):
    return next(state for state in states(workflow.document.value) if state.name == name)


def uid(name, workflow):
    identity = identify(workflow.document.value, workflow.design)
    return next(uid for uid, state in identity.states.items() if state.name == name)


def revise(make, workflow=None):
    workflow = workflow or flow()
    return workflow.apply(change_state(workflow, uid("決済", workflow), make)).workflow.document.text


def with_field(state, name, value):
    return with_value(state.fields, (name,), value, [tuple(fields_of(state))])


def names(text):
    return [field.name for group in get_args(Group) for field in fields_in(group, state("決済", flow(text)))]


def test_a_task_in_jsonpath_has_paths_and_no_arguments():
    assert {"Resource", "InputPath", "Parameters", "ResultSelector", "ResultPath", "OutputPath"} <= set(
        names(ASL)
    )
    assert "Arguments" not in names(ASL)


def test_a_task_in_jsonata_has_arguments_and_no_paths():
    found = names(ASL.replace('"StartAt"', '"QueryLanguage": "JSONata", "StartAt"'))
    assert {"Arguments", "Output", "Assign"} <= set(found)
    assert not any(name.endswith("Path") or name == "Parameters" for name in found)


def test_a_type_that_the_language_does_not_know_has_none():
    assert names(ASL.replace("Task", "Tusk")) == []


def test_setting_a_field_changes_its_line_and_no_other():
    text = revise(lambda state: with_field(state, "Resource", "arn:x"))
    assert text == ASL.replace("arn:aws:states:::lambda:invoke", "arn:x")


def test_a_new_field_stands_where_its_schema_has_it():
    text = revise(lambda state: with_field(state, "TimeoutSeconds", 30))
    assert list(Document.parse(text).value["States"]["決済"]) == [
        "Type",
        "Resource",
        "TimeoutSeconds",
        "Retry",
        "Next",
    ]


def test_taking_a_field_away_leaves_the_others_as_they_are_written():
    text = revise(lambda state: without_field(state, "Retry"))
    assert '"Resource":  "arn:aws:states:::lambda:invoke",' in text
    assert "Retry" not in text


def test_a_deleted_state_is_refused():
    with pytest.raises(ActionRefused, match="action-gone"):
        change_state(flow(), "nobody", lambda state: {})


@pytest.mark.parametrize(
    "value",
    ["arn:x", "", "{% $x %}", "null", "12", "-", '"quoted"', "[list]", 12, 1.5, True, None, {"a": [1]}, []],
)
def test_what_is_shown_is_read_as_the_same(value):
    assert from_text(to_text(value, plain=False), plain=False) == value
    if isinstance(value, str):
        assert from_text(to_text(value, plain=True), plain=True) == value


@pytest.mark.parametrize("text", ['{"a": 1', "[1, 2", '"open', '{\n  "a": ]\n}'])
def test_structures_that_cannot_be_read_are_reported_with_their_line(text):
    with pytest.raises(Unreadable) as refused:
        from_text(text, plain=False)
    assert refused.value.problem.line >= 1
