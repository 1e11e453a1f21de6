"""Screens in the flow: those that only show an answer have no state of their own; others wait."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from schemas.conversion.reading.board import Board, FlowArrow
from schemas.sidecar.sketch import Card

_ASKS = re.compile(
    r"確認画面|入力|選択|選ぶ|選んで|押す|押し|同意|フォーム|申し?込み画面|"
    r"\b(?:confirm(?!ation|ed)\w*|choos\w*|select\w*|enter\w*|input|form|click\w*|press\w*|agree\w*|review)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The screens that only show an answer, each with the arrow that goes on from it."""

    screens: dict[str, FlowArrow]

    def past(self, uid: str) -> tuple[str, tuple[str, ...]]:
        """The card that an arrow to `uid` leads to in the end, and the screens that are shown on the way."""
        passed: list[str] = []
        while uid in self.screens:
            passed.append(uid)
            uid = self.screens[uid].target
        return uid, tuple(passed)


def shown_screens(board: Board, triggers: Collection[str]) -> Shown:
    """The screens behind a step, a person or another system from which the flow goes on by itself.

    A screen that asks for something is none, nor one with several ways on, nor one after a decision.
    """
    found: dict[str, FlowArrow] = {}
    for uid, card in board.cards.items():
        leaving = board.leaving.get(uid, [])
        if uid in triggers or len(leaving) != 1 or leaving[0].label or not _only_shows(board, uid, card):
            continue
        if not _is_reached(leaving[0].target, uid, found):
            found[uid] = leaving[0]
    return Shown(found)


def _only_shows(board: Board, uid: str, card: Card) -> bool:
    if card.kind != "screen" or _ASKS.search(card.text) or uid in board.calls:
        return False
    before = {board.cards[arrow.source].kind for arrow in board.arriving.get(uid, [])}
    return bool(before) and before <= {"step", "person", "external"}


def _is_reached(uid: str, screen: str, found: dict[str, FlowArrow]) -> bool:
    """True if screens that are passed lead from `uid` back to `screen`."""
    while uid in found:
        uid = found[uid].target
    return uid == screen
