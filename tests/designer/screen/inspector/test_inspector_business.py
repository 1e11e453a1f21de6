"""The inspector in the business view: name, owner and note, and no field of ASL."""

from __future__ import annotations

import pytest
from inspecting import control, machine, select

from designer.workspace.actions.set_view_mode import SetViewMode
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import set_text
from exporters.scene import draw
from schemas.core.view_mode import VIEW_MODES
from schemas.sidecar.workflow import Change

ASK = {
    "Type": "Choice",
    "Choices": [{"Variable": "$.total", "NumericGreaterThanEquals": 100000, "Next": "B"}],
    "Default": "C",
}


@pytest.fixture
def seen(inspected):
    """The state A with these fields, in the business view or in the engineers'."""

    def open(fields, look="business"):
        state = inspected(machine(fields))
        state.session.receiver.apply(SetViewMode(look=look))
        return state.unfold("business-group")

    return open


def owned(workflow, name, owner):
    context = Context(workflow)
    (uid,) = (uid for uid, state in context.identity.states.items() if state.name == name)
    return Change(design=set_text(context, uid, "owner", owner))


def design(state):
    return state.session.opened.workflow.design.states[state.uid]


@pytest.mark.parametrize("look", VIEW_MODES)
def test_business_fields_of_a_state_go_into_the_sidecar(seen, look):
    state = seen(ASK, look)
    state.session.opened.change(lambda now: owned(now, "B", "決済チーム"))
    state.unfold()
    before = state.text
    state.enter("business-name", " 高額かどうか ").enter("note", "十万円から")
    state.enter("owner", "決済チーム")
    said = design(state)
    assert (said.business_name, said.note, said.owner) == ("高額かどうか", "十万円から", "決済チーム")
    assert state.text == before


def test_an_emptied_field_is_removed_from_the_sidecar(seen):
    state = seen(ASK)
    state.enter("business-name", "x").enter("business-name", "")
    assert "businessName" not in state.session.opened.workflow.design.document.text


def test_successors_are_shown_in_words(seen):
    state = seen(ASK)
    shown = "\n".join(element.value for element in state.page.markdown)
    assert "total is at least 100,000 → **B**" in shown.replace("\\", "")


def test_no_field_of_asl_is_shown(seen):
    state = seen(ASK)
    labels = {element.label for element in [*state.page.text_input, *state.page.text_area]}
    assert labels >= {"Business name", "Remark"} and "Name" not in labels


def test_the_words_on_an_arrow_are_its_comment(seen):
    state = seen(ASK)
    select(state.page, f"{state.uid}:choice:0")
    words = control(state.page.text_input, f"{state.uid}/Choices/0/Comment/business")
    assert words.placeholder == "total is at least 100,000"
    words.input("高額のとき").run()
    assert state.fields["Choices"][0]["Comment"] == "高額のとき"


def test_the_words_on_the_other_arrow_go_into_the_sidecar(seen):
    state = seen(ASK)
    select(state.page, f"{state.uid}:default:")
    words = control(state.page.text_input, f"{state.uid}/otherwise")
    assert (words.value, words.placeholder) == ("", "otherwise")
    words.input("少額のとき").run()
    workflow = state.session.opened.workflow
    assert workflow.design.otherwise(state.uid) == "少額のとき"
    assert [edge.labels["business"] for edge in draw(workflow).edges.values()].count("少額のとき") == 1
    select(state.page, state.uid)
    shown = "\n".join(element.value for element in state.page.markdown)
    assert "少額のとき → **" in shown
