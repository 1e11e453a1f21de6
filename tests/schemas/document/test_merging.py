"""The merge of typed changes with those made meanwhile, and positions in UTF-16 units."""

from __future__ import annotations

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from designer.components.code_editor.units import Units
from designer.protocol.code_editor import TextChange
from schemas.core.edits import EditRefused, Splice
from schemas.document.text.merging import Overlap, merge
from schemas.document.text.splices import spliced

TEXTS = st.text(st.sampled_from("ab{}\n\r 注\U0001f6d2"), max_size=40)
thorough = examples(100, 1000)
LINES = st.lists(st.sampled_from(["a", "b", "{", "}", "注文"]), min_size=2, max_size=12)


@given(TEXTS, TEXTS)
@thorough
def test_without_anything_typed_the_current_text_comes_out(base: str, current: str) -> None:
    assert merge(base, current, []) == current


@given(LINES, st.data())
@thorough
def test_changes_of_different_lines_stand_side_by_side(lines: list[str], data: st.DataObject) -> None:
    mine, theirs = data.draw(st.permutations(range(len(lines))))[:2]
    start = sum(len(line) + 1 for line in lines[:mine])
    typed = Splice(start, start + len(lines[mine]), "mine")
    both = list(lines)
    both[theirs] = "theirs"
    current = "\n".join(both)
    both[mine] = "mine"
    assert merge("\n".join(lines), current, [typed]) == "\n".join(both)


@pytest.mark.parametrize(
    ("typed", "why"),
    [(Splice(1, 4, "x"), "another word"), (Splice(2, 3, ""), "inside"), (Splice(0, 5, ""), "all around")],
)
def test_changes_of_one_place_meet(typed: Splice, why: str) -> None:
    with pytest.raises(Overlap):
        merge("(abc)\n", "(uvw)\n", [typed])


def test_words_put_in_at_one_place_meet_unless_they_are_the_same() -> None:
    with pytest.raises(Overlap):
        merge("ab", "a-b", [Splice(1, 1, "+")])
    assert merge("ab", "a-b", [Splice(1, 1, "-")]) == "a-b"


@pytest.mark.parametrize(
    "typed", [[Splice(3, 9, "")], [Splice(2, 1, "")], [Splice(2, 3, ""), Splice(0, 1, "")]]
)
def test_splices_that_do_not_fit_are_refused(typed: list[Splice]) -> None:
    with pytest.raises(EditRefused):
        merge("abc", "abc", typed)


@given(TEXTS, st.data())
@thorough
def test_what_the_browser_replaces_is_replaced(text: str, data: st.DataObject) -> None:
    seen = text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(seen)))
    end = data.draw(st.integers(start, len(seen)))

    def units(place: int) -> int:
        return len(seen[:place].encode("utf-16-le")) // 2

    splice = Units(text).splice(TextChange(start=units(start), end=units(end), text="x"))
    changed = spliced(text, [splice]).replace("\r\n", "\n").replace("\r", "\n")
    assert changed == seen[:start] + "x" + seen[end:]


@given(TEXTS)
@thorough
def test_places_go_to_the_browser_and_back(text: str) -> None:
    units = Units(text)
    for place in range(len(text)):
        if text[place - 1 : place + 1] != "\r\n":
            assert units.character(units.of(place)) == place
