"""The names that a JSONata expression uses: its fields, variables and calls, and what it binds itself."""

from __future__ import annotations

import json

import pytest
from corpus import CORPUS, needs_corpus

from schemas.asl.expressions.jsonata import expression


def uses(source: str) -> list[tuple[str, str]]:
    return [(use.kind, use.name) for use in expression(source).uses]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("name", [("field", "name")]),
        ("`unit price`", [("field", "unit price")]),
        ("$total + $tax", [("variable", "total"), ("variable", "tax")]),
        ("$sum($lines.price)", [("call", "sum"), ("variable", "lines")]),
        ("$lines[price > 10].name", [("variable", "lines")]),
        ("$lines^(>price){category: $sum(price)}", [("variable", "lines"), ("call", "sum")]),
        ("{'a': b}", [("field", "b")]),
        ("$lines.{'a': b}", [("variable", "lines")]),
        ("($a := 1; $a + $b)", [("variable", "b")]),
        (
            "$map($lines, function($line) { $line.price * rate })",
            [("call", "map"), ("variable", "lines"), ("nothing", "rate")],
        ),
        (
            "$lines.$map(parts, function($part) { $part.price * rate })",
            [("variable", "lines"), ("call", "map")],
        ),
        ("$orders@$o.lines#$i.{'o': $o, 'i': $i}", [("variable", "orders")]),
        ("$order ~> |line|{'total': price}|", [("variable", "order")]),
        ("$ ~> $f", [("variable", ""), ("variable", "f")]),
        ("$$.a", [("variable", "$")]),
    ],
)
def test_what_is_used(source, wanted):
    assert uses(source) == wanted


def test_what_follows_a_variable_by_dots():
    (use,) = expression("$states . input.`order id`.'total'").uses
    assert use.members == ("input", "order id", "total")


def test_the_data_at_hand_makes_a_dollar_nested():
    one, other = (use for use in expression("[$, $list[$ > 1]]").uses if use.name == "")
    assert (one.nested, other.nested) == (False, True)


def test_what_is_asked_for_is_noted():
    assert expression("$exists($a.b) ? $a : $c").tested == {"a"}


def test_a_malformed_expression_uses_nothing():
    assert expression("$a + ").uses == ()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("$map([1], function($v) { $v + total })", ["total"]),
        ("$map([1], λ($v) { $.total })", ["$"]),
        ("$reduce([1], function($a, $b) { $a + `unit price` })", ["unit price"]),
        ("function($v) { $v.total }(1)", []),
        ("function($v) { $v[total > 1] }(1)", []),
        ("$order ~> |lines|{'total': price * count}|", []),
        ("'order'.id", ["'order'"]),
        ('"order".id', ['"order"']),
        ("$order.'lines'.id", []),
        ("$order.('lines'.id)", []),
        ("$a.b.c.(%.%.d)", []),
        ("$a.b.c.(%.%.%.d)", ["%"]),
        ("$a.%", ["%"]),
        ("$a.b.%.c", []),
        ("$a.b[%.c = 1]", []),
        ("$a.b[%.%.c = 1]", ["%"]),
        ("$a.b.c^(%.d)", []),
        ("$a.b.$sum(%.c)", []),
        ("$a.b + $c.d.(%.%.e)", ["%"]),
        ("$a.*.(%.%)", ["%"]),
        ("{'a': 1}.%", ["%"]),
        ("(a.b).%", []),
    ],
)
def test_what_refers_to_nothing(source, names):
    assert [use.name for use in expression(source).uses if use.kind == "nothing"] == names


@needs_corpus
def test_a_parent_is_missing_where_the_reference_finds_none():
    told, refused, computed = set(), set(), set()
    for line in (CORPUS / "jsonata.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        uses = expression(case["expr"]).uses
        if any(use.name == "%" for use in uses):
            told.add(case["expr"])
        if case["code"] == "S0217":
            refused.add(case["expr"])
        if case["outcome"] == "result":
            computed.add(case["expr"])
    assert told >= refused
    assert told.isdisjoint(computed)
