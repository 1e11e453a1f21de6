"""A finding about a document, as data: what, where, how bad, and how to mend it. Words come last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from schemas.core.edits import Edit
from schemas.core.paths import Path, pointer

Severity = Literal["error", "warning", "hint"]
Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding.

    A `safe` one has one possible meaning, or leaves what the workflow does as it is; another changes what it
    does, so a person should look at it.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` names the rule and its words in `schemas/messages/`; `path` leads from the definition's root to
    the value that is wrong; `line` and `column` count from 1 and are where that value (or the key, where
    the key is wrong) stands in the text; `params` fill the words.
    """

    code: str
    severity: Severity
    path: Path
    line: int = 1
    column: int = 1
    params: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901)."""
        return pointer(self.path)

    def message(self, language: Language) -> str:
        """The finding in one sentence or two: what is wrong, what was expected, how to mend it."""
        return message_text(self.code, self.params, language)


def message_text(code: str, params: Mapping[str, str], language: Language) -> str:
    """The words of `code`, filled with `params`, and its further sentence of each param that has one.

    A further sentence stands under "code param": "unknown-field nearest" is said where `nearest` is given.
    Raises KeyError where the code has no words or a param is missing.
    """
    texts = message_texts(language)
    further = (texts[f"{code} {param}"] for param in params if f"{code} {param}" in texts)
    separator = "" if language == "ja" else " "
    return separator.join(text.format_map(params) for text in (texts[code], *further))


@cache
def message_texts(language: Language) -> dict[str, str]:
    """Each diagnostic's words by code, in `language`."""
    text = (files("schemas.core") / "messages" / f"{language}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
