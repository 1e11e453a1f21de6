"""The nodes of the tree of YAML text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, cast

from schemas.core.paths import Json
from schemas.document.text.tree import Entry

Style = Literal["block", "flow", "pair", "scalar", "alias", "function"]


@dataclass(slots=True, eq=False)
class YamlNode:
    """A value in YAML text, from its anchor or tag, if it has one, to its last character.

    `body` is the offset of the value after anchor and tag. `style` is "block" for a collection by lines,
    "flow" for one between brackets, "pair" for a list item that is a key and a value without brackets,
    "scalar" or "alias" (`target` is the value that it refers to), "function" for a function's short form,
    with its argument as the only entry. `between` is true between brackets.

    For the value and everything inside it, `count` is the number of values, `knots` that of anchors and
    aliases, `weight` the size after expanding aliases, `height` the depth, and `may_repeat` is true if a name
    may occur twice in an object.
    """

    start: int
    body: int
    end: int = -1
    value: Json = None
    style: Style = "scalar"
    anchor: str = ""
    target: YamlNode | None = None
    weight: int = 1
    height: int = 0
    count: int = 1
    knots: int = 0
    between: bool = False
    may_repeat: bool = False
    _entries: list[Entry] = field(default_factory=list)
    _shifted: tuple[YamlNode, int] | None = None

    @property
    def entries(self) -> list[Entry]:
        """The members, in the order of the text; those of a shifted value are shifted when asked for."""
        if self._shifted is not None:
            before, shift = self._shifted
            self._entries, self._shifted = [shifted(entry, shift) for entry in before.entries], None
        return self._entries

    @property
    def is_alias(self) -> bool:
        """True if it is an alias of another value."""
        return self.target is not None

    def fill(self, entries: list[Entry]) -> None:
        """Give a collection without members these ones."""
        self._entries = entries
        for entry in entries:
            self.add_totals(cast(YamlNode, entry.node))

    def add_totals(self, inner: YamlNode) -> None:
        """Count a value that is inside."""
        self.weight += inner.weight
        self.count += inner.count
        self.height = max(self.height, inner.height + 1)
        self.knots += inner.knots
        self.may_repeat |= inner.may_repeat

    def shifted(self, shift: int) -> YamlNode:
        """The same value, without anchors and aliases, so many characters further on in another text."""
        before, so_far = self._shifted or (self, 0)
        return YamlNode(
            self.start + shift,
            self.body + shift,
            self.end + shift,
            self.value,
            self.style,
            weight=self.weight,
            height=self.height,
            count=self.count,
            between=self.between,
            may_repeat=self.may_repeat,
            _shifted=(before, so_far + shift),
        )


def shifted(entry: Entry, shift: int) -> Entry:
    """The same member, without anchors and aliases, so many characters further on in another text."""
    if shift == 0:
        return entry
    after = entry.after + shift if entry.after >= 0 else -1
    node = cast(YamlNode, entry.node).shifted(shift)
    return Entry(entry.key, entry.start + shift, entry.key_end + shift, node, after, entry.merge)
