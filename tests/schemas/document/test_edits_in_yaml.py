"""Edits of YAML: each changes only its own lines, in the style of the surrounding text; comments stay."""

from __future__ import annotations

import pytest

from schemas import Document
from schemas.core.edits import EditRefused, Insert, Move, Remove, Rename, Set

LINES = """\
# the shop
StartAt: A  # first
States:
  # about A
  A:
    Type: Pass   # kind
    Next: B
    Retry:
    - ErrorEquals: [States.ALL]  # all
      # twice
      MaxAttempts: 2
    - {"ErrorEquals": ["X"]}
  B:
    Type: Succeed
    Comment: |
      one
      two
"""


def edited(text: str, *edits) -> str:
    document = Document.parse(text, "yaml")
    applied = document.apply(*edits)
    assert applied.document.apply(applied.inverse).document.text == text
    return applied.document.text


def test_a_set_value_takes_the_place_of_the_old_one() -> None:
    assert edited(LINES, Set(("States", "A", "Type"), "Fail")) == LINES.replace("Pass   #", "Fail   #")


def test_a_value_of_several_lines_goes_below_the_comment() -> None:
    after = edited(LINES, Set(("States", "A", "Type"), {"x": "a\nb\n"}))
    assert "    Type:   # kind\n      x: |\n        a\n        b\n    Next: B\n" in after


def test_a_scalar_takes_the_place_of_a_block() -> None:
    assert "    Retry: none\n  B:" in edited(LINES, Set(("States", "A", "Retry"), "none"))
    assert edited(LINES, Set(("States", "B", "Comment"), "one")).endswith("    Comment: one\n")


def test_a_new_key_stands_like_its_neighbours() -> None:
    after = edited(LINES, Insert(("States", "A", "Catch"), [{"Next": "B"}], before="Retry"))
    assert "    Next: B\n    Catch:\n    - Next: B\n    Retry:\n" in after


def test_a_new_key_goes_behind_the_comment_of_the_line_above() -> None:
    assert "# first\nVersion: '1.0'\nStates:" in edited(LINES, Insert(("Version",), "1.0", before="States"))


def test_a_new_item_stands_like_its_neighbours() -> None:
    after = edited(LINES, Insert(("States", "A", "Retry", 1), {"ErrorEquals": ["Z"], "MaxAttempts": 1}))
    assert "MaxAttempts: 2\n    - ErrorEquals:\n      - Z\n      MaxAttempts: 1\n    - {" in after


def test_between_brackets_the_quotes_of_the_neighbours_are_kept() -> None:
    after = edited(LINES, Set(("States", "A", "Retry", 1, "MaxAttempts"), "two"))
    assert '- {"ErrorEquals": ["X"], "MaxAttempts": "two"}' in after


def test_a_removed_key_leaves_the_comments_around_it() -> None:
    assert "  # about A\n  B:\n" in edited(LINES, Remove(("States", "A")))
    assert "    # kind\n    Next: B\n" in edited(LINES, Remove(("States", "A", "Type")))


def test_the_first_key_of_an_item_goes_and_the_next_one_takes_its_place() -> None:
    after = edited(LINES, Remove(("States", "A", "Retry", 0, "ErrorEquals")))
    assert "    - # all\n      # twice\n      MaxAttempts: 2\n" in after


def test_the_last_item_leaves_empty_brackets() -> None:
    after = edited(LINES, Remove(("States", "A", "Retry", 0)), Remove(("States", "A", "Retry", 0)))
    assert "    Retry: []\n  B:" in after


def test_empty_brackets_stand_where_the_comments_are() -> None:
    assert edited("a:\n- b  # c\n- d\n", Remove(("a", 0)), Remove(("a", 0))) == "a:\n  []  # c\n"


def test_a_moved_key_brings_its_text_and_comments_along() -> None:
    after = edited(LINES, Move(("States", "A"), ("States", "B", "Was")))
    assert after == (
        "# the shop\nStartAt: A  # first\nStates:\n  # about A\n  B:\n    Type: Succeed\n    Comment: |\n"
        "      one\n      two\n    Was:\n      Type: Pass   # kind\n      Next: B\n      Retry:\n"
        "      - ErrorEquals: [States.ALL]  # all\n        # twice\n        MaxAttempts: 2\n"
        '      - {"ErrorEquals": ["X"]}\n'
    )


def test_an_item_moved_to_a_key_is_lined_up_there() -> None:
    after = edited(LINES, Move(("States", "A", "Retry", 0), ("First",)))
    assert after.endswith("First:\n  ErrorEquals: [States.ALL]  # all\n  # twice\n  MaxAttempts: 2\n")


@pytest.mark.parametrize("name", ["yes", "1", "null", "a: b", "#a", "2024-01-01", "- a", "it's", "状態"])
def test_a_name_is_quoted_where_yaml_would_take_it_for_something_else(name) -> None:
    after = edited(LINES, Rename(("States", "A"), name))
    assert list(Document.parse(after, "yaml").value["States"]) == [name, "B"]
    assert (f"  {name}:\n" in after) == (name in ("it's", "状態"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("\ufeffa: 1\r\n", "\ufeffa: 1\r\nb:\r\n  c: 2\r\n"),
        ("a: 1", "a: 1\nb:\n  c: 2"),
        ("--- # c\na:\n    d: 1\n", "--- # c\na:\n    d: 1\nb:\n    c: 2\n"),
        ("{a: 1}", "{a: 1, b: {c: 2}}"),
        ("{\n  a: 1,  # one\n}\n", "{\n  a: 1,\n  b: {c: 2},  # one\n}\n"),
        ("{}", "{b: {c: 2}}"),
        ("? a\n: 1\n", "? a\n: 1\nb:\n  c: 2\n"),
        ("a: |+\n  x\n\n", "a: |+\n  x\n\nb:\n  c: 2\n"),
        ("a:\n  # later\n", "a:\nb:\n  c: 2\n  # later\n"),
    ],
    ids=[
        "BOM and CRLF", "no last line break", "wide", "brackets", "brackets by lines", "empty", "marked key",
        "kept line breaks", "comment of a value that is not there",
    ],
)  # fmt: skip
def test_the_style_of_the_text_is_kept(text, after) -> None:
    assert edited(text, Set(("b",), {"c": 2})) == after


def test_a_literal_does_not_swallow_the_comment_below_it() -> None:
    after = edited("a: 1\n  # about what follows\nb: 2\n", Set(("a",), "x\ny\n"))
    assert after == 'a: "x\\ny\\n"\n  # about what follows\nb: 2\n'


def test_what_yaml_cannot_take_without_another_change_is_refused() -> None:
    with pytest.raises(EditRefused, match="edit-not-writable"):
        Document.parse("a: |\n  x", "yaml").apply(Set(("b",), 1))
