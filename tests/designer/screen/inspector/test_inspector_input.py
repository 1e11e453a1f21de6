"""The input contract beside the arrow from the start: taken over from samples, and made into one."""

from __future__ import annotations

import json

import pytest
from inspecting import control, healthy, machine, select

from designer.workspace.actions.set_view_mode import SetViewMode
from schemas.core.view_mode import VIEW_MODES

SAMPLE = {"order": {"id": "A-1", "total": 12_000}, "gift": True}


class Contract:
    """The inspector of the arrow from the start."""

    def __init__(self, inspected, look):
        state = inspected(machine({"Type": "Pass", "Next": "B"}))
        self.page, self.session = state.page, state.session
        self.session.receiver.apply(SetViewMode(look=look))
        select(self.page, ":start:")

    @property
    def design(self):
        return self.session.opened.workflow.design.fields

    def paste(self, text):
        control(self.page.text_area, "input/pasted").input(text).run()
        return self

    def press(self, name):
        next(button for button in self.page.button if button.key == name).click().run()
        return self

    @property
    def words(self):
        return "\n".join(element.value for element in self.page.markdown).replace("\\", "")


@pytest.mark.parametrize("look", VIEW_MODES)
def test_a_pasted_sample_becomes_fields_and_the_fields_a_sample(inspected, look):
    contract = Contract(inspected, look).paste(json.dumps(SAMPLE))
    assert contract.design["input"]["fields"] == {
        "order.id": {"type": "string", "example": "A-1"},
        "order.total": {"type": "number", "example": 12_000},
        "gift": {"type": "boolean", "example": True},
    }
    assert "- order.total :gray[number]" in contract.words
    contract.press("input/to-sample")
    name = "From the table of the input"
    assert contract.design["samples"] == {name: {"input": SAMPLE}}
    contract.paste(json.dumps({"order": {"total": 1, "note": None}, "gift": False}))
    fields = contract.design["input"]["fields"]
    assert list(fields) == ["order.id", "order.total", "gift", "order.note"]
    assert fields["order.total"]["example"] == 12_000
    assert fields["order.note"] == {}
    control(contract.page.selectbox, "input/sample/1").set_value(name).run()
    assert contract.design["input"]["fields"] == fields


@pytest.mark.parametrize(
    ("typed", "reason"), [("{", "cannot be"), ("[1]", "no fields"), ("{}", "no fields"), ("", "")]
)
def test_what_is_no_sample_changes_nothing(inspected, typed, reason):
    contract = Contract(inspected, "business").paste(typed)
    assert "input" not in contract.design


def test_the_table_is_opened_from_there(inspected):
    contract = Contract(inspected, "business").paste(json.dumps(SAMPLE)).press("input/to-sample")
    contract.press("input-open")
    healthy(contract.page)
    assert contract.page.session_state["drawer-tab"] == "operations"
