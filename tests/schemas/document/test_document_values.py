"""Printing, parsing and editing work for any JSON value, not only for definitions."""

from __future__ import annotations

import json
from random import Random

import pytest
import yaml
from budget import examples
from edit_model import edited, random_edit
from hand_yaml import Hand
from hypothesis import given
from hypothesis import strategies as st
from yaml_oracle import oracle

from schemas import Document
from schemas.core.edits import Set
from schemas.document.differences import differences, same
from schemas.document.json.writer import write_json
from schemas.document.yaml.printer import write_yaml

bounded = examples(50, 600)

characters = st.characters(codec="utf-8")
awkward = st.sampled_from(
    [
        *(
            "",
            "yes",
            "No",
            "~",
            "null",
            "1e3",
            "0o7",
            "0x1F",
            "1_000",
            "12:30",
            "2001-12-14",
            "=",
            "<<",
            ".inf",
        ),
        *("-", "?", "- a", "a: b", "a #b", "#", "&a", "*a", "!t", "%d", "@x", "`", "it's", '"q"', "'", "\\"),
        *("a\nb", "a\n", "\na", "a\n\n", " a\nb", "a \nb", "a\n \nb", "\t", "a\tb", "a\r\nb", "[x]", "{x}"),
        *("\x85", "\u2028", "\ufeff", "\x7f", "a,b", "---", "... ", "在庫", "\U0001f4e6", "{% $x %}", "${x}"),
        "$.a[?(@.b)]",
    ]
)
strings = awkward | st.text(characters, max_size=12)
numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | numbers | strings
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings, inner, max_size=4),
    max_leaves=12,
)
containers = st.lists(values, min_size=1, max_size=4) | st.dictionaries(
    strings, values, min_size=1, max_size=4
)


@bounded
@given(values)
def test_printed_json_is_read_back(value) -> None:
    text = write_json(value)
    assert same(Document.parse(text, "json").value, value)
    assert same(json.loads(text), value)


@bounded
@given(values)
def test_printed_yaml_is_read_back_by_yaml_1_2_and_1_1(value) -> None:
    text = write_yaml(value)
    assert same(Document.parse(text, "yaml").value, value)
    assert same(oracle(text), value)
    assert same(yaml.safe_load(text), value)


def test_keys_longer_than_yaml_looks_ahead_are_marked() -> None:
    value = {"x" * 1200: {"y" * 1200: [{"z": 1}], "w": {"v" * 1200: "a\nb"}}, "u": 1}
    text = write_yaml(value)
    assert same(Document.parse(text, "yaml").value, value)
    assert same(yaml.safe_load(text), value)


@bounded
@given(values)
def test_converting_there_and_back_keeps_the_value(value) -> None:
    document = Document.parse(write_json(value), "json")
    assert same(document.convert("yaml").convert("json").value, value)
    assert document.convert("json") is document


@bounded
@given(containers, st.integers(0, 2**32), st.sampled_from(["compact", "lines", "tabs", "yaml", "hand"]))
def test_edits_of_any_value_give_what_they_mean_and_can_be_taken_back(value, seed, style) -> None:
    document = Document.parse(written(value, style, seed), "yaml" if style in ("yaml", "hand") else "json")
    assert document.value == value
    edit = random_edit(document.value, Random(seed))
    applied = document.apply(edit)
    assert same(applied.document.value, edited(document.value, edit)) or "<<" in document.text
    assert applied.document.value == edited(document.value, edit)
    assert applied.document.apply(applied.inverse).document.text == document.text


@bounded
@given(containers, values, st.sampled_from(["compact", "lines", "yaml"]))
def test_any_value_can_be_set_in_the_place_of_any_other(value, new, style) -> None:
    document = Document.parse(written(value, style, 0), "yaml" if style == "yaml" else "json")
    applied = document.apply(Set((), new))
    assert same(applied.document.value, new)
    assert applied.document.apply(applied.inverse).document.text == document.text


@bounded
@given(values, values)
def test_differences_lead_from_one_value_to_the_other(old, new) -> None:
    value = old
    for edit in differences(old, new):
        value = edited(value, edit)
    assert same(value, new)


@bounded
@given(values)
def test_there_are_no_differences_between_equals(value) -> None:
    assert differences(value, json.loads(json.dumps(value))) == []


@pytest.mark.parametrize("format", ["json", "yaml"])
@bounded
@given(text=st.text(characters, max_size=40) | st.text("{}[]\":,-#&*!|>%@'\\ \n\tab01", max_size=40))
def test_any_text_is_held_and_reported_or_read(format, text) -> None:
    document = Document.parse(text, format)
    assert document.text == text
    problem = document.problem
    if problem is not None:
        assert document.value is None
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 1
        assert problem.message("en") and problem.message("ja")


@bounded
@given(st.text('{}[]":,-#&*!|> \nab01', max_size=40))
def test_text_without_a_format_is_held_too(text) -> None:
    assert Document.parse(text).text == text


def written(value, style: str, seed: int) -> str:
    if style == "hand":
        return Hand.any(Random(seed)).write(value)
    if style == "yaml":
        return write_yaml(value)
    indent = {"compact": None, "lines": 3, "tabs": "\t"}[style]
    return json.dumps(value, indent=indent, ensure_ascii=False)


@pytest.mark.parametrize(
    ("old", "new"), [(1, True), (0, False), (1, 1.0), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), ([1], [1.0])]
)
def test_values_that_python_takes_for_equal_are_different(old, new) -> None:
    assert not same(old, new)
    after = Document.parse(write_json({"x": old}), "json").apply(Set(("x",), new)).document
    assert json.dumps(after.value) == json.dumps({"x": new})


@pytest.mark.parametrize(("text", "column"), [('\ufeff{"a": ["b"]}', 8), ("\ufeff{a: [b]}", 6)])
def test_a_byte_order_mark_takes_no_column(text: str, column: int) -> None:
    document = Document.parse(text)
    place = document.position(("a", 0))
    assert (place.line, place.column) == (1, column)
    assert document.path_at(place.line, place.column) == ("a", 0)
