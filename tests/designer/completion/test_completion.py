"""Completions at a cursor in an expression."""

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from designer.base.words import words
from designer.completion import signatures
from designer.completion.completion import completions
from designer.completion.known import Named, Value
from designer.completion.scope import Scope
from schemas.asl.expressions.functions import FUNCTIONS
from schemas.asl.expressions.intrinsic import ARGUMENTS

INPUT = {
    "cart": {"items": [{"sku": "a", "price": 5, "my name": 1}], "total": 9, "在庫": True},
    "grid": [[{"x": 1}]],
    "and": 1,
}
CONTEXT = Named({"Execution": Named({"Input": Value(INPUT)})})
JSONATA = Scope(
    "JSONata", {"$states": Named({"input": Value(INPUT), "context": CONTEXT}), "$order": Value({"id": 7})}
)
JSONPATH = Scope("JSONPath", {"$": Value(INPUT), "$$": CONTEXT, "$order": Value({"id": 7})})
ITEM = ["sku", "price", "`my name`"]
CART = ["items", "total", "在庫"]


def in_jsonata(text, path=("Output", "a")):
    before, _, after = f"{{% {text}".partition("|")
    return completions(before, f"{after} %}}", path, JSONATA)


def in_jsonpath(text, path=("Parameters", "a.$")):
    before, _, after = text.partition("|")
    return completions(before, after, path, JSONPATH)


def fields(found):
    return [each.text for each in found if each.kind == "field"]


def applied(text, found):
    before, _, after = text.partition("|")
    assert before.endswith(found.replaced)
    return before.removesuffix(found.replaced) + found.text + after


@pytest.mark.parametrize(
    "text, names",
    [
        ("$states.|", ["input", "context"]),
        ("$states.inp|", ["input", "context"]),
        ("$states.input.|", ["cart", "grid", "`and`"]),
        ("$states.input.cart.it|", CART),
        ("$states.input.cart.items.|", ITEM),
        ("$states.input.cart.items[0].|", ITEM),
        ("$states.input.cart.items[price > 3].|", ITEM),
        ("$states.input.cart.items[|", ITEM),
        ("$states.input.cart.items[price > 3 and s|", ITEM),
        ("$states.input.cart.items[$contains(s|", ITEM),
        ("$states.input.cart.items.(pri|", ITEM),
        ('$states.input.cart.items.{"a": pri|', ITEM),
        ("$states.input.cart.items^(>|", ITEM),
        ("$states.input.cart.items[$.|", ITEM),
        ("$states.input.grid.|", ["x"]),
        ("$states . input\n. cart . |", CART),
        ("$sum($states.input.cart.|", CART),
        ("$map($states.input.cart.items, function($i) { $i.|", ITEM),
        ("($c := $states.input.cart; $c.|", CART),
        ("$states.context.Execution.Input.cart.|", CART),
        ("$order.|", ["id"]),
        ("'a' & $order.|", ["id"]),
        ("$states.`input`.|", ["cart", "grid", "`and`"]),
        ("$states.input.`ca|", ["`cart`", "`grid`", "`and`"]),
        ("$states.input.cart.total.|", []),
        ("$states.input.gone.|", []),
        ("$sum(1).|", []),
        ("$order.id |", []),
        ("'$states.|", []),
        ('"$states.|', []),
        ("/* $states.|", []),
        ("$states.input.cart.|\n  and $order", CART),
    ],
)
def test_the_fields_that_are_there_in_jsonata(text, names):
    assert fields(in_jsonata(text)) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("$.|", ["cart", "grid", "and"]),
        ("$.cart.|", CART),
        ("$.cart.tot|", CART),
        ("$.cart.items[0].|", ["sku", "price", "['my name']"]),
        ("$.cart.items[*].p|", ["sku", "price", "['my name']"]),
        ("$.cart.items.|", []),
        ("$['|", ["cart']", "grid']", "and']"]),
        ("$['|']", ["cart", "grid", "and"]),
        ("$['cart'].|", CART),
        ("$$.Execution.|", ["Input"]),
        ("$order.|", ["id"]),
        ("States.Format('{} $.', $.cart.|", CART),
        ("States.Format('$.|", []),
        ("States.Array($.cart['|'])", CART),
        ("x$.|", []),
    ],
)
def test_the_fields_that_are_there_in_jsonpath(text, names):
    assert fields(in_jsonpath(text)) == names


def test_what_is_offered_takes_the_place_of_what_was_typed():
    spaced = next(each for each in in_jsonpath("$.cart.items[0].my|") if each.name == "my name")
    assert applied("$.cart.items[0].my|", spaced) == "$.cart.items[0]['my name']"
    sum = next(each for each in in_jsonata("1 + su|") if each.name == "$sum")
    assert applied("1 + su|", sum) == "1 + $sum("
    assert next(each for each in in_jsonata("$states.input.cart.|") if each.name == "total").detail == "9"


def test_an_expression_begins_with_data_its_own_variables_or_functions():
    found = {each.text: each.detail for each in in_jsonata("($mine := 1; |")}
    assert {"$states", "$order", "$mine", "$partition("} <= found.keys()
    assert found["$partition("] == "(array, size)"
    found = {each.text for each in in_jsonpath("States.Array(|")}
    assert {"$", "$$", "$order", "States.UUID("} <= found


def test_a_path_takes_no_function_and_a_fixed_text_takes_nothing():
    assert {each.kind for each in in_jsonpath("|", ("InputPath",))} == {"variable"}
    assert in_jsonpath("$.|", ("Parameters", "a")) == []
    assert completions("$states.", "", ("Output",), JSONATA) == []
    assert completions("{% 1 %} $states.", "", ("Output",), JSONATA) == []


def test_a_target_is_one_of_the_states_beside():
    found = completions("出", "", ("Choices", 0, "Next"), JSONATA, ["出荷", "通知"])
    assert [(each.text, each.replaced) for each in found] == [("出荷", "出"), ("通知", "出")]


@pytest.mark.parametrize("name", ['x", "Resource": "y', "a\\b", "a\nb"])
def test_a_name_that_would_break_the_text_around_it_is_not_offered(name):
    scope = Scope("JSONata", {"$states": Named({"input": Value({name: 1, "plain": 2})})})
    found = completions("{% $states.input.", "", ("Output",), scope)
    assert [each.text for each in found] == ["plain"]
    scope = Scope("JSONPath", {"$": Value({name: 1, "plain": 2})})
    assert [each.text for each in completions("$.", "", ("a.$",), scope)] == ["plain"]
    assert completions("", "", ("Next",), scope, [name]) == []


def test_every_function_has_its_arguments_and_words():
    assert signatures.JSONATA.keys() == FUNCTIONS
    assert signatures.INTRINSIC.keys() == ARGUMENTS.keys()
    keys = {f"function.{name}" for name in signatures.JSONATA}
    assert keys <= words("ja").keys()
    assert {f"function.intrinsic.{name}" for name in signatures.INTRINSIC} <= words("ja").keys()


PIECES = st.sampled_from([
    "$", "$$", "states", ".", "input", "cart", "[", "]", "(", ")", "{", "}", "'", '"', "`", "/", "*", ":=",
    "$x", ";", "function", ",", "{%", "%}", "0", " ", "在庫", "\\", "^", "~>", "States.Format(", "!", "$i",
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@examples(200, 5000)
@given(TEXTS, TEXTS, st.sampled_from([("Output",), ("a.$",), ("Next",), ()]))
def test_any_text_is_fine(before, after, path):
    for scope in (JSONATA, JSONPATH):
        for text in (before, f"{{%{before}"):
            for found in completions(text, after, path, scope, ["B"]):
                assert text.endswith(found.replaced)


def test_nothing_takes_long():
    for piece in ("[", "$x.", "$x := $x;", "function($x){", "$states.input[", "'", "$", "$.a", "a.", "(("):
        for scope in (JSONATA, JSONPATH):
            completions("{%" + piece * 5000, "", ("a.$",), scope)
