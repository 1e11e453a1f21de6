"""Translates the errors of the YAML parser into codes that a person can act on."""

from __future__ import annotations

import yaml

from schemas.document.text.limits import MAX_DEPTH
from schemas.document.text.tree import ParseError

_BY_PROBLEM = (
    ("mapping values are not allowed", "yaml-colon"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("did not find expected ',' or", "yaml-unclosed"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("did not find expected <document start>", "yaml-extra-text"),
    ("found unexpected end of stream", "yaml-quote"),
    ("found unexpected document indicator", "yaml-quote"),
    ("found unknown escape character", "yaml-escape"),
    ("found invalid Unicode character escape code", "yaml-escape"),
    ("found undefined tag handle", "yaml-tag-handle"),
)


def explain(text: str, error: yaml.YAMLError) -> ParseError:
    """Translate the parser's `error`, by looking at the text there."""
    problem = str(getattr(error, "problem", None) or "")
    offset = _offset(text, error, problem)
    if text.startswith("\t", offset):
        return ParseError("yaml-tab", offset)
    if "nesting depth" in problem:
        return ParseError("nesting-too-deep", offset, {"limit": str(MAX_DEPTH)})
    if "cannot start any token" in problem or "expected node content" in problem:
        return ParseError("yaml-character", offset, {"found": text[offset : offset + 1]})
    if text.startswith("${", max(offset - 1, 0)):
        return ParseError("yaml-placeholder", max(offset - 1, 0))
    code = next((code for words, code in _BY_PROBLEM if words in problem), "yaml-syntax")
    return ParseError(code, offset)


def _offset(text: str, error: yaml.YAMLError, problem: str) -> int:
    """The offset at which the parser stopped; for a key without a colon, the beginning of the key."""
    names = (
        ("context_mark", "problem_mark") if "expected ':'" in problem else ("problem_mark", "context_mark")
    )
    marks = [getattr(error, name, None) for name in names]
    return next((min(mark.index, len(text)) for mark in marks if mark), 0)
