"""What a sidecar may hold: more is told, not read, and cannot be added."""

from __future__ import annotations

import pytest

from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.annotations import read_annotations
from schemas.sidecar.design import Design
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import read_sketch
from schemas.validator.check_design import check_design

PLACE = {"x": 0, "y": 0}
CARD = {"kind": "step", "text": "", "position": PLACE}
LANE = {"owner": "o", "position": PLACE, "width": 100, "height": 100}
MANY = range(MAX_ENTRIES + 1)
NOTES = {"notes": {f"n{index}": {"text": "x", "position": PLACE} for index in MANY}}
LANES = {"lanes": {f"l{index}": dict(LANE) for index in MANY}}
CARDS = {"sketch": {"cards": {f"c{index}": CARD for index in MANY}}}
TWO = {"a": CARD, "b": CARD}
ARROWS = {"sketch": {"cards": TWO, "arrows": {f"r{index}": {"from": "a", "to": "b"} for index in MANY}}}


def design(fields):
    return Design(Document.parse(write_json({"version": 1, **fields}), "json"))


@pytest.mark.parametrize(
    ("fields", "at"),
    [(NOTES, "/notes"), (LANES, "/lanes"), (CARDS, "/sketch/cards"), (ARROWS, "/sketch/arrows")],
    ids=["notes", "lanes", "cards", "arrows"],
)
def test_one_entry_too_many_is_told_and_not_read(fields, at):
    (found,) = check_design(design(fields))
    assert (found.code, found.severity, found.pointer) == ("too-many-entries", "error", at)
    assert "1,001" in found.message("en") and "1,000" in found.message("ja")
    read, sketch = read_annotations(design(fields)), read_sketch(design(fields))
    counts = (len(read.notes), len(read.lanes), len(sketch.cards), len(sketch.arrows))
    assert max(counts) == MAX_ENTRIES


@pytest.mark.parametrize("fields", [NOTES, LANES, CARDS, ARROWS], ids=["notes", "lanes", "cards", "arrows"])
def test_as_many_as_are_read_are_no_mistake(fields):
    less = {name: _without_last(section) for name, section in fields.items()}
    assert check_design(design(less)) == []


def _without_last(section):
    if "cards" not in section:
        return dict(list(section.items())[:MAX_ENTRIES])
    return {name: dict(list(entries.items())[:MAX_ENTRIES]) for name, entries in section.items()}


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"title": "a\u202eb"}, "/title"),
        ({"states": {"u": {"name": "A", "businessName": "\u2066x"}}}, "/states/u/businessName"),
        ({"lanes": {"u": {**LANE, "owner": "o\x00"}}}, "/lanes/u/owner"),
        ({"sketch": {"cards": {"c": {**TWO["a"], "owner": "\u200fo"}}}}, "/sketch/cards/c/owner"),
    ],
)
def test_a_hidden_character_in_a_name_is_told(fields, at):
    found = {diagnostic.pointer: diagnostic for diagnostic in check_design(design(fields))}
    assert (found[at].code, found[at].severity) == ("hidden-character", "warning")
