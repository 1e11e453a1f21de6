"""Byte identity and minimal edits on small definitions of many styles: every edit of every value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from edit_model import at, edited, paths
from edit_reach import out_of_reach
from shelving import kept
from small_definitions import FOLDER, NAMES, READABLE, document, text_of

from designer.library.opening import opened
from designer.library.store import Library, connect
from schemas import Document
from schemas.core.edits import Edit, Insert, Move, Remove, Rename, Replace, Set
from schemas.core.paths import Json, Path

every_definition = pytest.mark.parametrize("name", NAMES)
readable_definitions = pytest.mark.parametrize("name", READABLE)
ONCE = [name for name in READABLE if name != "anchors.yaml" and not name.startswith("repeated-names")]
"""Those in which each value stands once: no alias, no name that stands twice."""
definitions_without_sharing = pytest.mark.parametrize("name", ONCE)
COMMENT = re.compile(r"#[^\r\n]*")


def test_there_are_some_twenty_definitions_and_their_bytes_are_what_their_names_say() -> None:
    texts = {name: text_of(name) for name in NAMES}
    assert len(texts) >= 20
    for name, text in texts.items():
        assert ("\r\n" in text) == ("windows-line-ends" in name), name
        assert text.startswith("\ufeff") == ("mark" in name.replace("document-marks", "")), name
        assert ("\t" in text) == name.startswith("tabs"), name
        unended = ("no-final-newline", "one-line")
        assert text.endswith("\n") == (not any(part in name for part in unended)), name
        assert bool(document(name).problem) == (name not in READABLE), name
        assert bool(document(name).repeated_names) == name.startswith("repeated-names"), name


@every_definition
def test_a_definition_that_is_opened_and_saved_keeps_every_byte(name: str, tmp_path) -> None:
    data = (FOLDER / name).read_bytes()
    workflow = opened({name: data})
    assert workflow.document.text.encode() == data
    database = f"sqlite:///{tmp_path / 'library.db'}"
    assert kept(database, Library(connect(database)).add(workflow)).encode() == data


@readable_definitions
def test_setting_each_value_to_itself_changes_no_byte(name: str) -> None:
    whole = document(name)
    for path in paths(whole.value):
        applied = whole.apply(Set(path, at(whole.value, path)))
        assert (applied.document.text, applied.forward.splices) == (whole.text, ()), path


def changes(value: Json) -> Iterator[Edit]:
    """Another value for each scalar."""
    for path in paths(value):
        if not isinstance(at(value, path), dict | list):
            yield Set(path, "changed")
            yield Set(path, 12)


def insertions(value: Json) -> Iterator[Edit]:
    """A new member before and behind each, and an item at each index."""
    for path in paths(value):
        inside = at(value, path)
        if isinstance(inside, dict):
            yield from (Insert((*path, "Added"), {"a": ["b"]}, key) for key in [*inside, None])
        elif isinstance(inside, list):
            yield from (Insert((*path, index), "added") for index in range(len(inside) + 1))


def removals(value: Json) -> Iterator[Edit]:
    """Each member and item taken away."""
    yield from (Remove(path) for path in paths(value)[1:])


def renamings(value: Json) -> Iterator[Edit]:
    """Another name for each member."""
    yield from (Rename(path, "Renamed") for path in paths(value)[1:] if isinstance(path[-1], str))


def moves(value: Json) -> Iterator[Edit]:
    """Each member and item moved to the end of the whole."""
    yield from (Move(path, ("Moved",)) for path in paths(value)[1:])


@definitions_without_sharing
@pytest.mark.parametrize("kind", [changes, insertions, removals, renamings, moves])
def test_each_edit_means_what_it_says_and_is_taken_back_to_the_byte(
    name: str, kind: Callable[[Json], Iterator[Edit]]
) -> None:
    whole = document(name)
    for edit in kind(whole.value):
        applied = whole.apply(edit)
        assert applied.document.value == edited(whole.value, edit), edit
        assert spliced(whole.text, applied.forward) == applied.document.text, edit
        assert spliced(applied.document.text, applied.inverse) == whole.text, edit


@definitions_without_sharing
@pytest.mark.parametrize("kind", [changes, insertions, removals, renamings])
def test_each_edit_takes_out_nothing_but_what_it_names(
    name: str, kind: Callable[[Json], Iterator[Edit]]
) -> None:
    whole = document(name)
    for edit in kind(whole.value):
        assert out_of_reach(whole.text, whole.format, edit, whole.apply(edit).forward) == [], edit


@definitions_without_sharing
@pytest.mark.parametrize("kind", [changes, insertions, renamings])
def test_each_edit_changes_only_lines_of_what_it_names(
    name: str, kind: Callable[[Json], Iterator[Edit]]
) -> None:
    whole = document(name)
    for edit in kind(whole.value):
        first, last = lines_around(whole, edit)
        before, after = lines(whole.text), lines(whole.apply(edit).document.text)
        assert after[:first] == before[:first], edit
        rest = len(before) - last
        assert after[len(after) - rest :] == before[last:], edit


@pytest.mark.parametrize("name", ["comments.yaml", "document-marks.yaml", "japanese.yaml", "tabs.yaml"])
def test_a_moved_value_leaves_the_comments_and_takes_its_own_along(name: str) -> None:
    whole = document(name)
    for edit in moves(whole.value):
        after = whole.apply(edit).document.text
        missing = [found for found in COMMENT.findall(whole.text) if found not in after]
        assert missing == [], edit


def spliced(text: str, replace: Replace) -> str:
    """`text` with the splices carried out, by the letter of what a splice is."""
    for splice in reversed(replace.splices):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def lines_around(whole: Document, edit: Edit) -> tuple[int, int]:
    """The lines, as a slice, that an edit may touch: those of the value that it names, or of the container
    that takes a new one. A container gets its member beside one of its own, never elsewhere."""
    path: Path = edit.path
    if isinstance(edit, Insert):
        start, end = whole.span(path[:-1])
        inside = at(whole.value, path[:-1])
        neighbours = neighbours_of(edit, inside)
        spans = [whole.span((*path[:-1], key)) for key in neighbours]
        if spans:
            start, end = min(start for start, _ in spans), max(end for _, end in spans)
    else:
        start, end = whole.span(path)
    return len(lines(whole.text[:start] + "x")) - 1, len(lines(whole.text[:end] + "x"))


def neighbours_of(edit: Insert, inside: dict[str, Json] | list[Json]) -> list[str | int]:
    """The keys, or indices, between which a new one goes."""
    keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    last = len(keys) if isinstance(inside, dict) else edit.path[-1]
    place = last if edit.before is None else keys.index(edit.before)
    return keys[max(place - 1, 0) : place + 1]
