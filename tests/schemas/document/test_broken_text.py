"""A text with a syntax error is kept, and the error is reported with its position."""

from __future__ import annotations

import json

import pytest

from schemas import Document
from schemas.core.diagnostic import message_texts
from schemas.core.edits import EditRefused, Remove, Replace, Set, Splice
from schemas.core.paths import Json

JSON_MISTAKES = {
    '{\n  "a": 1,\n}': ("json-trailing-comma", 2, 9),
    '{\n  "a": [1, 2,]\n}': ("json-trailing-comma", 2, 13),
    '{\n  "a": 1\n  "b": 2\n}': ("json-missing-comma", 3, 3),
    '{"a" 1}': ("json-missing-colon", 1, 6),
    "{'a': 1}": ("json-single-quotes", 1, 2),
    "{\"a\": 'b'}": ("json-single-quotes", 1, 7),
    "{a: 1}": ("json-name", 1, 2),
    '{"a": }': ("json-value", 1, 7),
    '{"a": None}': ("json-value", 1, 7),
    '{"a": 1 // one\n}': ("json-comment", 1, 9),
    '{\n  # one\n  "a": 1}': ("json-comment", 2, 3),
    '{"a": [1, 2': ("json-unfinished", 1, 12),
    '{"a": "b\n}': ("json-control-character", 1, 9),
    '{"a": "b': ("json-unterminated-string", 1, 7),
    '{"a": "\\d"}': ("json-escape", 1, 8),
    '{"a": 1}}': ("json-extra-text", 1, 9),
    '{"a": NaN}': ("json-number", 1, 7),
    '{"a": -Infinity}': ("json-number", 1, 7),
    '{"a": 1e999}': ("json-number", 1, 7),
    '{"a": ' + "9" * 5000 + "}": ("json-number", 1, 7),
    '{"a": "\\ud800"}': ("lone-surrogate", 1, 8),
    '{"a": "\ud800"}': ("lone-surrogate", 1, 8),
    "": ("json-empty", 1, 1),
    "\ufeff {,}": ("json-name", 1, 3),
}

YAML_MISTAKES = {
    "a: b: c": ("yaml-colon", 1, 5),
    "a: - b": ("yaml-dash", 1, 4),
    "a: [b, c": ("yaml-unclosed", 1, 9),
    "a: 1\nb\nc: 2": ("yaml-missing-colon", 2, 1),
    "a: [}": ("yaml-character", 1, 5),
    "a:\n  b: 1\n c: 2": ("yaml-indentation", 3, 2),
    "a: 'b": ("yaml-quote", 1, 6),
    'a: "\\d"': ("yaml-escape", 1, 5),
    'a: "\\ud83d\\ude00"': ("yaml-escape", 1, 7),
    "a:\n\tb: 1": ("yaml-tab", 2, 1),
    "a: @b": ("yaml-character", 1, 4),
    "a: \x00": ("yaml-control-character", 1, 4),
    "a: \ud800": ("lone-surrogate", 1, 4),
    "a: 1\n---\nb: 2": ("yaml-several-documents", 2, 1),
    "a: {b: ${C}}": ("yaml-placeholder", 1, 8),
    "a: [1, ${C}, 2]": ("yaml-placeholder", 1, 8),
    "a: !Foo b": ("yaml-tag", 1, 4),
    "a: !!python/object:os.system {}": ("yaml-tag", 1, 4),
    "a: !!set {b}": ("yaml-tag", 1, 4),
    "a: !x!y b": ("yaml-tag-handle", 1, 4),
    "a: !!int b": ("yaml-value", 1, 4),
    "a: .inf": ("yaml-number", 1, 4),
    "a: " + "9" * 5000: ("yaml-number", 1, 4),
    "a: 0x" + "F" * 5000: ("yaml-number", 1, 4),
    "a: *b": ("yaml-unknown-alias", 1, 4),
    "a: &b [*b]": ("yaml-recursive-alias", 1, 8),
    "<<: 1": ("yaml-merge", 1, 5),
    "? [a]\n: 1": ("yaml-key", 1, 3),
}


@pytest.mark.parametrize(("text", "found"), JSON_MISTAKES.items(), ids=str)
def test_json_mistakes_are_told_by_kind_and_place(text, found) -> None:
    assert_told(Document.parse(text, "json"), text, found)


@pytest.mark.parametrize(("text", "found"), YAML_MISTAKES.items(), ids=str)
def test_yaml_mistakes_are_told_by_kind_and_place(text, found) -> None:
    assert_told(Document.parse(text, "yaml"), text, found)


def assert_told(document: Document, text: str, found: tuple[str, int, int]) -> None:
    problem = document.problem
    assert problem is not None
    assert (problem.code, problem.line, problem.column) == found
    assert problem.message("en") and problem.message("ja")
    assert document.text == text
    assert document.value is None


BOMBS = {
    "brackets": ("[" * 1_000_000, "nesting-too-deep"),
    "objects": ('{"a":' * 100_000, "nesting-too-deep"),
    "closed": ("[" * 129 + "]" * 129, "nesting-too-deep"),
    "large": ('"' + "x" * (8 * 1024 * 1024) + '"', "text-too-large"),
    "large in bytes only": ('"' + "在" * (3 * 1024 * 1024) + '"', "text-too-large"),
}


@pytest.mark.parametrize("format", ["json", "yaml"])
@pytest.mark.parametrize(("text", "code"), BOMBS.values(), ids=BOMBS)
def test_bounds_of_size_and_depth(format, text, code) -> None:
    assert Document.parse(text, format).problem.code == code


def test_yaml_dashes_nest_no_deeper() -> None:
    assert Document.parse("- " * 100_000 + "a", "yaml").problem.code == "nesting-too-deep"


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_what_is_just_within_the_depth_is_read_and_edited(format) -> None:
    document = Document.parse("[" * 128 + "]" * 128, format)
    assert document.problem is None
    assert document.apply(Remove((0,))).document.value == []


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_what_is_just_within_the_depth_can_be_printed(format) -> None:
    value = json.loads('{"a":[' * 64 + "1" + "]}" * 64)
    document = Document.parse(json.dumps(value)).convert("yaml").convert(format)
    assert document.value == value
    assert Document.parse("{}", format).apply(Set((), value)).document.value == value


@pytest.mark.parametrize("format", ["json", "yaml"])
@pytest.mark.parametrize("depth", [129, 100_000])
def test_an_edit_nests_no_deeper(format, depth) -> None:
    value: Json = None
    for _ in range(depth):
        value = [value]
    with pytest.raises(EditRefused) as refused:
        Document.parse("{}", format).apply(Set((), value))
    assert refused.value.code == "nesting-too-deep"


def test_brackets_in_strings_are_not_depth() -> None:
    value = '["' + "[" * 1000 + '\\"[[", "\\\\", "]"]'
    assert Document.parse(value, "json").problem is None


def test_alias_expansion_is_bounded() -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert Document.parse("\n".join(lines), "yaml").problem.code == "alias-expansion"


def test_aliases_nest_no_deeper_than_text() -> None:
    lines = ["a0: &a0 []", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 300))]
    assert Document.parse("\n".join(lines), "yaml").problem.code == "nesting-too-deep"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ('{"a": 1,\n}', '{"a": 1\n}'),
        ('{"a": 1\n "b": 2}', '{"a": 1,\n "b": 2}'),
        ('{"a": [1,], "b": [2,]}', None),
        ('{"a": "he said "no""}', None),
        ('{"a": 1', None),
    ],
)
def test_a_fix_is_offered_where_it_makes_the_whole_text_readable(text, fixed) -> None:
    document = Document.parse(text, "json")
    fix = document.problem.fix
    assert (document.apply(*fix.edits).document.text if fix else None) == fixed


def test_broken_text_can_be_spliced_until_it_is_whole() -> None:
    broken = Document.parse('{"a": 1,}', "json")
    fixed = broken.apply(Replace((Splice(7, 8, ""),)))
    assert fixed.document.value == {"a": 1}
    assert fixed.document.apply(fixed.inverse).document == broken


def test_broken_text_takes_no_other_edit() -> None:
    with pytest.raises(EditRefused) as refused:
        Document.parse("{", "json").apply(Remove(("a",)))
    assert refused.value.code == "edit-broken-text"
    assert "edit-broken-text" in message_texts("ja")


@pytest.mark.parametrize(
    "splices", [(Splice(2, 1, ""),), (Splice(0, 99, ""),), (Splice(1, 2, ""), Splice(0, 1, ""))]
)
def test_splices_that_do_not_fit_are_refused(splices) -> None:
    with pytest.raises(EditRefused, match="edit-splices"):
        Document.parse("[1]", "json").apply(Replace(splices))


def test_names_that_stand_twice_are_told_and_the_last_counts() -> None:
    document = Document.parse('{"a": 1,\n "a": 2, "b": {"c": 1, "c": 2}}', "json")
    assert document.value == {"a": 2, "b": {"c": 2}}
    found = [(problem.code, problem.pointer, problem.line) for problem in document.repeated_names]
    assert found == [("repeated-name", "/a", 1), ("repeated-name", "/b/c", 2)]


def test_a_name_that_stands_twice_is_removed_as_a_whole() -> None:
    document = Document.parse('{"a": 1, "a": 2, "b": 3}', "json")
    assert document.apply(Remove(("a",))).document.text == '{"b": 3}'
