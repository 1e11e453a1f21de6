"""The label of an edge: the condition of a choice rule or the errors of a catcher, in a few words."""

from __future__ import annotations

import re

from schemas.asl.graph import EdgeKind
from schemas.core.coerce import text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.wording.conditions import comparison_words, condition_words, constant_words
from schemas.wording.phrases import VOCABULARY, Vocabulary

MAX_LENGTH = 60
MAX_DEPTH = 8

_COMPARISON = re.compile(
    r"(?:String|Numeric|Boolean|Timestamp)"
    r"(Equals|LessThanEquals|GreaterThanEquals|LessThan|GreaterThan|Matches)(Path)?"
)


def label(
    kind: EdgeKind,
    fields: dict[str, Json],
    language: Language,
    view: ViewMode = "engineering",
    otherwise: str = "",
) -> str:
    """The label of an edge, at most 60 characters; empty for an edge that needs none.

    `fields` are the fields of its choice rule or catcher. A Comment there is the label, except for a catcher
    in the engineering view. Else the label has the errors of a catcher, or the condition of a rule: with
    signs in the engineering view, as a sentence in the business view. `otherwise` has the sidecar's words
    for the edge that is taken where no rule holds.
    """
    words = VOCABULARY[language]
    if kind == "default":
        return _cut(otherwise.strip() or words.otherwise)
    if kind not in ("choice", "catch"):
        return ""
    comment = text(fields.get("Comment")).strip()
    if kind == "catch":
        label = _errors(fields, words, view) if view == "engineering" or not comment else comment
    else:
        label = comment or _rule(fields, words, view, 0)
    return _cut(label)


def _cut(label: str) -> str:
    return label if len(label) <= MAX_LENGTH else label[: MAX_LENGTH - 1] + "…"


def _errors(catcher: dict[str, Json], words: Vocabulary, view: ViewMode) -> str:
    names = catcher.get("ErrorEquals")
    errors = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    if view == "business":
        return words.listing.join(dict.fromkeys(map(words.error, errors)))
    return words.listing.join(words.any_error if name == "States.ALL" else name for name in errors)


def _rule(rule: Json, words: Vocabulary, view: ViewMode, depth: int) -> str:
    if not isinstance(rule, dict) or depth > MAX_DEPTH:
        return "…"
    if isinstance(condition := rule.get("Condition"), str):
        return condition_words(condition, words, view)
    if "Not" in rule:
        return words.negation.format(_rule(rule["Not"], words, view, depth + 1))
    for operator, conjunction in (("And", words.both), ("Or", words.either)):
        if isinstance(operands := rule.get(operator), list):
            parts = (_rule(operand, words, view, depth + 1) for operand in operands)
            joined = conjunction.join(parts)
            return f"({joined})" if depth else joined
    return _comparison(rule, words, view)


def _comparison(rule: dict[str, Json], words: Vocabulary, view: ViewMode) -> str:
    variable = _path(text(rule.get("Variable")))
    for operator, operand in rule.items():
        if operator in words.tests:
            holds, fails = words.tests[operator]
            return (fails if operand is False else holds).format(variable)
        if found := _COMPARISON.fullmatch(operator):
            right = _path(text(operand)) if found[2] else constant_words(operand, words, view)
            return comparison_words(variable, found[1], right, words, view)
    return variable


def _path(path: str) -> str:
    """The path without `$.`: `total` for `$.total`."""
    return path.removeprefix("$.")
