"""The refund flow does what the shop asks of it: a person decides, never a machine."""

import json
import re

import pytest
from ways import Ways

FLOW = Ways("refund")
PEOPLE = ["担当の判断を待つ", "責任者の判断を待つ"]
REFUND = "返金する"
START = "申し込みを読む"


def test_no_way_leads_to_the_refund_but_through_a_persons_answer():
    assert REFUND in FLOW.reachable(START)
    assert REFUND not in FLOW.reachable(START, without={"人の答え"})
    assert {name for name in FLOW.states if "人の答え" in FLOW.targets(name)} == set(PEOPLE)


def test_nothing_is_decided_or_recorded_without_a_person():
    without_answer = FLOW.reachable(START, without={"人の答え"})
    written = [name for name in without_answer if "updateItem" in str(FLOW.fields(name).get("Resource"))]
    assert written == []


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_asked_with_a_token_an_owner_and_a_deadline(name):
    state = FLOW.fields(name)
    assert state["Resource"].endswith(".waitForTaskToken")
    body = state["Parameters"]["MessageBody"]
    assert body["task_token.$"] == "$$.Task.Token" and body["owner"]
    assert body["answer_within_hours"] * 3600 == state.get("HeartbeatSeconds", state["TimeoutSeconds"])


def test_a_missed_deadline_goes_to_the_manager_again_and_again():
    manager = "責任者へ知らせる"
    assert FLOW.caught(PEOPLE[0]) == {"States.HeartbeatTimeout": manager, "States.Timeout": manager}
    assert FLOW.caught(PEOPLE[1]) == {"States.Timeout": manager}
    assert set(FLOW.targets(manager)) == {PEOPLE[1]}


def test_an_answer_without_a_name_or_of_an_unknown_kind_is_asked_again():
    first, *known = FLOW.fields("人の答え")["Choices"]
    assert {rule["Variable"] for rule in first["Or"]} == {"$.answer.decision", "$.answer.decided_by"}
    assert {first["Next"], FLOW.fields("人の答え")["Default"]} == {"担当へ知らせる"}
    offered = FLOW.fields(PEOPLE[0])["Parameters"]["MessageBody"]["answers"]
    assert [rule["StringEquals"] for rule in known] == offered


def test_a_return_is_refunded_only_after_it_was_inspected():
    assert set(FLOW.targets("返送を待つ")) == {"検品の結果", "届かない用件"}
    assert FLOW.targets("検品の結果") == [REFUND, "不合格の用件"]
    assert PEOPLE[0] in FLOW.reachable("不合格の用件") and PEOPLE[0] in FLOW.reachable("届かない用件")


def test_the_refund_bears_a_key_that_no_second_answer_changes_and_who_decided():
    payload = FLOW.fields(REFUND)["Parameters"]["Payload"]
    assert payload["idempotency_key.$"] == "$.return_id"
    assert payload["decided_by.$"] == "$.answer.decided_by"
    refunds = [name for name in FLOW.states if "${RefundFunction}" in json.dumps(FLOW.fields(name))]
    assert refunds == [REFUND]


def test_an_unknown_outcome_is_not_tried_again_and_goes_back_to_a_person():
    retried = {error for retry in FLOW.fields(REFUND)["Retry"] for error in retry["ErrorEquals"]}
    assert all(error.startswith("Lambda.") for error in retried)
    assert FLOW.caught(REFUND) == {"States.ALL": "返金の用件"}
    assert FLOW.fields("返金の用件")["Next"] == "担当へ知らせる"


def test_the_input_is_never_replaced():
    tasks = [FLOW.fields(name) for name in FLOW.named("Task")]
    catches = [catch for task in tasks for catch in task.get("Catch", [])]
    assert all("ResultPath" in fields for fields in (*tasks, *catches))


@pytest.mark.parametrize("name", FLOW.named("Task"))
def test_no_task_waits_for_ever_and_no_message_tells_who_the_customer_is(name):
    assert FLOW.fields(name)["TimeoutSeconds"] > 0
    message = json.dumps(FLOW.fields(name)["Parameters"])
    assert not re.search("address|email|phone|card", message)


def test_the_machine_as_a_whole_has_no_timeout_that_would_pass_by_the_person():
    assert "TimeoutSeconds" not in FLOW.document.value
