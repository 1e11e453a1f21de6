"""The annotations of the canvas that are not ASL: notes, and lanes for the owners of states."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from schemas.core.coerce import mapping, number, text
from schemas.core.paths import Json
from schemas.sidecar.design import MAX_COORDINATE, Design, Point, is_uid, read_point
from schemas.sidecar.limits import MAX_ENTRIES

MAX_NOTE_LENGTH = 2_000
MAX_OWNER_LENGTH = 80
NOTE_WIDTH = 200
LANE_SIZE = (480, 240)
LEAST_LANE = 80
NEW_NOTE_HEIGHT = 88
NOTE_LINE = 20
NOTE_PADDING = 24
WIDE_LETTERS_FROM = 0x1100
"""The first code point that is drawn about twice as wide as a Latin letter."""
WIDE_LETTER, NARROW_LETTER = 14, 9
"""Pixels that a character of a note takes at most."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sticky note, `NOTE_WIDTH` pixels wide and as high as its text; `position` is its top left corner."""

    text: str
    position: Point


@dataclass(frozen=True, slots=True)
class Lane:
    """A rectangle behind the states that one owner is responsible for; sizes are in pixels."""

    owner: str
    position: Point
    width: float
    height: float


@dataclass(frozen=True)
class Annotations:
    """Notes and lanes by their uids."""

    notes: dict[str, Note] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)


def note_height(text: str) -> int:
    """The height in pixels that a note with this text needs, about and at most."""
    room = NOTE_WIDTH - NOTE_PADDING

    def width(line: str) -> int:
        return sum(WIDE_LETTER if ord(letter) >= WIDE_LETTERS_FROM else NARROW_LETTER for letter in line)

    lines = sum(max(1, -(-width(line) // room)) for line in text.split("\n"))
    return max(NEW_NOTE_HEIGHT, NOTE_PADDING + lines * NOTE_LINE)


def read_annotations(design: Design) -> Annotations:
    """The notes and lanes of a sidecar.

    Never raises: an entry that is no object, whose key is no valid uid or that is one too many is left out,
    and an invalid field has its default value. `check_design` reports the errors.
    """
    return Annotations(
        {uid: _note(entry) for uid, entry in _entries(design.fields.get("notes"))},
        read_lanes(design.fields.get("lanes")),
    )


def read_lanes(value: Json) -> dict[str, Lane]:
    """The lanes in JSON, by their uids, as `read_annotations` reads them."""
    return {uid: _lane(entry) for uid, entry in _entries(value)}


def _entries(value: Json) -> list[tuple[str, dict[str, Json]]]:
    entries = islice(mapping(value).items(), MAX_ENTRIES)
    return [(uid, entry) for uid, entry in entries if is_uid(uid) and isinstance(entry, dict)]


def _note(fields: dict[str, Json]) -> Note:
    return Note(text(fields.get("text"))[:MAX_NOTE_LENGTH], _position(fields))


def _lane(fields: dict[str, Json]) -> Lane:
    width, height = LANE_SIZE
    return Lane(
        text(fields.get("owner"))[:MAX_OWNER_LENGTH],
        _position(fields),
        max(LEAST_LANE, number(fields.get("width"), MAX_COORDINATE) or width),
        max(LEAST_LANE, number(fields.get("height"), MAX_COORDINATE) or height),
    )


def _position(fields: dict[str, Json]) -> Point:
    return read_point(fields.get("position")) or Point(0, 0)
