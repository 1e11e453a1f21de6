"""The nodes of YAML text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.core.paths import Json
from schemas.document.text.tree import Entry

Style = Literal["block", "flow", "pair", "scalar", "alias"]


@dataclass(slots=True, eq=False)
class YamlNode:
    """A value in YAML text, from its anchor or tag, if it has one, to its own last character.

    `body` is where it begins after these. `style`: a collection by lines (`block`) or between brackets
    (`flow`), a member of a list that is a key and a value without brackets (`pair`), a scalar, or the use of
    a value (`alias`), whose `target` is the value that it names. `knots` counts anchors and aliases in it,
    `weight` the characters that it expands to; `height` is how deep it nests; `between` says that it stands
    between brackets, `may_repeat` that a name may stand twice in an object in it.
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
        """True if it only names a value that stands elsewhere."""
        return self.target is not None
