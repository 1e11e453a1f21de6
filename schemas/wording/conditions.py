"""Writes a comparison or a JSONata condition in readable form: with signs, or as a sentence."""

from __future__ import annotations

import json
import re

from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.wording.phrases import Vocabulary

SIGNS = {
    "Equals": "=",
    "Differs": "≠",
    "LessThan": "<",
    "GreaterThan": ">",
    "LessThanEquals": "≤",
    "GreaterThanEquals": "≥",
    "Matches": "≈",
}

_TOKEN = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$states\.input\.|>=|<=|!=|\b(?:and|or)\b|\b\d{5,}\b|\s+"""
)
_TOKENS = {">=": "≥", "<=": "≤", "!=": "≠", "$states.input.": ""}
_COMPARISON = re.compile(
    r"(?:\$states\.input\.|\$)?(?P<path>\w[\w.]*) ?(?P<sign>>=|<=|!=|=|<|>) ?"
    r"""(?P<value>"[^"\\]*"|'[^'\\]*'|-?\d{1,15}(?:\.\d{1,15})?|true|false)"""
)
_CONJUNCTION = re.compile(r" (and|or) ")
_OPERATORS = {
    "=": "Equals",
    "!=": "Differs",
    "<": "LessThan",
    ">": "GreaterThan",
    "<=": "LessThanEquals",
    ">=": "GreaterThanEquals",
}


def comparison_words(left: str, operator: str, right: str, words: Vocabulary, view: ViewMode) -> str:
    """A comparison in words (business view) or with a sign; `operator` is its name without the type."""
    if view == "engineering":
        return f"{left} {SIGNS[operator]} {right}"
    return words.comparisons[operator].format(left, right)


def constant_words(value: Json, words: Vocabulary, view: ViewMode) -> str:
    """A constant: large numbers with separators; in the business view, texts without quotes, yes and no."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return f"{value:,}"
    if view == "business" and isinstance(value, bool):
        return words.truth[value]
    if view == "business" and isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def condition_words(condition: str, words: Vocabulary, view: ViewMode) -> str:
    """A JSONata condition with signs; in the business view a sentence, if it has only simple comparisons."""
    inner = condition.strip().removeprefix("{%").removesuffix("%}").strip()
    sentence = _sentence(inner, words) if view == "business" else None
    return sentence or _with_signs(inner, words)


def _sentence(inner: str, words: Vocabulary) -> str | None:
    parts = _CONJUNCTION.split(" ".join(inner.split()))
    conjunctions = {"and": words.both, "or": words.either}
    matches = [_COMPARISON.fullmatch(part) for part in parts[::2]]
    clauses = [_clause(match, words) for match in matches if match]
    if len(clauses) < len(matches):
        return None
    rest = zip(parts[1::2], clauses[1:], strict=True)
    return clauses[0] + "".join(conjunctions[conjunction] + each for conjunction, each in rest)


def _clause(match: re.Match[str], words: Vocabulary) -> str:
    raw, operator = match["value"], _OPERATORS[match["sign"]]
    value: Json = raw[1:-1] if raw[0] in "\"'" else json.loads(raw)
    return comparison_words(
        match["path"], operator, constant_words(value, words, "business"), words, "business"
    )


def _with_signs(inner: str, words: Vocabulary) -> str:
    signs = _TOKENS | {"and": words.both.strip(), "or": words.either.strip()}

    def readable(match: re.Match[str]) -> str:
        token = match[0]
        if token.isspace():
            return " "
        return f"{int(token):,}" if token.isdigit() else signs.get(token, token)

    return _TOKEN.sub(readable, inner)
