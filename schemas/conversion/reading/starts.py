"""The cards where executions begin: the first screen, and whatever nothing leads to."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.conversion.reading.board import Board
from schemas.sidecar.sketch import Card


def starts_of(board: Board) -> list[str]:
    """The uids of the cards where the flow begins: the first screen in reading order first.

    Each part of the sketch that no other part leads to has one: its card without arriving arrows, or in a
    loop its first screen, else its first card. A card without any arrow is none, unless there are no others.
    """
    linked = {
        uid: card for uid, card in board.cards.items() if board.leaving.get(uid) or board.arriving.get(uid)
    }
    if not linked:
        return sorted(board.cards, key=lambda uid: _order(board.cards[uid]))[:1]
    successors = {uid: [arrow.target for arrow in board.leaving.get(uid, [])] for uid in linked}
    starts = [_first(part, linked) for part in _sources(successors)]
    return sorted(starts, key=lambda uid: _order(linked[uid]))


def _order(card: Card) -> tuple[bool, float, float]:
    return (card.kind != "screen", card.position.y, card.position.x)


def _first(part: list[str], cards: Mapping[str, Card]) -> str:
    return min(part, key=lambda uid: _order(cards[uid]))


def _sources(successors: Mapping[str, list[str]]) -> list[list[str]]:
    """The strongly connected parts that no other part leads to."""
    parts = _parts(successors)
    part_of = {uid: number for number, part in enumerate(parts) for uid in part}
    entered = {
        part_of[target]
        for uid, targets in successors.items()
        for target in targets
        if part_of[target] != part_of[uid]
    }
    return [part for number, part in enumerate(parts) if number not in entered]


def _parts(successors: Mapping[str, list[str]]) -> list[list[str]]:
    """The strongly connected parts (Kosaraju's algorithm: the order of leaving, then the reversed graph)."""
    left: list[str] = []
    seen: set[str] = set()
    for uid in successors:
        _visit(uid, successors, seen, left)
    sources: dict[str, list[str]] = {uid: [] for uid in successors}
    for uid, targets in successors.items():
        for target in targets:
            sources[target].append(uid)
    parts: list[list[str]] = []
    seen = set()
    for uid in reversed(left):
        part: list[str] = []
        _visit(uid, sources, seen, part)
        if part:
            parts.append(part)
    return parts


def _visit(start: str, successors: Mapping[str, list[str]], seen: set[str], left: list[str]) -> None:
    """Go through everything that can be reached and was not seen; add each where it is left for good."""
    if start in seen:
        return
    seen.add(start)
    waiting = [(start, iter(successors[start]))]
    while waiting:
        uid, targets = waiting[-1]
        target = next((one for one in targets if one not in seen), None)
        if target is None:
            left.append(uid)
            waiting.pop()
        else:
            seen.add(target)
            waiting.append((target, iter(successors[target])))
