"""The checkout flow does what the shop asks of it."""

import re

import pytest
from ways import Ways

FLOW = Ways("checkout")
STATES = FLOW.states
AFTER_PAYMENT = ["伝票作成", "カートを空にする"]
PERSON = "人の判断を待つ"
RELEASE = "在庫を戻す"


def arguments(name):
    return STATES[name].fields["Arguments"]


def test_the_stock_is_reserved_by_a_conditional_update_without_lambda():
    reserve = STATES["一商品を確保"]
    assert reserve.scope.owner.name == "在庫確保"
    assert reserve.fields["Resource"] == "arn:aws:states:::dynamodb:updateItem"
    assert "available >= :quantity" in arguments("一商品を確保")["ConditionExpression"]


@pytest.mark.parametrize(
    "name", [name for name in STATES if "ConditionExpression" in STATES[name].fields.get("Arguments", {})]
)
def test_conditions_are_of_the_optimized_integration_and_so_are_error_names(name):
    assert STATES[name].fields["Resource"].startswith("arn:aws:states:::dynamodb:")
    assert FLOW.caught(name) or STATES[name].scope.owner.fields["Catch"]


def test_error_names_bear_the_prefix_of_the_integration_that_is_used():
    named = {
        error
        for state in STATES.values()
        for handler in [*state.fields.get("Catch", []), *state.fields.get("Retry", [])]
        for error in handler["ErrorEquals"]
    }
    assert FLOW.caught("一商品を確保")["DynamoDB.ConditionalCheckFailedException"] == "確保できなかった"
    assert not [error for error in named if error.startswith("DynamoDb.")]
    assert not [state for state in STATES.values() if "aws-sdk:dynamodb" in state.fields.get("Resource", "")]


def test_a_missed_product_leads_to_the_release():
    assert FLOW.targets("すべて確保できたか") == ["決済", RELEASE, RELEASE]
    assert FLOW.caught("在庫確保") == {"States.ALL": RELEASE}


def test_payment_bears_an_idempotency_key_that_no_retry_changes():
    payload = arguments("決済")["Payload"]
    assert payload["idempotency_key"] == "{% $order_id %}"
    assigned = [name for name, state in STATES.items() if "order_id" in state.fields.get("Assign", {})]
    assert assigned == ["カートを読む"]
    assert not re.search(r"uuid|random|now|millis", STATES["カートを読む"].fields["Assign"]["order_id"])


def test_only_a_refusal_by_the_payment_releases_the_stock():
    assert FLOW.caught("決済") == {"PaymentDeclined": RELEASE, "States.ALL": "担当へ知らせる"}


def test_a_payment_that_timed_out_is_not_tried_again():
    retried = {error for retry in STATES["決済"].fields["Retry"] for error in retry["ErrorEquals"]}
    assert all(error.startswith("Lambda.") for error in retried)


@pytest.mark.parametrize("name", AFTER_PAYMENT)
def test_every_failure_after_payment_reaches_a_person(name):
    assert FLOW.caught(name) == {"States.ALL": "担当へ知らせる"}
    assert set(FLOW.targets("担当へ知らせる")) == {PERSON}


def test_after_payment_only_a_person_can_lead_to_the_release():
    assert RELEASE not in FLOW.reachable("伝票作成", without={PERSON})


def test_no_machine_refunds():
    resources = [
        str(state.fields.get("Resource")) + str(state.fields.get("Arguments")) for state in STATES.values()
    ]
    assert not [text for text in resources if re.search(r"refund|charge.?back|void", text, re.IGNORECASE)]
    payments = [name for name in STATES if "${PaymentFunction}" in str(STATES[name].fields.get("Arguments"))]
    assert payments == ["決済"]


def test_the_person_is_notified_and_asked_with_an_owner_and_a_deadline():
    assert STATES["担当へ知らせる"].fields["Resource"] == "arn:aws:states:::sns:publish"
    ask = STATES[PERSON].fields
    assert ask["Resource"] == "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    body = arguments(PERSON)["MessageBody"]
    assert "$states.context.Task.Token" in body["task_token"]
    assert body["owner"] and str(ask["TimeoutSeconds"] * 1000) in body["answer_by"]


def test_a_missed_deadline_is_told_to_the_manager_and_asked_again():
    assert FLOW.caught(PERSON) == {"States.Timeout": "責任者へ知らせる"}
    assert set(FLOW.targets("責任者へ知らせる")) == {PERSON}


def test_slips_are_made_side_by_side_and_the_cart_is_emptied_after_them():
    assert [STATES[name].scope.owner.name for name in ("注文伝票", "配送伝票")] == ["伝票作成", "伝票作成"]
    assert STATES["伝票作成"].fields["Next"] == "カートを空にする"
    assert "REMOVE cart_lines" in arguments("カートを空にする")["UpdateExpression"]


def test_an_order_that_was_not_made_is_no_failed_execution():
    assert {STATES[name].type for name in ("在庫なし", "決済不可", "担当が完了")} == {"Succeed"}
    assert [name for name, state in STATES.items() if state.type == "Fail"] == ["受付不可"]


@pytest.mark.parametrize("name", [name for name, state in STATES.items() if state.type == "Task"])
def test_no_task_waits_for_ever(name):
    assert STATES[name].fields["TimeoutSeconds"] > 0


def test_the_machine_as_a_whole_has_no_timeout_that_would_pass_by_the_person():
    assert "TimeoutSeconds" not in FLOW.document.value
