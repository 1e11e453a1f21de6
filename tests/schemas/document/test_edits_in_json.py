"""Edits of JSON: each changes only its own lines, in the style of the surrounding text."""

from __future__ import annotations

import pytest

from schemas import Document
from schemas.core.edits import EditRefused, Insert, Move, Remove, Rename, Replace, Set, Splice

LINES = """{
    "StartAt": "A",
    "States": {
        "A": {"Type": "Pass", "Next": "B"},
        "B": {
            "Type": "Succeed"
        }
    }
}
"""


def edited(text: str, *edits) -> str:
    return Document.parse(text, "json").apply(*edits).document.text


def test_a_set_value_takes_the_place_of_the_old_one() -> None:
    after = edited(LINES, Set(("States", "A", "Next"), "C"))
    assert after == LINES.replace('"Next": "B"', '"Next": "C"')


def test_a_new_key_goes_last_on_its_own_line() -> None:
    after = edited(LINES, Set(("States", "B", "Comment"), "在庫"))
    assert after == LINES.replace('"Succeed"\n', '"Succeed",\n            "Comment": "在庫"\n')


def test_a_new_key_in_a_line_stays_in_the_line() -> None:
    after = edited(LINES, Set(("States", "A", "Result"), {"x": [1, 2]}))
    assert after == LINES.replace('"B"}', '"B", "Result": {"x": [1, 2]}}')


def test_a_new_value_of_several_lines_has_the_indentation_of_the_text() -> None:
    after = edited(LINES, Insert(("States", "C"), {"Type": "Fail"}, before="B"))
    assert after == LINES.replace(
        '        "B"', '        "C": {\n            "Type": "Fail"\n        },\n        "B"'
    )


def test_a_removed_key_takes_its_comma_along() -> None:
    assert edited(LINES, Remove(("StartAt",))) == LINES.replace('"StartAt": "A",\n    ', "")
    assert edited(LINES, Remove(("States", "B"))) == LINES[: LINES.index(',\n        "B"')] + "\n    }\n}\n"


def test_a_renamed_key_stays_in_its_place() -> None:
    assert edited(LINES, Rename(("States", "A"), 'A "1"')) == LINES.replace('"A": {', '"A \\"1\\"": {')


def test_a_moved_key_brings_its_text_along() -> None:
    after = edited(LINES, Move(("States", "A"), ("Spare",)))
    assert after.endswith('    },\n    "Spare": {"Type": "Pass", "Next": "B"}\n}\n')


def test_an_object_set_anew_changes_only_what_differs() -> None:
    new = {"Type": "Pass", "Result": 1, "Next": "C"}
    after = edited(LINES, Set(("States", "A"), new))
    assert after == LINES.replace('"Next": "B"', '"Result": 1, "Next": "C"')


def test_the_last_item_leaves_empty_brackets_and_the_first_one_fills_them() -> None:
    assert edited('{"a": [\n  1\n]}', Remove(("a", 0))) == '{"a": []}'
    assert edited('{\n  "a": []\n}', Insert(("a", 0), 1)) == '{\n  "a": [\n    1\n  ]\n}'
    assert edited('{"a":[]}', Insert(("a", 0), {"b": 1})) == '{"a":[{"b":1}]}'


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('{\r\n\t"a": 1\r\n}', '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": 2\r\n\t}\r\n}'),
        ('\ufeff{"a":1}', '\ufeff{"a":1,"b":{"c":2}}'),
        ('{\n  "a" : 1\n  , "z" : 3\n}', '{\n  "a" : 1\n  , "z" : 3\n  , "b" : {\n    "c": 2\n  }\n}'),
        ("{}", '{\n  "b": {\n    "c": 2\n  }\n}'),
    ],
    ids=["tabs and CRLF", "byte order mark", "commas first", "empty"],
)
def test_the_style_of_the_text_is_kept(text, after) -> None:
    assert edited(text, Set(("b",), {"c": 2})) == after


def test_edits_are_read_one_after_the_other_and_told_as_one() -> None:
    applied = Document.parse(LINES).apply(
        Rename(("States", "A"), "Z"),
        Set(("States", "Z", "Next"), "C"),
        Set(("StartAt",), "Z"),
        Insert(("States", "New"), {}),
        Remove(("States", "New")),
    )
    assert [splice.text for splice in applied.forward.splices] == ['"Z"', '"Z"', '"C"']
    assert applied.document.apply(applied.inverse).document.text == LINES


def test_splices_and_other_edits_go_together() -> None:
    applied = Document.parse('{"a": 1}').apply(Replace((Splice(6, 7, "2"),)), Set(("b",), 3))
    assert applied.document.text == '{"a": 2, "b": 3}'
    assert applied.document.apply(applied.inverse).document.text == '{"a": 1}'


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Remove(()), "edit-root"),
        (Remove(("Nowhere",)), "edit-no-value"),
        (Set(("Nowhere", "x"), 1), "edit-no-value"),
        (Set(("StartAt", "x"), 1), "edit-no-place"),
        (Insert(("StartAt",), 1), "edit-name-taken"),
        (Insert(("New",), 1, before="Nowhere"), "edit-no-value"),
        (Insert(("States", 0), 1), "edit-no-place"),
        (Rename(("States", "A"), "B"), "edit-name-taken"),
        (Move(("States",), ("States", "A", "States")), "edit-no-value"),
        (Move(("StartAt",), ("States",)), "edit-name-taken"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_refused_in_a_clear_line(edit, code) -> None:
    with pytest.raises(EditRefused) as refused:
        Document.parse(LINES).apply(Set(("StartAt",), "B"), edit)
    assert refused.value.code == code


def test_an_item_has_no_name_to_change() -> None:
    with pytest.raises(EditRefused, match="edit-no-name"):
        Document.parse("[1]").apply(Rename((0,), "a"))


def test_a_value_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(EditRefused, match="json-number"):
        Document.parse("[1]").apply(Set((0,), float("nan")))
