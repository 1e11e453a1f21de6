"""The operations card of a state in the inspector."""

from __future__ import annotations

from functools import partial

import pytest
from inspecting import control, machine

from designer.screen.panels.operations.subject import Subject
from designer.workspace.actions.set_view_mode import SetViewMode
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import set_text
from schemas.core.view_mode import VIEW_MODES
from schemas.sidecar.workflow import Change

PAY = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B", "Catch": []}


def owned(workflow, name, owner):
    context = Context(workflow)
    (uid,) = (uid for uid, state in context.identity.states.items() if state.name == name)
    return Change(design=set_text(context, uid, "owner", owner))


class Card:
    """The operations card of the state A, with all questions open."""

    def __init__(self, inspected, fields=PAY, look="business"):
        self.state = inspected(machine(fields))
        self.state.session.receiver.apply(SetViewMode(look=look))
        for name, owner in (("B", "受注担当"), ("C", "受注責任者")):
            self.state.session.opened.change(partial(owned, name=name, owner=owner))
        self.name = f"operations/states/{self.state.uid}"
        questions = ("failures", "customer", "money", "idempotency", "deadline", "logging", "function")
        self.state.session.widgets.expanded.update(f"{self.name}/{each}" for each in questions)
        self.state.unfold("operations-group")

    @property
    def written(self):
        """The card in the sidecar; None where it has none."""
        entry = self.state.session.opened.workflow.design.fields.get("states", {}).get(self.state.uid, {})
        return entry.get("operations")

    @property
    def page(self):
        return self.state.page

    def control(self, name):
        page = self.page
        controls = [*page.text_input, *page.text_area, *page.selectbox, *page.multiselect]
        return control(controls, f"{self.name}/{name}")

    def enter(self, name, value):
        found = self.control(name)
        (found.set_value if isinstance(value, list) or hasattr(found, "options") else found.input)(value)
        found.run()
        assert [error.value for error in self.page.exception] == []
        return self

    def lines(self):
        return [button.label for button in self.page.button if button.key.startswith(f"{self.name}/")]


@pytest.mark.parametrize("look", VIEW_MODES)
def test_answers_go_into_the_sidecar_and_leave_no_trace_when_they_are_taken_back(inspected, look):
    card = Card(inspected, look=look)
    text = card.state.text
    assert card.written is None
    card.enter("customer", " 処理中の画面 ").enter("money", "takes").enter("idempotency", "key")
    card.enter("idempotentBy", "注文番号").enter("deadline", "２４時間以内").enter("escalation", "受注責任者")
    card.enter("personalData", "no").enter("function", "compares")
    assert card.written == {
        "customer": "処理中の画面",
        "money": "takes",
        "idempotency": {"kind": "key", "by": "注文番号"},
        "deadline": 86_400,
        "escalation": "受注責任者",
        "personalData": False,
        "function": "compares",
    }
    assert card.control("deadline").value == "24 h"
    for name in ("customer", "money", "idempotency", "deadline", "personalData", "function"):
        card.enter(name, "")
    Subject(card.state.session, ("states", card.state.uid)).choose("escalation", "")
    assert card.written is None
    assert card.state.text == text


def test_a_deadline_that_cannot_be_read_stays_with_the_reason(inspected):
    card = Card(inspected).enter("deadline", "すぐに")
    assert card.written is None
    assert card.control("deadline").value == "すぐに"
    assert any("24 hours" in element.value for element in card.page.markdown)


def test_a_failure_is_added_by_a_line_and_answered(inspected):
    card = Card(inspected).enter("failure-new/0", "カード会社が応答しない")
    card.enter("failure-0/answer", "human").enter("failure-0/how", "画面で確かめる")
    card.enter("failure-0/tell", "受注担当").enter("failure-0/errors", ["Lambda.TooManyRequestsException"])
    assert card.written["failures"] == [
        {
            "what": "カード会社が応答しない",
            "answer": "human",
            "how": "画面で確かめる",
            "tell": "受注担当",
            "errors": ["Lambda.TooManyRequestsException"],
        }
    ]
    assert "Lambda.TooManyRequestsException" in card.control("failure-0/errors").options
    card.enter("failure-new/1", "在庫がない")
    assert [line for line in card.lines() if line[0].isdigit()] == [
        "1.  カード会社が応答しない → a person decides",
        "2.  在庫がない → ？",
    ]
    for _ in range(2):
        card.state.unfold()
        card.state.session.widgets.expanded.add(f"{card.name}/failure-0")
        card.state.unfold()
        next(
            button for button in card.page.button if button.key == f"{card.name}/failure-0/remove"
        ).click().run()
    assert card.written is None


def test_what_a_function_does_is_asked_of_functions_alone(inspected):
    def is_asked(fields):
        return any("function" in line for line in Card(inspected, fields).lines())

    assert is_asked(PAY)
    assert is_asked({**PAY, "Resource": "arn:aws:lambda:ap-northeast-1:123456789012:function:pay"})
    assert not is_asked({**PAY, "Resource": "arn:aws:states:::sns:publish"})
    assert not is_asked({"Type": "Pass", "Next": "B"})
