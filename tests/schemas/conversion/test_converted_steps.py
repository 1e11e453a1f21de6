"""Steps of a sketch as Task states: undecided ones, and calls of tables."""

from __future__ import annotations

import json

import pytest
from converted import Converted

from schemas import Document, validate
from schemas.asl.services.integration import Integration
from schemas.asl.walk import Scope, State
from schemas.conversion.decide import decided, undecided_name


def test_a_step_without_anything_is_an_undecided_task():
    made = Converted("check: step Check stock\ndone: succeeded Done\ncheck -> done")
    state = made.states["Check stock"]
    assert state["Type"] == "Task"
    assert state["Resource"] == "${CheckStock}"
    assert state["Next"] == "Done"
    assert made.draft.states["check"].entry["undecided"] == ["CheckStock"]
    assert [remark.state for remark in made.said("convert-undecided-step")] == ["check"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("在庫を確認する", "CheckStock"),
        ("配送伝票を作成", "CreateShippingSlip"),
        ("Charge the card!", "ChargeTheCard"),
    ],
)
def test_an_undecided_task_is_named_from_the_step(words, name):
    made = Converted(f"one: step {words}")
    assert made.states[words]["Resource"] == f"${{{name}}}"


def test_words_without_a_known_name_give_a_parameter_of_their_own_that_stays():
    one, two = (
        "a: step ほげほげ\nb: step ふがふが\na -> b",
        "a: step ほげほげ\nc: step 前\nb: step ふがふが\na -> c\nc -> b",
    )
    before, after = Converted(one).states, Converted(two).states
    assert before["ほげほげ"]["Resource"] != before["ふがふが"]["Resource"]
    assert before["ふがふが"]["Resource"] == after["ふがふが"]["Resource"]
    assert before["ふがふが"]["Resource"].startswith("${Step")


@pytest.mark.parametrize(
    ("arrow", "call"),
    [
        ("t -> s", "getItem"),
        ("t -検索-> s", "aws-sdk:dynamodb:query"),
        ("s -> t", "putItem"),
        ("s -登録-> t", "putItem"),
        ("s -update-> t", "updateItem"),
        ("s -在庫を減らす-> t", "updateItem"),
        ("s -取り消し-> t", "deleteItem"),
        ("s -参照-> t", "getItem"),
        ("t -delete-> s", "deleteItem"),
        ("s -read-> t", "getItem"),
    ],
)
def test_a_table_gives_the_call_by_the_words_and_direction_of_the_arrow(arrow, call):
    made = Converted(f"s: step Orders\nt: table Orders table\n{arrow}")
    state = made.states["Orders"]
    assert state["Resource"].endswith(call if "sdk" in call else f"dynamodb:{call}")
    assert state["Arguments"]["TableName"] == "${OrdersTable}"
    assert state["Retry"]
    assert "undecided" not in made.draft.states["s"].entry


def test_a_table_has_one_parameter_in_all_its_steps():
    made = Converted("a: step 読む\nb: step 書く\nt: table 注文テーブル\na -> b\nt -> a\nb -> t")
    assert {state["Arguments"]["TableName"] for state in made.states.values()} == {"${OrderTable}"}


def test_stock_is_reduced_on_a_condition_and_what_is_out_of_stock_is_caught():
    made = Converted(
        """order: screen 注文（商品番号、数量）
        reserve: step 在庫を引き当てる
        stock: table 在庫
        sorry: failed 在庫切れ
        done: succeeded 完了
        order -> reserve
        reserve -減らす-> stock
        reserve -在庫なし-> sorry
        reserve -> done"""
    )
    state = made.states["在庫を引き当てる"]
    assert state["Arguments"]["ConditionExpression"] == "#amount >= :quantity"
    assert state["Arguments"]["Key"] == {"productId": {"S": "{% $states.input.productId %}"}}
    assert (
        state["Arguments"]["ExpressionAttributeValues"][":quantity"]["N"]
        == "{% $string($states.input.quantity) %}"
    )
    assert state["Catch"][0]["ErrorEquals"] == ["DynamoDB.ConditionalCheckFailedException"]
    assert "States.Timeout" not in state["Retry"][0]["ErrorEquals"]


def test_a_step_that_reads_and_writes_is_a_call_each():
    made = Converted(
        "s: step Move\na: table Source\nb: table Target\na -> s\ns -> b\nend: succeeded End\ns -> end"
    )
    first = made.definition["StartAt"]
    assert made.states[first]["Resource"].endswith("getItem")
    assert made.states[first]["Next"] == "Move"
    assert made.states["Move"]["Resource"].endswith("putItem")
    assert {state.entry["card"] for state in made.draft.states.values()} == {"s", "end"}


def test_an_undecided_task_is_decided_with_arguments_retriers_and_its_place_in_the_flow():
    made = Converted("pay: step Pay\nok: succeeded Ok\nmail: step Mail\npay -> ok\npay -fails-> mail")
    scope = Scope((), made.definition, "JSONata", None)
    state = State("Pay", ("States", "Pay"), made.states["Pay"], scope)
    assert undecided_name(state, ("Pay",)) == "Pay"
    fields = decided(state, Integration("lambda", "invoke"))
    assert fields["Arguments"] == {"FunctionName": "${FunctionName}", "Payload": "{% $states.input %}"}
    assert fields["Output"] == "{% $merge([$states.input, {'pay': $states.result.Payload}]) %}"
    assert (fields["Catch"], fields["Next"]) == (state.fields["Catch"], state.fields["Next"])
    assert list(fields).index("Retry") < list(fields).index("Catch")
    made.definition["States"]["Pay"] = fields
    found = validate(Document.parse(json.dumps(made.definition), "json"))
    assert [one.code for one in found] == []
    assert undecided_name(state._replace(fields=fields), ("Pay",)) == ""
