"""A list of lines as cards: one a line, connected one after the other.

What stands deeper than a line belongs to it. Below a question, each line is an answer, and the line after all
answers follows each of them that leads on. Below another line, one that begins with words of failure is what
is done then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from designer.workspace.sketch_actions.shared.entries import card_text, label_text
from designer.workspace.sketch_actions.shared.fragment import Fragment
from schemas.conversion.words.arrows import is_failed_condition, is_failure, is_timeout
from schemas.sidecar.design import Point
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import Arrow, Card, CardKind

BULLET = re.compile(r"^(?:[-*+•・‣▪●○–]|\[[ xX]\]|\d{1,3}[.)．）、]|[①-⑳])(?:\s+|$|(?<=[・•●○①-⑳．）、]))")
QUESTION = re.compile(r"(?:[?？]|[るたいうすのだくむぶぐつ]か。?)\s*$")
ANSWER = re.compile(r"^([^:：→]{1,20}?)\s*(?:[:：]|→|->|=>)\s*(\S.*)$")
TAB = 4


@dataclass(slots=True)
class Item:
    """A line: its indentation in columns, its words, and the lines that stand deeper below it."""

    depth: int
    words: str
    inner: list[Item] = field(default_factory=list)


def fragment_of_lines(text: str, is_first: bool) -> Fragment:
    """The cards of the lines; `is_first` says that there is no card yet, so that the first is a screen."""
    return _Builder(is_first).built(_items(text))


def is_question(words: str) -> bool:
    """True for words that ask: they end in a question mark, or in か."""
    return QUESTION.search(words) is not None


def parted(words: str) -> tuple[str, str]:
    """An answer and what follows it, from "yes: charge the card"; without an answer, ("", words)."""
    found = ANSWER.match(words)
    return (label_text(found[1]), found[2]) if found else ("", words)


def _items(text: str) -> list[Item]:
    top: list[Item] = []
    around: list[Item] = []
    for line in text.splitlines()[:MAX_ENTRIES]:
        words = line.replace("\u3000", "  ").expandtabs(TAB)
        depth = len(words) - len(words.lstrip())
        plain = card_text(BULLET.sub("", words.strip()))
        if not plain:
            continue
        while around and around[-1].depth >= depth:
            around.pop()
        item = Item(depth, plain)
        (around[-1].inner if around else top).append(item)
        around.append(item)
    return top


def _fails(item: Item) -> bool:
    label, _ = parted(item.words)
    return is_failure(label) or is_timeout(label) or is_failed_condition(label)


class _Builder:
    def __init__(self, is_first: bool) -> None:
        self._fragment = Fragment({}, {})
        self._first: CardKind = "screen" if is_first else "step"

    def built(self, items: Sequence[Item]) -> Fragment:
        self._follow(items, [])
        return self._fragment

    def _follow(self, items: Sequence[Item], heads: list[str]) -> list[str]:
        """Add the items one after the other behind the cards `heads`; return those that lead on then."""
        for item in items:
            heads = self._added(item, heads)
        return heads

    def _follow_step(self, items: Sequence[Item], uid: str) -> list[str]:
        """Add the items below a step; those of its failures lead nowhere from there."""
        heads = [uid]
        for item in items:
            if _fails(item):
                self._added(item, [uid], fails=True)
            else:
                heads = self._added(item, heads)
        return heads

    def _added(self, item: Item, heads: list[str], *, fails: bool = False) -> list[str]:
        asks = [uid for uid in heads if self._fragment.cards[uid].kind == "decision"]
        label, words = parted(item.words) if asks or fails else ("", item.words)
        cards, arrows = self._fragment.cards, self._fragment.arrows
        uid = str(len(cards))
        kind: CardKind = "decision" if is_question(words) else "step" if cards else self._first
        cards[uid] = Card(kind, words, Point(0, 0))
        for head in heads:
            arrows[f"{head}-{uid}"] = Arrow(head, uid, label if fails or head in asks else "")
        if kind != "decision":
            return self._follow_step(item.inner, uid)
        if not item.inner:
            return [uid]
        open_ends = [end for answer in item.inner for end in self._follow([answer], [uid])]
        return open_ends if len(item.inner) > 1 else [uid, *open_ends]
