"""The ways that lead from a card: next, rules and their default, and failures, by the words of its arrows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from schemas.conversion.flow import Role, TableCall, Way
from schemas.conversion.reading.board import FlowArrow
from schemas.conversion.remark import Remarks
from schemas.conversion.words.arrows import (
    is_else,
    is_failed_condition,
    is_failure,
    is_negative,
    is_timeout,
    is_together,
)
from schemas.conversion.words.comparisons import Comparison, comparison_in
from schemas.sidecar.sketch import Card

_ANSWER = re.compile(r"却下|拒否|拒絶|断|NG\b|できない|\b(?:reject\w*|declin\w*|refus\w*)", re.IGNORECASE)
"""Words of failure that are an answer where a person gives them."""

_OPPOSITE = {">=": "<", "<": ">=", ">": "<=", "<=": ">", "=": "!=", "!=": "="}


def ways_of(
    uid: str,
    card: Card,
    role: Role,
    arrows: Sequence[FlowArrow],
    calls: Sequence[TableCall],
    remarks: Remarks,
) -> list[Way]:
    """The ways that the arrows from a card are.

    Arrows with the same words, and those of a step without words, go on together. Where a step or a screen
    has arrows with different words, they are rules, as those of a decision are.
    """
    if role == "decision":
        return _rules(uid, card, _groups(arrows, together=False), remarks)
    failures = [
        arrow for arrow in arrows if _fails(arrow, role, calls) or _fails_by_target(arrow, arrows, role)
    ]
    others = [arrow for arrow in arrows if arrow not in failures]
    caught = [Way("failure", arrow.uid, (arrow.target,), arrow.label) for arrow in failures]
    together = role not in ("person", "screen")
    groups = _groups(others, together=together)
    if len(groups) < 2:
        return [*(Way("next", way.key, way.targets, way.label) for way in groups), *caught]
    return [*_rules(uid, card, groups, remarks, asks_again=not together), *caught]


def _fails(arrow: FlowArrow, role: Role, calls: Sequence[TableCall]) -> bool:
    if role in ("person", "screen"):
        is_answer = _ANSWER.search(arrow.label) is not None
        return is_timeout(arrow.label) or (is_failure(arrow.label) and not is_answer)
    if role != "step":
        return False
    writes = any(call.call not in ("getItem", "query") for call in calls)
    refused = writes and is_failed_condition(arrow.label)
    return is_failure(arrow.label) or is_timeout(arrow.label) or refused


def _fails_by_target(arrow: FlowArrow, arrows: Sequence[FlowArrow], role: Role) -> bool:
    """True for an arrow of a step to a failed end, beside another arrow that leads elsewhere."""
    return role == "step" and arrow.to_failed and not all(other.to_failed for other in arrows)


def _groups(arrows: Iterable[FlowArrow], *, together: bool) -> list[Way]:
    """The arrows with the same words as one way; those without words too if they go on `together`."""
    groups: dict[str, Way] = {}
    for arrow in arrows:
        is_plain = is_together(arrow.label)
        words = ("" if together else arrow.uid) if is_plain else arrow.label.casefold()
        before = groups.get(words)
        targets = tuple(dict.fromkeys((*(before.targets if before else ()), arrow.target)))
        key, label = (before.key, before.label) if before else (arrow.uid, "" if is_plain else arrow.label)
        groups[words] = Way("rule", key, targets, label)
    return list(groups.values())


def _rules(
    uid: str, card: Card, groups: list[Way], remarks: Remarks, *, asks_again: bool = False
) -> list[Way]:
    """The ways as rules, and one of them as the default if their words say which.

    A person or a customer `asks_again` for an answer that is none of the rules.
    """
    default = _default(uid, card, groups, remarks, asks_again)
    rules = [way for way in groups if way is not default]
    return [*rules, *([Way("default", default.key, default.targets, default.label)] if default else [])]


def _default(uid: str, card: Card, groups: list[Way], remarks: Remarks, asks_again: bool) -> Way | None:
    if len(groups) == 1 and not is_else(groups[0].label):
        remarks.open("convert-one-arrow", uid)
        return None
    others = [way for way in groups if is_else(way.label)]
    if len(others) > 1:
        remarks.open("convert-two-defaults", uid, label=others[0].label, other=others[1].label)
    if others:
        return others[0]
    unnamed = [way for way in groups if not way.label]
    if len(unnamed) == 1 and len(groups) > 1:
        return unnamed[0]
    implied = _implied_default(card, groups)
    if implied:
        remarks.decided("convert-implied-default", uid, label=implied.label)
    elif groups and not asks_again:
        remarks.open("convert-no-default", uid)
    return implied


def _implied_default(card: Card, groups: list[Way]) -> Way | None:
    """The one of two ways that is the contrary of the other: "在庫なし" of "在庫あり"."""
    if len(groups) != 2:
        return None
    first, second = (comparison_in(way.label, card.text) for way in groups)
    if first and second:
        return groups[1] if _are_opposite(first, second) else None
    negative = [way for way in groups if is_negative(way.label)]
    return negative[0] if len(negative) == 1 else None


def _are_opposite(one: Comparison, other: Comparison) -> bool:
    same = one.field == other.field and one.number == other.number
    return same and _OPPOSITE[one.operator] == other.operator
