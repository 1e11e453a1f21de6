"""Mounts the component that completes what is typed into fields of the page."""

from __future__ import annotations

from collections.abc import Mapping

from designer.base.words import word
from designer.components import component
from designer.protocol.completion import CompletedField, CompletedFields
from schemas.core.diagnostic import Language
from schemas.core.paths import Path


def completer(
    token: str, uid: str, fields: Mapping[str, tuple[Path, str]], language: Language, key: str
) -> None:
    """Complete in the fields with these keys: each has its path in the state `uid`, and its opening.

    `token` is the secret of the tab's visit.
    """
    completed = [
        CompletedField(key=key, path=list(path), opening=opening) for key, (path, opening) in fields.items()
    ]
    words = word(language, "editor.completions")
    message = CompletedFields(token=token, uid=uid, language=language, words=words, fields=completed)
    component.mount("completer", key, message, height="content")
