"""What is written on an arrow: a rule's condition or a catcher's errors, in a few readable words."""

from __future__ import annotations

import json
import re

from schemas.diagnostic import Language
from schemas.graph import EdgeKind
from schemas.lenient import text
from schemas.paths import Json
from schemas.vocabulary import VOCABULARY, Vocabulary

LONGEST = 60
DEEPEST = 8

_COMPARISON = re.compile(
    r"(?:String|Numeric|Boolean|Timestamp)"
    r"(Equals|LessThanEquals|GreaterThanEquals|LessThan|GreaterThan|Matches)(Path)?"
)
_SIGNS = {
    "Equals": "=",
    "LessThan": "<",
    "GreaterThan": ">",
    "LessThanEquals": "≤",
    "GreaterThanEquals": "≥",
    "Matches": "≈",
}
_JSONATA_TOKEN = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$states\.input\.|>=|<=|!=|\b(?:and|or)\b|\b\d{5,}\b|\s+"""
)
_JSONATA_SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "$states.input.": ""}


def label(kind: EdgeKind, fields: dict[str, Json], language: Language) -> str:
    """The words of an arrow; `fields` is its Choice rule or catcher, whose Comment comes first."""
    words = VOCABULARY[language]
    if kind == "default":
        return words.otherwise
    if kind not in ("choice", "catch"):
        return ""
    comment = text(fields.get("Comment")).strip()
    said = comment or (_rule(fields, words, 0) if kind == "choice" else _errors(fields, words))
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _errors(catcher: dict[str, Json], words: Vocabulary) -> str:
    names = catcher.get("ErrorEquals")
    known = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return words.listing.join(words.any_error if name == "States.ALL" else name for name in known)


def _rule(rule: Json, words: Vocabulary, depth: int) -> str:
    if not isinstance(rule, dict) or depth > DEEPEST:
        return "…"
    if isinstance(condition := rule.get("Condition"), str):
        return _jsonata(condition, words)
    if "Not" in rule:
        return words.negation.format(_rule(rule["Not"], words, depth + 1))
    for operator, joint in (("And", words.both), ("Or", words.either)):
        if isinstance(operands := rule.get(operator), list):
            parts = (_rule(operand, words, depth + 1) for operand in operands)
            joined = joint.join(parts)
            return f"({joined})" if depth else joined
    return _comparison(rule, words)


def _comparison(rule: dict[str, Json], words: Vocabulary) -> str:
    variable = _path(text(rule.get("Variable")))
    for operator, operand in rule.items():
        if operator in words.tests:
            holds, fails = words.tests[operator]
            return (fails if operand is False else holds).format(variable)
        if found := _COMPARISON.fullmatch(operator):
            shown = _path(text(operand)) if found[2] else _value(operand)
            return f"{variable} {_SIGNS[found[1]]} {shown}"
    return variable


def _path(path: str) -> str:
    """`$.total` is read as `total`."""
    return path.removeprefix("$.")


def _value(value: Json) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return f"{value:,}"
    return json.dumps(value, ensure_ascii=False)


def _jsonata(condition: str, words: Vocabulary) -> str:
    inner = condition.strip().removeprefix("{%").removesuffix("%}").strip()
    said = _JSONATA_SIGNS | {"and": words.both.strip(), "or": words.either.strip()}

    def shown(token: re.Match[str]) -> str:
        found = token[0]
        if found.isspace():
            return " "
        return f"{int(found):,}" if found.isdigit() else said.get(found, found)

    return _JSONATA_TOKEN.sub(shown, inner)
