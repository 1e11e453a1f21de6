"""Placeholders without quotes, in JSON where a value belongs: read, placed, edited, and kept to the byte."""

import json

import pytest

from schemas import Document
from schemas.core.edits import Insert, Move, Remove, Rename, Set
from schemas.core.placeholder import Unquoted
from schemas.document.differences import same

TEXT = """{
  "TimeoutSeconds": ${Patience},\t
  "Retry": [ ${First}, {"MaxAttempts": ${Tries}0, "BackoffRate": -${Rate}} ],
  "Names": "${Quoted} and \\"${Text}\\"",
  "Limit": ${lookup(limits, "daily")} , "Own": ${self:custom.${opt:stage}.own},
  "Last": ${Last}
}
"""


@pytest.fixture
def document():
    return Document.parse(TEXT)


def test_they_are_values_that_differ_from_the_same_text_in_quotes(document):
    assert document.problem is None
    assert document.value == {
        "TimeoutSeconds": "${Patience}",
        "Retry": ["${First}", {"MaxAttempts": "${Tries}0", "BackoffRate": "-${Rate}"}],
        "Names": '${Quoted} and "${Text}"',
        "Limit": '${lookup(limits, "daily")}',
        "Own": "${self:custom.${opt:stage}.own}",
        "Last": "${Last}",
    }
    assert isinstance(document.value["Limit"], Unquoted)
    assert not isinstance(document.value["Names"], Unquoted)
    assert not same(document.value["Last"], "${Last}")


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("TimeoutSeconds",), '"TimeoutSeconds": ${Patience}'),
        (("Retry", 0), "${First}"),
        (("Retry", 1, "MaxAttempts"), '"MaxAttempts": ${Tries}0'),
        (("Limit",), '"Limit": ${lookup(limits, "daily")}'),
        (("Last",), '"Last": ${Last}'),
    ],
)
def test_each_has_its_place(document, path, written):
    start, end = document.span(path)
    assert TEXT[start:end] == written
    assert document.path_at(*position(end)) == path
    assert document.source(path) == written.partition(": ")[2] or written


def position(offset: int) -> tuple[int, int]:
    before = TEXT[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "edits",
    [
        (Set(("Names",), "x"),),
        (Set(("TimeoutSeconds",), 5), Remove(("Last",))),
        (Rename(("Last",), "End"), Insert(("First",), 1, "TimeoutSeconds")),
        (Move(("Retry", 1), ("Retry", 0)), Move(("Retry", 0, "MaxAttempts"), ("Tries",))),
        (Set(("Last",), Unquoted("${Other}")), Set(("New",), {"n": Unquoted("${N}"), "t": "${N}"})),
    ],
    ids=str,
)
def test_what_an_edit_does_not_touch_stays_to_the_byte(edits, newline):
    document = Document.parse(TEXT.replace("\n", newline))
    result = document.apply(*edits)
    after = result.document
    assert after.apply(result.inverse).document.text == document.text
    for name in ("${lookup(limits", "${Tries}0", "-${Rate}", "${self:custom."):
        assert f'"{name}' not in after.text
        assert name in after.text
    assert same(Document.parse(after.text).value, after.value)


def test_new_ones_are_written_without_quotes(document):
    after = document.apply(Set(("New",), {"n": Unquoted("${N}"), "t": "${N}"})).document
    assert '"New": {\n    "n": ${N},\n    "t": "${N}"\n  }' in after.text


def test_quotes_can_be_put_around_one_and_taken_away(document):
    quoted = document.apply(Set(("Last",), "${Last}")).document
    assert quoted.text == TEXT.replace("${Last}", '"${Last}"')
    assert quoted.apply(Set(("Last",), Unquoted("${Last}"))).document.text == TEXT


def test_a_name_that_occurs_twice_is_told_at_its_place():
    (found,) = Document.parse('{"a": ${X}, "b": [${Y}], "a": {"c": ${Z}}}').repeated_names
    assert (found.path, found.line, found.column) == (("a",), 1, 2)


@pytest.mark.parametrize(
    ("text", "code", "column", "found"),
    [
        ('{${Name}: 1}', "json-name", 2, "${Name}"),
        ('{"a": ${X} ${Y}}', "json-missing-comma", 12, "${Y}"),
        ('{"a": ${X} "b": 1}', "json-missing-comma", 12, '"'),
        ('{"a" ${X}}', "json-missing-colon", 6, "${X}"),
        ('{"a": ${X}, }', "json-trailing-comma", 11, None),
        ('{"a": ${X', "json-placeholder", 7, None),
        ('{"a": ${X, "b": 1}', "json-placeholder", 7, None),
        ('{"a": ${X\n}}', "json-placeholder", 7, None),
        ('{"a": ${X}, "b": NaN}', "json-number", 18, None),
        ('{"a": ${X}, "b": "\\udfff"}', "lone-surrogate", 19, None),
        ('{"a": ${X}, "b": \'c\'}', "json-single-quotes", 18, None),
        ('{"a": ${X}} }', "json-extra-text", 13, None),
        ('{"a": ${X}, "b": [', "json-unfinished", 19, None),
        ('{"a": x${X}}', "json-value", 7, "x$"),
    ],
)  # fmt: skip
def test_what_is_wrong_beside_one_is_told_in_its_place(text, code, column, found):
    problem = Document.parse(text, "json").problem
    assert (problem.code, problem.line, problem.column) == (code, 1, column)
    assert problem.params.get("found") == found
    assert problem.message("en")
    assert problem.message("ja")


def test_no_text_passes_for_one():
    text = '{"a": ${X}, "b": "NaN", "c": "\\u0000${X}", "d": "\\"${X}"}'
    value = Document.parse(text).value
    assert value == {"a": "${X}", "b": "NaN", "c": "\0${X}", "d": '"${X}'}
    assert [name for name in value if isinstance(value[name], Unquoted)] == ["a"]


def test_many_placeholders_are_read_in_time_that_grows_with_the_text():
    names = ", ".join(f'"n{index}": ${{N{index}}}' for index in range(50_000))
    assert len(Document.parse("{" + names + "}").value) == 50_000
    for hostile in ("${" * 200_000, '{"a": ' + "${(" * 200_000, "1" * 4_000 + "${" + "a" * 500_000):
        assert Document.parse(hostile, "json").problem is not None


def test_without_any_json_is_read_as_ever():
    text = json.dumps({"a": "${X}", "b": ["${Y}"]})
    assert same(Document.parse(text).value, json.loads(text))
