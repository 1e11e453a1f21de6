"""The words on a state: its name in a line or two, and below it what the look says more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from exporters.pictures import artwork, paper, typesetting
from exporters.pictures.palette import Palette
from exporters.scene import Caption
from schemas.look import Look

NAME_SIZE = 15
DETAIL_SIZE = 13
NAME_LINE = 18.75
DETAIL_LINE = 17.5
SIGN = 13
SIGN_GAP = 3
GAP = 8
LEAST_NOTE = 32

_BASELINE = 0.36
"""How far below the middle of a line its baseline is, as a share of the font's size."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A few words with a sign before them ("" for none)."""

    sign: str
    words: str

    @property
    def width(self) -> float:
        """In pixels."""
        return (SIGN + SIGN_GAP if self.sign else 0) + typesetting.width(self.words, DETAIL_SIZE)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words that fit their room."""

    names: tuple[str, ...]
    details: tuple[Detail, ...]

    @property
    def width(self) -> float:
        """In pixels."""
        return max([_width(self.details), *(typesetting.width(name, NAME_SIZE) for name in self.names)])

    def drawn(self, left: float, middle: float, palette: Palette, *, centred: bool) -> Iterator[Element]:
        """The words around the middle line, from the left or centred in their own width."""
        height = len(self.names) * NAME_LINE + (DETAIL_LINE if self.details else 0)
        top, centre = middle - height / 2, left + self.width / 2
        for name in self.names:
            baseline = _baseline(top, NAME_LINE, NAME_SIZE)
            x = centre if centred else left
            yield paper.words(name, x, baseline, NAME_SIZE, palette.text, bold=True, middle=centred)
            top += NAME_LINE
        start = centre - _width(self.details) / 2 if centred else left
        yield from details(self.details, start, top + DETAIL_LINE / 2, palette)


def lettering(caption: Caption, look: Look, room: float, *, balanced: bool = False) -> Lettering:
    """The words of a caption in a room of that width."""
    arrange = typesetting.balanced if balanced else typesetting.lines
    names = arrange(typesetting.clean(caption.title), NAME_SIZE, room, 2)
    return Lettering(tuple(names), tuple(fitting_details(caption, look, room)))


def fitting_details(caption: Caption, look: Look, room: float) -> Iterator[Detail]:
    """What is said below a name: facts whole as long as they fit, the line and the note cut."""
    facts = [Detail(fact.kind, typesetting.clean(fact.words)) for fact in caption.facts]
    note = typesetting.clean(caption.note)
    kept = _width(facts) + GAP * bool(facts) + (LEAST_NOTE + GAP) * bool(note)
    line = _cut(Detail("owner" if look == "business" else "", typesetting.clean(caption.line)), room - kept)
    said = [detail for detail in (line, *facts) if detail.words]
    while said and _width(said) > room:
        said.pop()
    left = room - _width(said) - GAP * bool(said)
    yield from said
    remark = _cut(Detail("note", note), left)
    if remark.words:
        yield remark


def details(found: tuple[Detail, ...], left: float, middle: float, palette: Palette) -> Iterator[Element]:
    """The details side by side around a middle line."""
    baseline = middle + DETAIL_SIZE * _BASELINE
    for detail in found:
        x = left
        if detail.sign:
            yield artwork.glyph(detail.sign, x, middle - SIGN / 2, SIGN, palette.muted)
            x += SIGN + SIGN_GAP
        yield paper.words(detail.words, x, baseline, DETAIL_SIZE, palette.muted)
        left += detail.width + GAP


def _cut(detail: Detail, room: float) -> Detail:
    left = room - (detail.width - typesetting.width(detail.words, DETAIL_SIZE))
    words = typesetting.cut(detail.words, DETAIL_SIZE, left)
    return Detail(detail.sign, "" if words == typesetting.ELLIPSIS else words)


def _width(found: tuple[Detail, ...] | list[Detail]) -> float:
    return sum(detail.width for detail in found) + GAP * max(len(found) - 1, 0)


def _baseline(top: float, line: float, size: float) -> float:
    return top + line / 2 + size * _BASELINE
