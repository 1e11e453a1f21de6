"""YAML's anchors, aliases and merges: an edit changes only the use at its path."""

from __future__ import annotations

import pytest

from schemas import Document
from schemas.core.edits import Move, Remove, Rename, Set

SHARED = """\
base: &base   # shared
  Type: Task
  Retry: &retry
    - {ErrorEquals: [X]}
one: *base  # a use
two:
  <<: *base  # merged
  Type: Pass  # its own
three: {Retry: *retry, End: true}
"""
VALUE = {
    "base": {"Type": "Task", "Retry": [{"ErrorEquals": ["X"]}]},
    "one": {"Type": "Task", "Retry": [{"ErrorEquals": ["X"]}]},
    "two": {"Retry": [{"ErrorEquals": ["X"]}], "Type": "Pass"},
    "three": {"Retry": [{"ErrorEquals": ["X"]}], "End": True},
}


def edited(*edits) -> str:
    document = Document.parse(SHARED, "yaml")
    applied = document.apply(*edits)
    assert applied.document.apply(applied.inverse).document.text == SHARED
    return applied.document.text


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_uses_and_merges_are_expanded_in_the_value() -> None:
    value = Document.parse(SHARED, "yaml").value
    assert value == VALUE
    value["one"]["Retry"].clear()
    assert value["base"] == VALUE["base"]


def test_an_edit_in_a_use_writes_that_use_out() -> None:
    after = edited(Set(("one", "Type"), "Fail"))
    assert after == SHARED.replace(
        "one: *base  # a use", "one:  # a use\n  Type: Fail\n  Retry:\n    - ErrorEquals:\n        - X"
    )


def test_an_edit_of_a_merged_member_writes_the_merge_out() -> None:
    after = edited(Set(("two", "Retry", 0, "ErrorEquals", 0), "Z"))
    assert "two:\n  Retry:  # merged\n    - ErrorEquals:\n        - Z\n  Type: Pass  # its own\n" in after


def test_an_edit_beside_a_merge_leaves_it() -> None:
    assert edited(Set(("two", "Next"), "A")) == SHARED.replace("# its own\n", "# its own\n  Next: A\n")


def test_removing_a_member_that_hides_a_merged_one_brings_nothing_to_light() -> None:
    after = Document.parse(edited(Remove(("two", "Type"))), "yaml")
    assert after.value["two"] == {"Retry": VALUE["base"]["Retry"]}
    after = Document.parse(edited(Rename(("two", "Type"), "Kind")), "yaml")
    assert after.value["two"] == {"Retry": VALUE["base"]["Retry"], "Kind": "Pass"}


@pytest.mark.parametrize(
    "edit",
    [Set(("base", "Retry", 0, "ErrorEquals", 0), "Y"), Remove(("base",)), Move(("base",), ("zero",))],
    ids=str,
)
def test_an_edit_of_the_shared_value_leaves_its_uses_as_they_were(edit) -> None:
    after = Document.parse(edited(edit), "yaml").value
    assert {name: after[name] for name in ("one", "two", "three")} == {
        name: VALUE[name] for name in ("one", "two", "three")
    }


def test_an_edit_elsewhere_leaves_every_use() -> None:
    changed = [
        (before, now)
        for before, now in zip(lines(SHARED), lines(edited(Set(("three", "End"), False))), strict=True)
        if before != now
    ]
    assert changed == [("three: {Retry: *retry, End: true}", "three: {Retry: *retry, End: false}")]


@pytest.mark.parametrize(
    "path", [("one",), ("one", "Retry"), ("two", "Retry", 0), ("three", "Retry"), ("two",)]
)
def test_the_source_of_a_shared_value_can_be_read_alone(path) -> None:
    document = Document.parse(SHARED, "yaml")
    expected = document.value
    for part in path:
        expected = expected[part]
    assert Document.parse(document.source(path), "yaml").value == expected


def test_the_place_of_what_a_use_brings_is_the_use() -> None:
    document = Document.parse(SHARED, "yaml")
    assert document.position(("one", "Retry", 0)).line == 5
    assert document.position(("two", "Retry", 0)).line == 7
    assert document.path_at(5, 7) == ("one",)
    assert document.path_at(7, 8) == ("two",)
