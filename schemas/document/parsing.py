"""Parses a text as JSON or YAML. What reads YAML takes long to load, and is loaded for YAML alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from schemas.core.edits import Splice
from schemas.core.paths import Json, Path
from schemas.document.json.reader import read_tree, read_value
from schemas.document.text.limits import MAX_BYTES
from schemas.document.text.repeated import repeated_names
from schemas.document.text.tree import Entry, Node, ParseError
from schemas.document.yaml.dialect import PLAIN, Dialect
from schemas.document.yaml.tree import YamlNode

Format = Literal["json", "yaml"]

MOST_SPLICES = 8
"""The most splices around which YAML is read one by one; after more it is read as a whole."""

_LIKE_JSON = re.compile(r'\ufeff?\s*(?:\{\s*["}]|\[|$)')


@dataclass
class ParseResult:
    """The JSON value of a text, or the `error` that prevents parsing.

    `names_repeat` is true if a name may occur twice in an object; `yaml` is the tree of a YAML text.
    """

    text: str
    value: Json = None
    error: ParseError | None = None
    names_repeat: bool = False
    yaml: Node | None = field(default=None, repr=False)

    @cached_property
    def tree(self) -> Node | None:
        """The tree of spans; None if the text cannot be parsed."""
        return self.yaml if self.yaml or self.error else read_tree(self.text, self.value)

    @cached_property
    def repeated(self) -> list[tuple[Path, Entry]]:
        """The members that are overridden by a later member of the same name, with their paths."""
        return list(repeated_names(self.tree)) if self.names_repeat and self.tree else []

    @cached_property
    def leading_zeros(self) -> list[tuple[Path, YamlNode]]:
        """The numbers of YAML that are written with a leading zero, with their paths."""
        if self.yaml is None:
            return []
        from schemas.document.yaml.leading_zeros import leading_zeros

        return list(leading_zeros(self.text, self.yaml))

    def after(self, splices: Sequence[Splice], text: str) -> ParseResult | None:
        """The result of the `text` after valid splices, given this one of the text before.

        None where the whole text must be parsed.
        """
        if not isinstance(self.yaml, YamlNode) or len(splices) > MOST_SPLICES or _is_too_large(text):
            return None
        from schemas.document.yaml.rereading import reread

        tree, before, shift = self.yaml, self.text, 0
        for splice in splices:
            moved = Splice(splice.start + shift, splice.end + shift, splice.text)
            after = before[: moved.start] + moved.text + before[moved.end :]
            read = reread(tree, before, moved, after)
            if read is None:
                return None
            tree, before, shift = read, after, shift + len(after) - len(before)
        return ParseResult(text, tree.value, names_repeat=tree.may_repeat, yaml=tree)


def parse(text: str, format: Format, dialect: Dialect = PLAIN) -> ParseResult:
    """Parse `text`, YAML in that `dialect`. A syntax error is in the result, not raised."""
    try:
        if _is_too_large(text):
            raise ParseError("text-too-large", 0, {"limit": f"{MAX_BYTES // 1024 // 1024}"})
        if format == "json":
            value, names_repeat = read_value(text)
            return ParseResult(text, value, names_repeat=names_repeat)
        from schemas.document.yaml.reader import read_yaml

        tree = read_yaml(text, dialect)
        return ParseResult(text, tree.value, names_repeat=tree.may_repeat, yaml=tree)
    except ParseError as error:
        return ParseResult(text, error=error)


def format_of(text: str) -> Format:
    """Guess the format of `text`; a text that begins like JSON is JSON, even with syntax errors."""
    if _LIKE_JSON.match(text) or parse(text, "json").error is None:
        return "json"
    return "yaml"


def _is_too_large(text: str) -> bool:
    if len(text) > MAX_BYTES:
        return True
    return not text.isascii() and len(text.encode("utf-8", "replace")) > MAX_BYTES
