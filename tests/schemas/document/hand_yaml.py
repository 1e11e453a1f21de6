"""Writes JSON values as YAML in many different styles, as people write it by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random

import yaml

from schemas.core.paths import Json


@dataclass
class Hand:
    """A hand: how it indents, quotes, breaks lines, comments, and shares values. Comments are numbered."""

    random: Random
    step: int = 2
    list_step: int = 2
    newline: str = "\n"
    mark: str = ""
    quotes: float = 0.2
    flow: float = 0.1
    comments: float = 0.1
    anchors: float = 0.1
    final_break: bool = True
    _count: int = 0
    _anchors: list[tuple[str, Json]] = field(default_factory=list)

    @classmethod
    def any(cls, random: Random) -> Hand:
        return cls(
            random,
            step=random.choice((2, 2, 3, 4)),
            list_step=random.choice((0, 2, 2)),
            newline=random.choice(("\n", "\n", "\r\n")),
            mark=random.choice(("", "", "\ufeff")),
            quotes=random.choice((0, 0.3, 1)),
            flow=random.choice((0, 0.1, 0.5, 1)),
            comments=random.choice((0, 0.1, 0.5)),
            anchors=random.choice((0, 0, 0.2, 0.6)),
            final_break=random.random() < 0.9,
        )

    def write(self, value: Json) -> str:
        """The whole text."""
        lines = [*self._comment_lines(0)]
        if self.random.random() < 0.3:
            lines.append("---")
        if isinstance(value, dict | list) and value and self.random.random() >= self.flow:
            lines.extend(self._members(value, 0))
        else:
            lines.append(self._flow(value, 0) + self._remark())
        lines.extend(self._comment_lines(0))
        ends = self.final_break or lines[-1].startswith(" ")
        return self.mark + self.newline.join([*lines, ""] if ends else lines)

    def _members(self, value: dict | list, column: int) -> list[str]:
        if isinstance(value, list):
            parts = [("-", item) for item in value]
        else:
            value, merge = self._merged(value)
            parts = [(self._key(key) + ":", item) for key, item in value.items()]
        lines = (
            [] if isinstance(value, list) or not merge else [" " * column + f"<<: *{merge}" + self._remark()]
        )
        for indicator, item in parts:
            lines.extend(self._comment_lines(column))
            lines.extend(self._member(indicator, item, column))
        return lines

    def _member(self, indicator: str, item: Json, column: int) -> list[str]:
        head = " " * column + indicator
        alias = self._alias(item)
        if alias:
            return [f"{head} *{alias}{self._remark()}"]
        anchor = self._anchor()
        lines = self._value(
            head + (f" &{anchor}" if anchor else ""), indicator == "-", item, column, bool(anchor)
        )
        if anchor:
            self._anchors.append((anchor, item))
        return lines

    def _value(self, head: str, in_list: bool, item: Json, column: int, anchored: bool) -> list[str]:
        if isinstance(item, str) and self.random.random() > self.quotes:
            text = self._block_text(head, item, column)
            if text:
                return text
        if not isinstance(item, dict | list) or not item or self.random.random() < self.flow:
            return [f"{head} {self._flow(item, column + self.step)}{self._remark()}".rstrip(" ")]
        if in_list and not anchored and self.random.random() < 0.8:
            lines = self._members(item, column + 2)
            first = next(i for i, line in enumerate(lines) if not line.strip().startswith("#"))
            return [head + " " + lines[first][column + 2 :], *lines[first + 1 :]]
        shift = self.list_step if isinstance(item, list) and not in_list else self.step
        return [head + self._remark(), *self._members(item, column + shift)]

    def _block_text(self, head: str, text: str, column: int) -> list[str] | None:
        body = text.removesuffix("\n")
        lines = body.split("\n")
        indent = " " * (column + self.step)
        plain = all(line == line.strip() and line.isprintable() for line in lines) and lines[0] and lines[-1]
        words = text.split(" ")
        if plain and ("\n" in text or self.random.random() < 0.1):
            chomp = "" if text.endswith("\n") else "-"
            return [f"{head} |{chomp}", *(indent + line if line else "" for line in lines)]
        if plain and len(words) > 3 and "" not in words and self.random.random() < 0.5:
            half = self.random.randrange(1, len(words))
            return [f"{head} >-", indent + " ".join(words[:half]), indent + " ".join(words[half:])]
        return None

    def _flow(self, value: Json, column: int) -> str:
        if isinstance(value, dict) and value:
            items = [f"{self._key(key)}: {self._flow(item, column + 2)}" for key, item in value.items()]
            return "{" + self._between_brackets(items, column) + "}"
        if isinstance(value, list) and value:
            return (
                "[" + self._between_brackets([self._flow(item, column + 2) for item in value], column) + "]"
            )
        return self._scalar(value)

    def _between_brackets(self, items: list[str], column: int) -> str:
        if self.random.random() < 0.7:
            return ", ".join(items)
        *others, last = items
        lines = [self._remark(), *(f"{item},{self._remark()}" for item in others)]
        lines.append(last + self.random.choice((",", "")) + self._remark())
        return (self.newline + " " * (column + 2)).join(lines) + self.newline + " " * column

    def _key(self, key: str) -> str:
        return self._scalar(key)

    def _scalar(self, value: Json) -> str:
        if not isinstance(value, str):
            return self.random.choice(("null", "~", "Null")) if value is None else json.dumps(value)
        quoted = f'"{"".join(map(_escaped, value))}"'
        if self.random.random() < self.quotes or "\n" in value:
            single = value.isprintable() and self.random.random() < 0.5
            return "'" + value.replace("'", "''") + "'" if single else quoted
        return value if _is_plain(value) else quoted

    def _anchor(self) -> str:
        if self.random.random() >= self.anchors:
            return ""
        self._count += 1
        return f"a{self._count}"

    def _alias(self, value: Json) -> str:
        same = [name for name, shared in self._anchors if _same(shared, value)]
        return self.random.choice(same) if same and self.random.random() < 0.8 else ""

    def _merged(self, value: dict[str, Json]) -> tuple[dict[str, Json], str]:
        for name, shared in self._anchors:
            if isinstance(shared, dict) and shared and list(value)[: len(shared)] == list(shared):
                rest = {key: item for key, item in value.items() if not _same(shared.get(key, _NONE), item)}
                return rest, name
        return value, ""

    def _remark(self) -> str:
        if self.random.random() >= self.comments:
            return ""
        self._count += 1
        return f"  # remark {self._count}."

    def _comment_lines(self, column: int) -> list[str]:
        lines = []
        while self.random.random() < self.comments / 2:
            self._count += 1
            lines.append(" " * column + f"# comment {self._count}.")
            lines.extend([""] * (self.random.random() < 0.3))
        return lines


_NONE: Json = ["no such value"]


def _escaped(character: str) -> str:
    shown = character > "\uffff" or (character.isprintable() and character not in '"\\')
    return character if shown else json.dumps(character)[1:-1]


def _same(one: Json, other: Json) -> bool:
    return json.dumps(one) == json.dumps(other)


def _is_plain(text: str) -> bool:
    """True if `text` between brackets is the same string in YAML 1.1 and 1.2."""
    if not text or text.strip() != text or text[0] in "-?:,[]{}#&*!|>'\"%@`=<" or not text.isprintable():
        return False
    if any(part in text for part in (": ", " #", ",", "[", "]", "{", "}", "?")) or text.endswith(":"):
        return False
    try:
        return yaml.safe_load(text) == text and text[0].isalpha() and text.lower() not in ("y", "n")
    except (yaml.YAMLError, ValueError):
        return False
