"""The filters of a JSONPath, such as `[?(@.price < 10 && @.kind == 'book')]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from player.core.failure import Failure
from player.expressions.jsonata import Query, evaluate
from schemas.core.paths import Json

Filter = Callable[[Json], bool]
Lookup = Callable[[str, Json], tuple[bool, Json]]
"""From a path after its root, and a value, to whether there is something at the path, and that."""

_TOKEN = re.compile(
    r"\s*(?:(?P<logic>&&|\|\||[!()](?!=))|(?P<operator>==|!=|<=|>=|=~|<|>|\b(?:in|nin|anyof|noneof|subsetof|contains|size|empty)\b)"
    r"|(?P<path>@(?:\.[\w-]+(?:\(\))?|\[[^\]]*\])*)|(?P<regex>/(?:[^/\\]|\\.)*/i?)"
    r"|(?P<literal>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|-?\d+(?:\.\d+)?|true|false|null|\[[^\]]*\]))"
)
_MOST_DEPTH = 50
_REPEATED = re.compile(r"[*+{]")
"""A part of a pattern that is repeated; with several of them, a pattern may take time beyond all bounds."""
_NOTHING = object()
Operand = Callable[[Json], object]


def parse_filter(text: str, lookup: Lookup) -> Filter:
    """Parse what stands after the `?` of a filter. Raises `ValueError` if it is malformed."""
    reader = _Reader(_tokens(text), lookup)
    found = reader.any_of(_MOST_DEPTH)
    if reader.tokens:
        raise ValueError(text)
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    offset = 0
    while text[offset:].strip():
        token = _TOKEN.match(text, offset)
        if token is None:
            raise ValueError(text)
        kind = token.lastgroup or ""
        found.append((kind, token[kind]))
        offset = token.end()
    return found[::-1]


class _Reader:
    """A recursive descent parser; `tokens` are in reverse order."""

    def __init__(self, tokens: list[tuple[str, str]], lookup: Lookup) -> None:
        self.tokens = tokens
        self._lookup = lookup

    def any_of(self, depth: int) -> Filter:
        parts = [self._all_of(depth)]
        while self._accept("||"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else lambda item: any(part(item) for part in parts)

    def _all_of(self, depth: int) -> Filter:
        parts = [self._term(depth)]
        while self._accept("&&"):
            parts.append(self._term(depth))
        return parts[0] if len(parts) == 1 else lambda item: all(part(item) for part in parts)

    def _term(self, depth: int) -> Filter:
        if not depth:
            raise ValueError("too deep")
        if self._accept("!"):
            inner = self._term(depth - 1)
            return lambda item: not inner(item)
        if self._accept("("):
            inner = self.any_of(depth - 1)
            if not self._accept(")"):
                raise ValueError(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Filter:
        left = self._operand()
        if not self.tokens or self.tokens[-1][0] != "operator":
            return lambda item: left(item) is not _NOTHING
        compare = _OPERATORS[self.tokens.pop()[1]]
        right = self._operand()
        return lambda item: compare(left(item), right(item))

    def _operand(self) -> Operand:
        if not self.tokens:
            raise ValueError("no operand")
        kind, text = self.tokens.pop()
        if kind == "path":
            return lambda item: self._at(text[1:], item)
        if kind == "regex":
            pattern = _pattern(text)
            return lambda item: pattern
        if kind != "literal":
            raise ValueError(text)
        value = _literal(text)
        return lambda item: value

    def _at(self, path: str, item: Json) -> object:
        is_there, found = self._lookup(path, item)
        return found if is_there else _NOTHING

    def _accept(self, text: str) -> bool:
        if not self.tokens or self.tokens[-1] != ("logic", text):
            return False
        self.tokens.pop()
        return True


def _pattern(text: str) -> re.Pattern[str]:
    inner, flags = text[1:].rsplit("/", 1)
    try:
        return re.compile(inner, re.IGNORECASE if flags else 0)
    except re.error as error:
        raise ValueError(text) from error


def _literal(text: str) -> Json:
    if text.startswith("["):
        return [_literal(part.strip()) for part in text[1:-1].split(",") if part.strip()]
    if text.startswith(("'", '"')):
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    if text in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[text]
    return float(text) if "." in text else int(text)


def _is_equal(left: object, right: object) -> bool:
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def _ordered(compare: Callable[[float, float], bool]) -> Callable[[object, object], bool]:
    def ordered(left: object, right: object) -> bool:
        numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (left, right))
        texts = isinstance(left, str) and isinstance(right, str)
        return (numbers or texts) and compare(left, right)  # type: ignore[arg-type]

    return ordered


def _is_in(left: object, right: object) -> bool:
    return isinstance(right, list) and any(_is_equal(left, item) for item in right)


def _contains(left: object, right: object) -> bool:
    if isinstance(left, str):
        return isinstance(right, str) and right in left
    return _is_in(right, left)


def _matches(left: object, right: object) -> bool:
    if not isinstance(left, str) or not isinstance(right, re.Pattern):
        return False
    if len(_REPEATED.findall(right.pattern)) <= 1:
        return right.fullmatch(left) is not None
    return _matches_in_time(left, right)


def _matches_in_time(text: str, pattern: re.Pattern[str]) -> bool:
    """True if the pattern matches the whole text, by an engine that can be stopped.

    Raises `ValueError` where it takes too long.
    """
    flags = "i" if pattern.flags & re.IGNORECASE else ""
    expression = f"{{% $contains($text, /^(?:{pattern.pattern})$/{flags}) %}}"
    try:
        return evaluate(Query(expression, "", {"text": text}, 0, 0)) is True
    except Failure as failure:
        raise ValueError(pattern.pattern) from failure


def _size(left: object, right: object) -> bool:
    return isinstance(left, list | str) and len(left) == right


def _is_empty(left: object, right: object) -> bool:
    return isinstance(left, list | str | dict) and (not left) == right


def _any_of(left: object, right: object) -> bool:
    return isinstance(left, list) and any(_is_in(item, right) for item in left)


def _subset_of(left: object, right: object) -> bool:
    return isinstance(left, list) and all(_is_in(item, right) for item in left)


_OPERATORS: Mapping[str, Callable[[object, object], bool]] = {
    "==": _is_equal,
    "!=": lambda left, right: not _is_equal(left, right),
    "<": _ordered(lambda left, right: left < right),
    "<=": _ordered(lambda left, right: left <= right),
    ">": _ordered(lambda left, right: left > right),
    ">=": _ordered(lambda left, right: left >= right),
    "=~": _matches,
    "in": _is_in,
    "nin": lambda left, right: not _is_in(left, right),
    "contains": _contains,
    "size": _size,
    "empty": _is_empty,
    "anyof": _any_of,
    "noneof": lambda left, right: not _any_of(left, right),
    "subsetof": _subset_of,
}
