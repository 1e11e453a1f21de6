"""A diagnostic as data: code, severity, path, position, params and fix. Its message is made on request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from schemas.core.beside import text_beside
from schemas.core.edits import Edit
from schemas.core.paths import Path, pointer

Severity = Literal["error", "warning", "hint"]
Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that solve the problem of a diagnostic.

    A `safe` fix is the only one possible, or keeps the behaviour of the workflow. Any other fix changes the
    behaviour, so a person should review it.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in a document.

    `code` names the rule and its messages in `schemas/core/messages/`. `path` leads from the root of the
    definition to the wrong value. `line` and `column` count from 1: the position of that value in the text,
    or of its key, if the key is wrong; `file` is set if the definition comes from several files. `params` are
    the values that the message names.
    """

    code: str
    severity: Severity
    path: Path
    line: int = 1
    column: int = 1
    params: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    file: str = ""

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901)."""
        return pointer(self.path)

    def message(self, language: Language) -> str:
        """One or two sentences: the problem, the expected value, and the way to solve it."""
        return message_text(self.code, self.params, language)


def message_text(code: str, params: Mapping[str, str], language: Language) -> str:
    """The message of `code` with its `params` filled in, and the additional sentences of these params.

    An additional sentence has the key "code param" in the message file: the sentence "unknown-field nearest"
    is added if `params` has `nearest`. Raises KeyError if the code has no message or a param is missing.
    """
    texts = message_texts(language)
    further = (texts[f"{code} {param}"] for param in params if f"{code} {param}" in texts)
    separator = "" if language == "ja" else " "
    return separator.join(text.format_map(params) for text in (texts[code], *further))


@cache
def message_texts(language: Language) -> dict[str, str]:
    """The message templates in `language`, by code (and "code param" for additional sentences)."""
    text = text_beside(__file__, f"messages/{language}.json")
    return dict(json.loads(text))
