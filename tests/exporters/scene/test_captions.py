"""The captions of a state in each view mode."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from exporters.scene import captions
from exporters.scene.captions import Fact
from schemas.asl.walk import Scope, State
from schemas.core.view_mode import ViewMode
from schemas.sidecar.annotations import MAX_NOTE_LENGTH
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import Failure, Operations

CALL = {
    "Type": "Task",
    "Comment": "合計を請求する。",
    "Resource": "arn:aws:states:::lambda:invoke",
    "Parameters": {"FunctionName": "${Pay}"},
    "TimeoutSeconds": 60,
    "Retry": [{"ErrorEquals": ["A"]}, {"ErrorEquals": ["B"], "MaxAttempts": 5}],
}


def shown(fields: dict[str, Any], look: Any, entry: StateDesign | None = None, language: Any = "ja"):
    return captions(State("決済", (), fields, Scope((), {}, "JSONata", None)), entry, language)[look]


def test_engineers_see_what_is_called_and_its_settings() -> None:
    caption = shown(CALL, "engineering", StateDesign("決済", business_name="お支払い", owner="決済チーム"))
    assert (caption.title, caption.line, caption.note) == ("決済", "Lambda Pay", "")
    assert caption.facts == (Fact("retry", "5回"), Fact("timeout", "1分"))


def test_others_see_its_name_for_them_its_owner_and_its_note() -> None:
    entry = StateDesign("決済", business_name="お支払い", owner="決済チーム", note="冪等キーつき")
    caption = shown(CALL, "business", entry)
    assert (caption.title, caption.line, caption.note) == ("お支払い", "決済チーム", "冪等キーつき")
    assert caption.facts == ()


def test_what_the_sidecar_does_not_say_is_said_by_the_state() -> None:
    caption = shown(CALL, "business")
    assert (caption.title, caption.line, caption.note) == ("決済", "", "合計を請求する。")


def test_a_long_comment_is_cut() -> None:
    assert len(shown({"Type": "Pass", "Comment": "x" * 10_000}, "business").note) == MAX_NOTE_LENGTH


@pytest.mark.parametrize(
    ("language", "business", "engineering"),
    [("ja", "回答待ち", "回答待ち"), ("en", "awaits answer", "token")],
)
def test_a_wait_for_a_token_is_told_to_everybody(language: Any, business: str, engineering: str) -> None:
    fields = {"Type": "Task", "Resource": "arn:${Partition}:states:::sqs:sendMessage.waitForTaskToken"}
    assert shown(fields, "business", language=language).badge == Fact("token", business)
    assert shown(fields, "engineering", language=language).badge == Fact("token", engineering)


def test_a_distributed_map_is_told_by_its_mode() -> None:
    apart = {"ProcessorConfig": {"Mode": "DISTRIBUTED"}}
    for field in ("ItemProcessor", "Iterator"):
        caption = shown({"Type": "Map", field: apart}, "engineering", language="en")
        assert caption.badge == Fact("distributed", "distributed")
    assert shown({"Type": "Map", "ItemProcessor": {}}, "engineering").badge is None


def test_a_call_that_waits_for_its_end_says_so() -> None:
    fields = {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync"}
    assert shown(fields, "engineering").line == "ECS runTask.sync"
    nested = {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2"}
    assert shown(nested, "engineering").line == "Step Functions startExecution.sync"


@pytest.mark.parametrize(
    ("seconds", "ja", "en"),
    [(90, "90秒", "90 s"), (120, "2分", "2 min"), (7_200, "2時間", "2 h"), (86_400, "24時間", "24 h")],
)
def test_a_wait_is_told_in_the_largest_unit(seconds: int, ja: str, en: str) -> None:
    fields = {"Type": "Wait", "Seconds": seconds}
    assert shown(fields, "engineering").facts == (Fact("wait", ja),)
    assert shown(fields, "engineering", language="en").facts == (Fact("wait", en),)


@pytest.mark.parametrize("odd", [True, 0, -1, 10**30, "{% $x %}", [], 1.5])
def test_odd_settings_are_left_out(odd: Any) -> None:
    fields = {"Type": "Task", "Resource": odd, "TimeoutSeconds": odd, "Retry": [{"MaxAttempts": odd}, odd]}
    assert shown(fields, "engineering").facts == ()


TASK = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke"}
ANSWERED = (Failure("no answer", answer="human"),)


@pytest.mark.parametrize(
    ("type", "operations", "marks"),
    [
        ("Task", Operations(), ()),
        ("Task", Operations(customer="x"), ("unanswered",)),
        ("Task", Operations(money="takes"), ("unanswered", "takes")),
        ("Task", Operations(money="losesFee", failures=ANSWERED), ("losesFee",)),
        ("Task", Operations(failures=(*ANSWERED, Failure("late"))), ("unanswered",)),
        ("Succeed", Operations(money="none"), ()),
        ("Task", Operations(money="returns", deadline=60, failures=()), ("unanswered", "returns")),
    ],
)
@pytest.mark.parametrize("view_mode", get_args(ViewMode))
def test_an_operations_card_is_marked_by_at_most_two_signs(
    type: str, operations: Operations, marks: tuple[str, ...], view_mode: ViewMode
) -> None:
    caption = shown({**TASK, "Type": type}, view_mode, StateDesign("A", operations=operations))
    assert tuple(mark.kind for mark in caption.marks) == marks


def test_a_deadline_is_told_in_words() -> None:
    design = StateDesign("A", operations=Operations(deadline=86_400, failures=ANSWERED))
    assert shown(TASK, "business", design).marks == (Fact("deadline", "24時間"),)
