"""Sketches for tests: written as lines, and drawn at random."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from schemas.sidecar.design import Point
from schemas.sidecar.sketch import CARD_KINDS, Arrow, Card, Sketch

_CARD = re.compile(r"(\w+): (\w+) ?(.*?)(?: @(.+))?")
_ARROW = re.compile(r"(\w+)(?: -(.+?))? ?-> ?(\w+)")


def sketch(lines: str) -> Sketch:
    """The sketch of lines: cards `pay: step Charge the card @Owner`, arrows `pay -fails-> mail`, `a -> b`."""
    cards: dict[str, Card] = {}
    arrows: dict[str, Arrow] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        card = _CARD.fullmatch(line)
        if card:
            uid, kind, text, owner = card.groups()
            place = Point(200, 120 * len(cards))
            cards[uid] = Card(kind, text.replace("\\n", "\n"), place, owner or "")
            continue
        arrow = _ARROW.fullmatch(line)
        assert arrow, line
        source, label, target = arrow.groups()
        arrows[f"arrow{len(arrows)}"] = Arrow(source, target, label or "")
    assert all({arrow.source, arrow.target} <= cards.keys() for arrow in arrows.values())
    return Sketch(cards, arrows)


WORDS = st.sampled_from(
    [
        "",
        "在庫を確認",
        "Charge the card",
        "注文（合計、数量、cart_id）",
        "total ≥ 100,000",
        "お礼の画面",
        "確認画面",
        "PaymentDeclined",
        "24時間以内に判断",
        "注文表に書き込む",
        "決済する（Lambda）",
        "${x} {% $y %}",
        "same words",
        "  \n ",
        "長" * 100,
    ]
)
LABELS = st.sampled_from(
    [
        *("", "", "", "それ以外", "no", "はい", "失敗", "エラー", "PaymentDeclined", "在庫なし", "期限切れ"),
        *("合計 >= 10万円", "参照", "更新", "同時に", "${x}", "{% 1 %}"),
    ]
)


@st.composite
def sketches(draw: st.DrawFn, most_cards: int = 12, kinds: tuple[str, ...] = CARD_KINDS) -> Sketch:
    """Any sketch: cards of all kinds anywhere, and arrows between any of them, also to themselves."""
    count = draw(st.integers(0, most_cards))
    place = st.builds(Point, st.integers(-500, 500), st.integers(-500, 500))
    card = st.builds(Card, st.sampled_from(kinds), WORDS, place, st.sampled_from(["", "受注担当"]))
    cards = {f"c{number}": draw(card) for number in range(count)}
    if not cards:
        return Sketch()
    ends = st.sampled_from(sorted(cards))
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, LABELS), max_size=2 * count))
    return Sketch(cards, {f"a{number}": arrow for number, arrow in enumerate(arrows)})
