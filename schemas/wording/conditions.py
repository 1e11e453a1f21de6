"""One comparison, and a JSONata condition, in readable words: with signs, or as a sentence."""

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
_JOINT = re.compile(r" (and|or) ")
_OPERATORS = {
    "=": "Equals",
    "!=": "Differs",
    "<": "LessThan",
    ">": "GreaterThan",
    "<=": "LessThanEquals",
    ">=": "GreaterThanEquals",
}


def comparison_words(left: str, operator: str, right: str, words: Vocabulary, look: ViewMode) -> str:
    """Two sides and what is asked of them; `operator` is its name without the type."""
    if look == "engineering":
        return f"{left} {SIGNS[operator]} {right}"
    return words.comparisons[operator].format(left, right)


def constant_words(value: Json, words: Vocabulary, look: ViewMode) -> str:
    """A constant as it is read."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return f"{value:,}"
    if look == "business" and isinstance(value, bool):
        return words.truth[value]
    if look == "business" and isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def condition_words(condition: str, words: Vocabulary, look: ViewMode) -> str:
    """A JSONata condition; as a sentence where it is made of plain comparisons only."""
    inner = condition.strip().removeprefix("{%").removesuffix("%}").strip()
    sentence = _sentence(inner, words) if look == "business" else None
    return sentence or _with_signs(inner, words)


def _sentence(inner: str, words: Vocabulary) -> str | None:
    parts = _JOINT.split(" ".join(inner.split()))
    joints = {"and": words.both, "or": words.either}
    found = [_COMPARISON.fullmatch(part) for part in parts[::2]]
    told = [_told(match, words) for match in found if match]
    if len(told) < len(found):
        return None
    rest = zip(parts[1::2], told[1:], strict=True)
    return told[0] + "".join(joints[joint] + each for joint, each in rest)


def _told(match: re.Match[str], words: Vocabulary) -> str:
    raw, operator = match["value"], _OPERATORS[match["sign"]]
    value: Json = raw[1:-1] if raw[0] in "\"'" else json.loads(raw)
    return comparison_words(
        match["path"], operator, constant_words(value, words, "business"), words, "business"
    )


def _with_signs(inner: str, words: Vocabulary) -> str:
    said = _TOKENS | {"and": words.both.strip(), "or": words.either.strip()}

    def shown(token: re.Match[str]) -> str:
        found = token[0]
        if found.isspace():
            return " "
        return f"{int(found):,}" if found.isdigit() else said.get(found, found)

    return _TOKEN.sub(shown, inner)
