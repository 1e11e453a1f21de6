"""Steps whose words name a table or a function, and those whose words may mean something else."""

from __future__ import annotations

import pytest
from drawn import sketch

from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of
from schemas.conversion.words.comparisons import comparison_in
from schemas.conversion.words.said_calls import function_in, table_in


def states_of(lines):
    return definition_of(convert(sketch(lines)).draft)["States"]


def codes_of(lines):
    return [remark.code for remark in convert(sketch(lines)).remarks]


@pytest.mark.parametrize(
    ("words", "name", "call"),
    [
        ("注文表に書き込む", "注文", "putItem"),
        ("注文テーブルに登録する", "注文", "putItem"),
        ("在庫テーブルから引き当てる", "在庫", "updateItem"),
        ("在庫表の在庫を戻す", "在庫", "updateItem"),
        ("会員ＤＢから読み取る", "会員", "getItem"),
        ("会員DBで会員を検索する", "会員", "query"),
        ("注文台帳を更新", "注文", "updateItem"),
        ("お客様テーブルを参照。", "お客様", "getItem"),
        ("注文テーブルの古い行を削除する", "注文", "deleteItem"),
        ("write to Orders", "Orders", "putItem"),
        ("Save the order to Orders", "Orders", "putItem"),
        ("Read the Members table", "Members", "getItem"),
        ("Reserve stock in the Stock table", "Stock", "updateItem"),
        ("Put the order into the orders database", "orders", "putItem"),
    ],
)
def test_a_table_is_named_in_words(words, name, call):
    found = table_in(words)
    assert found
    assert (found.name, found.call) == (name, call)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "在庫を引き当てる",
        "テーブルに登録する",
        "代表に確認する",
        "一覧表を作成する",
        "料金表を見る",
        "窓側テーブルを予約する",
        "DynamoDBに保存する",
        "担当者が在庫表に記録する",
        "注文テーブルと在庫テーブルを更新する",
        "注文テーブルに登録してメールを送る",
        "注文テーブルに登録できないことを店長に連絡する",
        "注文テーブルに登録できない",
        "注文テーブルの注文を取り消す",
        "Reserve a table",
        "Set the dinner table",
        "Add to Cart",
        "Write to Support",
        "Write to Customers",
        "Write an email to Sales",
        "Update the order in the Orders table and mail",
        "Cancel the order in the Orders table",
    ],
)
def test_words_that_may_mean_something_else_name_no_table(words):
    assert table_in(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("カードで決済する（Lambda）", "カードで決済する"),
        ("カードで決済する（Lambda: charge-card）", "charge-card"),
        ("Lambdaで決済する", "決済する"),
        ("Lambda関数 charge-card で決済する", "charge-card"),
        ("Charge the card (Lambda)", "Charge the card"),
        ("Charge the card with the Lambda function charge", "charge"),
    ],
)
def test_a_function_is_named_in_words(words, name):
    found = function_in(words)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Lambdaではない方法で決済",
        "Lambdaの費用を調べる",
        "Check the Lambda cost",
        "決済(Lambda)と返金(Lambda)",
    ],
)
def test_other_words_name_no_function(words):
    assert function_in(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("在庫を確認（Lambda: stock）", "在庫を確認"),
        ("在庫を確認【Lambda関数】", "在庫を確認"),
        ("在庫を確認（ＬＡＭＢＤＡ）", "在庫を確認（ＬＡＭＢＤＡ）"),
        ("在庫を確認（Ｌａｍｂｄａ：stock）", "在庫を確認"),
        ("カートをLambdaで計算する", "カートを計算する"),
        ("Lambda関数 charge-card で決済する", "決済する"),
        ("Charge the card (Lambda: charge) again", "Charge the card again"),
        ("Charge the card with the Lambda function charge", "Charge the card"),
        ("（Lambda）", "（Lambda）"),
        ("Lambdaの費用を調べる", "Lambdaの費用を調べる"),
    ],
)
def test_a_state_is_not_named_after_the_note_of_its_call(words, name):
    states = states_of(f"a: step {words}")
    assert list(states) == [name]
    assert "Comment" not in states[name]


def test_steps_of_one_table_share_its_parameter_with_the_card_of_that_name():
    lines = "a: step 注文表に書き込む\nb: step 注文テーブルから読む\nc: step 在庫表に書き込む\na -> b\nb -> c"
    assert [state["Arguments"]["TableName"] for state in states_of(lines).values()] == [
        "${OrderTable}",
        "${OrderTable}",
        "${StockTable}",
    ]
    drawn = f"{lines}\nd: step 記録\nt: table 注文テーブル\nc -> d\nd -> t"
    assert states_of(drawn)["記録"]["Arguments"]["TableName"] == "${OrderTable}"
    assert codes_of(lines).count("convert-said-table") == 3
    assert "convert-undecided-step" not in codes_of(lines)


def test_an_arrow_to_a_table_says_more_than_words():
    drawn = "a: step 注文表に書き込む\nt: table 在庫\na -> t"
    assert states_of(drawn)["注文表に書き込む"]["Arguments"]["TableName"] == "${StockTable}"


def test_a_function_is_called_with_the_input_and_its_answer_is_added():
    drawn = "a: step 注文表に書き込む（Lambda: save-order）\nb: step Charge (Lambda)\na -> b"
    first, second = states_of(drawn).values()
    assert first["Arguments"] == {"FunctionName": "${SaveOrderFunction}", "Payload": "{% $states.input %}"}
    assert second["Arguments"]["FunctionName"] == "${ChargeFunction}"
    assert second["Output"] == "{% $merge([$states.input, {'charge': $states.result.Payload}]) %}"
    assert all(state["Resource"].endswith("lambda:invoke") and state["Retry"] for state in (first, second))
    assert codes_of(drawn).count("convert-said-function") == 2


@pytest.mark.parametrize(
    ("label", "asked", "condition"),
    [
        ("はい", "合計は10万円以上ですか？", "$states.input.total >= 100000"),
        ("yes", "Is the total at least 100,000?", "$states.input.total >= 100000"),
        ("Yes", "Total over 5000?", "$states.input.total > 5000"),
    ],
)
def test_yes_to_a_comparison_is_its_condition(label, asked, condition):
    found = comparison_in(label, asked)
    assert found
    assert found.condition == f"{{% {condition} %}}"


@pytest.mark.parametrize(
    ("label", "asked"),
    [("いいえ", "合計は10万円以上？"), ("はい", "在庫は足りるか"), ("はい", "10万円以上？")],
)
def test_other_answers_and_questions_are_no_condition(label, asked):
    assert comparison_in(label, asked) is None
