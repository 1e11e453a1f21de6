"""The words on cards and arrows, as people write them."""

from __future__ import annotations

import pytest

from schemas.conversion.words.arrows import error_names_in, is_else, is_failure
from schemas.conversion.words.comparisons import comparison_in
from schemas.conversion.words.deadlines import deadline_in
from schemas.conversion.words.glossary import parameter_of
from schemas.conversion.words.input_fields import fields_in

HOUR, DAY = 3600, 86400


@pytest.mark.parametrize(
    "words",
    [
        "それ以外",
        "それ以外の場合",
        "上記以外",
        "その他",
        "いいえ",
        "ノー",
        "違う場合",
        "else",
        "Else",
        "otherwise",
        "No",
        "no.",
        "default",
        "anything else",
        "if not",
    ],
)
def test_words_for_everything_else(words):
    assert is_else(words)


@pytest.mark.parametrize(
    "words", ["else if", "not found", "NG", "在庫なし", "yes", "その他の商品", "No. 5", ""]
)
def test_other_words_are_not_everything_else(words):
    assert not is_else(words)


@pytest.mark.parametrize(
    "words",
    [
        "失敗",
        "失敗したら",
        "エラー時",
        "NG",
        "断られた",
        "だめ",
        "fails",
        "on error",
        "timed out",
        "PaymentDeclined",
        "States.Timeout",
    ],
)
def test_words_of_failure(words):
    assert is_failure(words)


@pytest.mark.parametrize(
    "words", ["OK", "成功", "承認", "PayPay", "AmazonPay", "DynamoDB", "iPhone", "発送済み", "terrors", ""]
)
def test_other_words_are_no_failure(words):
    assert not is_failure(words)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("PaymentDeclined", ("PaymentDeclined",)),
        ("エラー: CardTooOld", ("CardTooOld",)),
        ("Lambda.Unknown / States.Timeout", ("Lambda.Unknown", "States.Timeout")),
        ("決済エラー", ()),
    ],
)
def test_names_of_errors(words, names):
    assert error_names_in(words) == names


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("24時間以内", DAY),
        ("３日以内に返事", 3 * DAY),
        ("三日以内", 3 * DAY),
        ("一週間", 7 * DAY),
        ("半日", DAY / 2),
        ("3営業日", 3 * DAY),
        ("翌日まで", DAY),
        ("within 2 days", 2 * DAY),
        ("within an hour", HOUR),
        ("90 min", 5400),
        ("48h", 2 * DAY),
        ("判断する", None),
        ("3人で確認", None),
        ("2024年", None),
        ("999999 days", None),
    ],
)
def test_deadlines(words, seconds):
    assert deadline_in(words) == seconds


@pytest.mark.parametrize(
    ("words", "subject", "condition"),
    [
        ("10万円を超える", "合計", "$states.input.total > 100000"),
        ("合計金額が1万円以上", "", "$states.input.total >= 10000"),
        ("5 or more", "Quantity", None),
        ("3回目以上かどうか", "", None),
        ("10,000円未満", "合計は？", "$states.input.total < 10000"),
    ],
)
def test_comparisons(words, subject, condition):
    found = comparison_in(words, subject)
    assert (found.condition if found else None) == (f"{{% {condition} %}}" if condition else None)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("注文入力（商品番号、数量）", ["productId", "quantity"]),
        ("注文画面\n・氏名\n・メールアドレス", ["name", "email"]),
        ("Order (cartId: string, total: number)", ["cartId", "total"]),
        ("Order: cart_id, total", ["cart_id", "total"]),
        ("Checkout", []),
        ("注文画面", []),
        ("（${x}、{% 1 %}）", []),
    ],
)
def test_fields_of_a_screen(words, names):
    assert list(fields_in(words)) == names


def test_a_parameter_has_ascii_letters_and_digits_alone():
    for words in ("在庫を確認", "Check stock", "ほげ", "${x}", "123", "a" * 200, "é", "在庫 check"):
        name = parameter_of(words, "step", "uid")
        assert name.isalnum()
        assert name.isascii()
        assert name[0].isalpha()
        assert len(name) <= 60
