"""The syntax of paths, intrinsic functions, timestamps, labels and JSONata."""

from __future__ import annotations

import json
import re

import pytest
from corpus import CORPUS, needs_corpus

from schemas.asl.expressions.intrinsic import call
from schemas.asl.expressions.jsonata import expression
from schemas.asl.expressions.label import is_label
from schemas.asl.expressions.path import is_path, is_reference_path
from schemas.asl.expressions.timestamp import is_timestamp


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "$$",
        "$.order.items[0]",
        "$$.Execution.Input.id",
        "$total.amount",
        "$在庫.数",
        "$.注文.合計",
        "$.a-b",
        "$['a b']['c']",
        '$["a b"]',
        "$.items[*].price",
        "$..price",
        "$..[0]",
        "$.items[-1]",
        "$.items[1:3]",
        "$.items[:2]",
        "$.items[0,2]",
        "$.items[?(@.price > 10)]",
        "$.items[?(@.name == 'a]b')].price",
        "$.[0].id",
        "$.items.length()",
        "$['a','b']",
    ],
)
def test_a_path(text):
    assert is_path(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "order",
        "$order items",
        "$.",
        "$..",
        "$...",
        "$.a..",
        "$[",
        "$.a[",
        "$.a[]",
        "$.a]",
        "$.a[x]",
        "$$23",
        "$.a b",
        "a$.b",
        "$1",
        "$.items[?(@.price > 10]",
        "States.UUID()",
        " $.a",
    ],
)
def test_no_path(text):
    assert not is_path(text)


@pytest.mark.parametrize("text", ["$", "$.result", "$.a.b[0]", "$['a b'].c", "$.結果"])
def test_a_reference_path(text):
    assert is_reference_path(text)


@pytest.mark.parametrize(
    "text", ["$$", "$$.Execution", "$total", "$.a[*]", "$..a", "$.a[1:2]", "$.a[?(@.b)]", ".a"]
)
def test_no_reference_path(text):
    assert not is_reference_path(text)


@pytest.mark.parametrize(
    "text",
    [
        "States.UUID()",
        "States.Format('Hello, {}', $.name)",
        r"States.Format('it\'s \{\} \\', $.name)",
        "States.Array()",
        "States.Array(1, -2.5, 'a', $.b, true, null)",
        "States.StringToJson(States.JsonToString($.a))",
        "States.ArrayContains($.items[?(@.id == 1)], 'a')",
        "States.MathRandom(1, 10)",
        "States.MathRandom(1, 10, 7)",
        "States.JsonMerge($.a, $.b, false)",
        "States.Format('{}', $['a,b'])",
    ],
)
def test_an_intrinsic_function(text):
    assert call(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "States.Fromat('{}', $.name)",
        "States.UUID",
        "States.UUID(1)",
        "States.Hash($.a)",
        " States.UUID()",
        "States.UUID() ",
        "States.Format('a\\\"b')",
        "States.Format('a)",
        "States.Array(1,)",
        "States.Array(1 2)",
        "States.Array($.a b)",
        "states.UUID()",
    ],
)
def test_no_intrinsic_function(text):
    assert call(text) is None


def test_a_deeply_nested_call_is_refused_without_a_crash():
    assert call("States.Array(" * 5_000 + ")" * 5_000) is None


@pytest.mark.parametrize(
    "text",
    ["2026-04-01T09:00:00Z", "2026-04-01T09:00:00+09:00", "2026-04-01T09:00:00.123Z", "2024-02-29T00:00:00Z"],
)
def test_a_timestamp(text):
    assert is_timestamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-01",
        "2026-04-01 09:00:00Z",
        "2026-04-01T09:00:00",
        "2026-13-01T09:00:00Z",
        "2026-02-30T09:00:00Z",
        "2026-04-01T25:00:00Z",
        "01-04-2026T09:00:00Z",
        "2026-04-01t09:00:00z",
        "２０２６-04-01T09:00:00Z",
    ],
)
def test_no_timestamp(text):
    assert not is_timestamp(text)


@pytest.mark.parametrize("text", ["cart-lines", "cart_lines1", "明細"])
def test_a_label(text):
    assert is_label(text)


@pytest.mark.parametrize("text", ["", "cart lines", "a{b}", "a*", "a/b", "a:b"])
def test_no_label(text):
    assert not is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        " $states.input.items[price > 10].name ",
        "$sum(items.(price * quantity))",
        "($a := 1; $b := 2; $a + $b)",
        "function($x) { $x * 2 }(3)",
        "λ($x)<n:n>{ $x }",
        "items^(>price, name)",
        "items{category: $sum(price)}",
        "$map(items, function($v, $i) { $v })",
        "a ? b : c",
        "name in ['a', 'b'] and price >= 1.5e3 or not",
        "[1..3]",
        "$merge([{'a': 1}, $states.input])",
        "/* note */ 1",
        "$match(name, /a[/]b/i)",
        "$ ~> |account|{'total': 1}, 'secret'|",
        "items.`unit price`",
        "*.price",
        "items[]",
        "'合計' & $string(total)",
    ],
)
def test_jsonata(text):
    assert expression(text).error_offset is None


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        (" 1 + ", 5),
        ("10 + * 2", 7),
        ("(1", 2),
        ("$sum(a", 6),
        ("[1, 2", 5),
        ("{'a' 1}", 5),
        ("'open", 0),
        ("1 2", 2),
        ("a[?(@.b)]", 2),
        ("420.", 4),
        ("1.a", 1),
        ("a := 1", 2),
        ("'\\x'", 0),
        ("a !b", 2),
        ("/* open", 0),
        ("a ?? b", 3),
        ("a ?: b", 3),
    ],
)
def test_where_jsonata_goes_wrong(text, offset):
    assert expression(text).error_offset == offset


def test_deeply_nested_jsonata_is_judged_by_its_brackets_alone_and_does_not_crash():
    assert expression("(" * 50_000).error_offset == 49_999


UNTOLD = {"S0209", "S0210", "S0215", "S0216", "S0217"}
"""Codes of well-formed expressions whose parts do not go together; reading alone does not tell them."""

NEWER = re.compile(r"\?[:?]")
"""Operators that came after 2.0.6, the version that the service has."""


@needs_corpus
def test_the_jsonata_projects_own_cases():
    assert CORPUS is not None
    cases = [json.loads(line) for line in (CORPUS / "jsonata.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = [
        case["path"]
        for case in cases
        if (case["code"] or "").startswith("S0") != (expression(case["expr"]).error_offset is not None)
        and case["code"] not in UNTOLD
        and not NEWER.search(case["expr"])
    ]
    assert wrong == []
