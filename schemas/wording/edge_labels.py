"""What is written on an arrow: a rule's condition or a catcher's errors, in a few readable words."""

from __future__ import annotations

import re

from schemas.asl.graph import EdgeKind
from schemas.core.coerce import text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.wording.conditions import comparison_words, condition_words, constant_words
from schemas.wording.phrases import VOCABULARY, Vocabulary

LONGEST = 60
DEEPEST = 8

_COMPARISON = re.compile(
    r"(?:String|Numeric|Boolean|Timestamp)"
    r"(Equals|LessThanEquals|GreaterThanEquals|LessThan|GreaterThan|Matches)(Path)?"
)


def label(kind: EdgeKind, fields: dict[str, Json], language: Language, look: ViewMode = "engineering") -> str:
    """The words of an arrow; `fields` is its Choice rule or catcher, whose Comment comes first.

    To engineers, though, a catcher is its errors, and a condition is read with signs; to others, in words.
    """
    words = VOCABULARY[language]
    if kind == "default":
        return words.otherwise
    if kind not in ("choice", "catch"):
        return ""
    comment = text(fields.get("Comment")).strip()
    if kind == "catch":
        said = _errors(fields, words, look) if look == "engineering" or not comment else comment
    else:
        said = comment or _rule(fields, words, look, 0)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _errors(catcher: dict[str, Json], words: Vocabulary, look: ViewMode) -> str:
    names = catcher.get("ErrorEquals")
    known = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    if look == "business":
        return words.listing.join(words.errors.get(name, name) for name in known)
    return words.listing.join(words.any_error if name == "States.ALL" else name for name in known)


def _rule(rule: Json, words: Vocabulary, look: ViewMode, depth: int) -> str:
    if not isinstance(rule, dict) or depth > DEEPEST:
        return "…"
    if isinstance(condition := rule.get("Condition"), str):
        return condition_words(condition, words, look)
    if "Not" in rule:
        return words.negation.format(_rule(rule["Not"], words, look, depth + 1))
    for operator, joint in (("And", words.both), ("Or", words.either)):
        if isinstance(operands := rule.get(operator), list):
            parts = (_rule(operand, words, look, depth + 1) for operand in operands)
            joined = joint.join(parts)
            return f"({joined})" if depth else joined
    return _comparison(rule, words, look)


def _comparison(rule: dict[str, Json], words: Vocabulary, look: ViewMode) -> str:
    variable = _path(text(rule.get("Variable")))
    for operator, operand in rule.items():
        if operator in words.tests:
            holds, fails = words.tests[operator]
            return (fails if operand is False else holds).format(variable)
        if found := _COMPARISON.fullmatch(operator):
            shown = _path(text(operand)) if found[2] else constant_words(operand, words, look)
            return comparison_words(variable, found[1], shown, words, look)
    return variable


def _path(path: str) -> str:
    """`$.total` is read as `total`."""
    return path.removeprefix("$.")
