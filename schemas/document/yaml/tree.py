"""The nodes of the tree of YAML text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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

    For the value and everything inside it, `knots` is the number of anchors and aliases, `weight` the size
    after expanding aliases, `height` the depth, and `may_repeat` is true if a name may occur twice in an
    object.
    """

    start: int
    body: int
    end: int = -1
    value: Json = None
    style: Style = "scalar"
    entries: list[Entry] = field(default_factory=list)
    anchor: str = ""
    target: YamlNode | None = None
    weight: int = 1
    height: int = 0
    knots: int = 0
    between: bool = False
    may_repeat: bool = False

    @property
    def is_alias(self) -> bool:
        """True if it is an alias of another value."""
        return self.target is not None
