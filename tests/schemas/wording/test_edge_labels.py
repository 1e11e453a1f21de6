from __future__ import annotations

from typing import get_args

import pytest

from schemas.core.view_mode import VIEW_MODES
from schemas.wording.edge_labels import MAX_LENGTH, label
from schemas.wording.error_kinds import ErrorKind
from schemas.wording.phrases import VOCABULARY


def rule(language="ja", **fields):
    return label("choice", fields, language)


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"Variable": "$.合計", "NumericGreaterThanEquals": 100000}, "合計 ≥ 100,000"),
        ({"Variable": "$.year", "NumericEquals": 2026}, "year = 2026"),
        ({"Variable": "$.a.b", "NumericLessThanPath": "$.limit"}, "a.b < limit"),
        ({"Variable": "$.state", "StringEquals": "PAID"}, 'state = "PAID"'),
        ({"Variable": "$.file", "StringMatches": "*.csv"}, 'file ≈ "*.csv"'),
        ({"Variable": "$.ok", "BooleanEquals": True}, "ok = true"),
        ({"Variable": "$$.Execution.Id", "StringEquals": "x"}, '$$.Execution.Id = "x"'),
        ({"Condition": "{% $states.input.total >= 100000 %}"}, "total ≥ 100,000"),
        ({"Condition": "{% $stock != 'a >= b' %}"}, "$stock ≠ 'a >= b'"),
    ],
)
def test_signs_are_the_same_in_every_language(fields, words):
    assert rule("ja", **fields) == rule("en", **fields) == words


A, B = {"Variable": "$.a", "NumericEquals": 1}, {"Variable": "$.b", "NumericEquals": 2}


@pytest.mark.parametrize(
    "fields, ja, en",
    [
        ({"And": [A, B]}, "a = 1 かつ b = 2", "a = 1 and b = 2"),
        ({"Or": [A, {"And": [A, B]}]}, "a = 1 または (a = 1 かつ b = 2)", "a = 1 or (a = 1 and b = 2)"),
        ({"Not": A}, "「a = 1」でない", "not (a = 1)"),
        ({"Variable": "$.x", "IsPresent": True}, "xがある", "x is present"),
        ({"Variable": "$.x", "IsPresent": False}, "xがない", "x is absent"),
        ({"Condition": "{% $a and\n $b or $c %}"}, "$a かつ $b または $c", "$a and $b or $c"),
    ],
)
def test_words_are_those_of_the_language(fields, ja, en):
    assert (rule("ja", **fields), rule("en", **fields)) == (ja, en)


def test_a_comment_says_it_best():
    for look in VIEW_MODES:
        assert label("choice", {"Comment": "在庫なし", **A}, "ja", look) == "在庫なし"


def test_to_engineers_a_catcher_is_its_errors():
    catcher = {"Comment": "在庫切れ", "ErrorEquals": ["A.B", "States.ALL", 5]}
    assert label("catch", catcher, "ja") == "A.B、すべてのエラー"
    assert label("catch", catcher, "en") == "A.B, any error"


def test_to_others_a_catcher_is_its_comment_or_its_errors_in_words():
    catcher = {"ErrorEquals": ["PaymentDeclined", "States.Timeout"]}
    assert label("catch", {"Comment": "在庫切れ", **catcher}, "ja", "business") == "在庫切れ"
    assert label("catch", catcher, "ja", "business") == "PaymentDeclined、時間切れ"
    assert label("catch", {"ErrorEquals": ["States.ALL"]}, "en", "business") == "if it fails"


def test_to_others_errors_of_one_kind_are_said_once_on_an_arrow():
    busy = ["Lambda.TooManyRequestsException", "DynamoDb.ThrottlingException", "States.ItemReaderFailed"]
    assert label("catch", {"ErrorEquals": busy}, "ja", "business") == "混み合っている、一覧を読めない"
    assert label("catch", {"ErrorEquals": busy}, "en", "business") == "too busy, the list cannot be read"


def test_each_kind_of_error_has_words_in_each_language():
    assert [set(words.errors) for words in VOCABULARY.values()] == [set(get_args(ErrorKind))] * 2


@pytest.mark.parametrize(
    "fields, ja, en",
    [
        (
            {"Variable": "$.合計", "NumericGreaterThanEquals": 100000},
            "合計が100,000以上",
            "合計 is at least 100,000",
        ),
        ({"Variable": "$.ok", "BooleanEquals": False}, "okがいいえ", "ok is no"),
        (
            {"Condition": "{% $states.input.total >= 100000 and $kind != 'VIP' %}"},
            "totalが100,000以上 かつ kindがVIP以外",
            "total is at least 100,000 and kind is not VIP",
        ),
        ({"Condition": "{% $count($x) > 0 and $a %}"}, "$count($x) > 0 かつ $a", "$count($x) > 0 and $a"),
    ],
)
def test_to_others_a_condition_is_a_sentence_where_it_can_be_one(fields, ja, en):
    assert label("choice", fields, "ja", "business") == ja
    assert label("choice", fields, "en", "business") == en


def test_the_other_arrows():
    assert [label(kind, {}, "ja") for kind in ("start", "next", "default")] == ["", "", "それ以外"]
    assert label("default", {}, "en") == "otherwise"
    assert label("default", {}, "ja", "business", " 却下 ") == "却下"
    assert len(label("default", {}, "ja", "business", "却" * 500)) == MAX_LENGTH


def test_a_long_condition_is_cut():
    assert len(rule(Condition="{% " + "x" * 500 + " %}")) == MAX_LENGTH


def nested(depth):
    return {"Not": nested(depth - 1)} if depth else A


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"Variable": 5},
        {"And": 5},
        {"Or": [None, 5]},
        {"Condition": 5},
        {"Not": "x"},
        {"NumericEquals": []},
        nested(200),
    ],
)
def test_a_malformed_rule_is_said_as_far_as_it_goes(fields):
    for look in VIEW_MODES:
        assert isinstance(label("choice", fields, "ja", look), str)
