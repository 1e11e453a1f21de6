"""Loads the JSON Schemas of the language: one for each state type and query language, and some others."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from schemas.core.beside import text_beside


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema `<name>.schema.json` with each `$ref` replaced by its target; none is recursive."""
    text = text_beside(__file__, f"{name}.schema.json")
    document = json.loads(text)
    return dict(_inlined(document, document))


def _inlined(part: Any, document: dict[str, Any]) -> Any:  # noqa: ANN401 - a schema holds any JSON
    if isinstance(part, list):
        return [_inlined(item, document) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        name, _, definition = part["$ref"].partition("#/$defs/")
        target = schema(name.removesuffix(".schema.json")) if name else document
        return _inlined(target["$defs"][definition], target)
    return {key: _inlined(inner, document) for key, inner in part.items()}
