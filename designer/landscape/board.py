"""The map as the package draws it: cards of HTML, arrows, and the sheet that brings the styles.

A card's content is one line that begins with a tag, so that Markdown leaves it alone, and all words in it are
escaped. The package knows no style sheet of others', so one rides in a card beneath all others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from html import escape

from designer.base.words import word
from designer.landscape.landscape import Landscape, Member
from designer.landscape.places import places
from schemas.core.beside import text_beside
from schemas.core.diagnostic import Language
from schemas.core.hidden_characters import without_hidden

CARD_WIDTH, CARD_HEIGHT = 232, 120
MARGIN = 60
SHEET = "/sheet"

Time = Callable[[datetime], str]


@dataclass(frozen=True, slots=True)
class Card:
    """A card, or the sheet: its id, its corner, its content, its classes and its size in pixels."""

    id: str
    x: int
    y: int
    content: str
    look: str
    width: int = CARD_WIDTH
    height: int = CARD_HEIGHT


@dataclass(frozen=True, slots=True)
class Board:
    """Cards, the sheet first, and arrows between them by their ids."""

    cards: tuple[Card, ...]
    arrows: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """A text that differs where two boards do."""
        return blake2b(repr((self.cards, self.arrows)).encode(errors="replace"), digest_size=12).hexdigest()


def board(found: Landscape, open_id: str, language: Language, is_dark: bool, time: Time) -> Board:
    """The board of a landscape; the workflow `open_id` is marked, and `time` tells the last change."""
    corners = places(tuple(found.members), found.arrows)
    cards = [
        Card(
            id,
            *corners[id],
            _content(member, language, time),
            "workflow open" if id == open_id else "workflow",
        )
        for id, member in found.members.items()
    ]
    arrows = tuple(arrow for arrow in found.arrows if arrow[0] != arrow[1])
    return Board((_sheet(cards, is_dark), *cards), arrows)


def owner_words(member: Member, language: Language) -> str:
    """The owner of most states, and the number of other owners; "" where none is named."""
    more = len(member.described.owners) - 1
    if more <= 0:
        return member.owner
    return word(language, "landscape.owner.more", owner=member.owner, count=more)


def _content(member: Member, language: Language, time: Time) -> str:
    owner = owner_words(member, language)
    foot = f'<i class="bi bi-clock"></i><span>{escape(time(member.changed))}</span>'
    return (
        f'<div><div class="name">{_plain(member.name) or "-"}</div>'
        + (f'<div class="owner"><i class="bi bi-person-fill"></i>{_plain(owner)}</div>' if owner else "")
        + f'<div class="foot">{_problems(member, language)}{foot}</div></div>'
    )


def _plain(words: str) -> str:
    """Words as HTML in one line: a line break would begin Markdown."""
    return escape(without_hidden(words))


def _problems(member: Member, language: Language) -> str:
    if member.condition:
        key = {"empty": "shelf.empty", "broken": "shelf.unreadable"}[member.condition]
        return f'<span class="{member.condition}">{escape(word(language, key))}</span>'
    counts = (
        ("errors", "x-circle-fill", member.errors),
        ("warnings", "exclamation-triangle-fill", member.warnings),
    )
    told = [
        f'<span class="{name}"><i class="bi bi-{icon}"></i>{count}</span>'
        for name, icon, count in counts
        if count
    ]
    return "".join(told) or '<span class="well"><i class="bi bi-check-circle-fill"></i></span>'


def _sheet(cards: list[Card], is_dark: bool) -> Card:
    left = min((card.x for card in cards), default=0) - MARGIN
    top = min((card.y for card in cards), default=0) - MARGIN
    width = max((card.x + card.width for card in cards), default=0) + MARGIN - left
    height = max((card.y + card.height for card in cards), default=0) + MARGIN - top
    html = f'<div style="width:{width}px;height:{height}px"><style>{_styles()}</style></div>'
    return Card(SHEET, left, top, html, "sheet dark" if is_dark else "sheet", width, height)


@cache
def _styles() -> str:
    """The style sheet in one line: after an empty one, Markdown would begin."""
    return " ".join(text_beside(__file__, "board.css").split())
