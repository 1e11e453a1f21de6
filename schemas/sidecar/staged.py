"""Deployment settings that have one value for each stage."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.core.coerce import mapping, texts
from schemas.core.paths import Json

Staged = dict[tuple[str, ...], dict[str, str]]
"""The text of each stage, by the setting's path: `("tags", "Team")`; the first stage counts elsewhere."""

_ALONE = ("role", "kmsKey")
_NAMED = ("environment", "tags")


def read_staged(fields: dict[str, Json]) -> Staged:
    """Return the settings of a deployment that have a text for each stage."""
    return {
        path: stages for path, value in _settings(fields) if (stages := texts(mapping(value).get("stages")))
    }


def _settings(fields: dict[str, Json]) -> Iterator[tuple[tuple[str, ...], Json]]:
    yield from (((name,), fields.get(name)) for name in _ALONE)
    for group in _NAMED:
        yield from (((group, name), value) for name, value in mapping(fields.get(group)).items())
    for name, value in mapping(fields.get("substitutions")).items():
        yield ("substitutions", name), mapping(value).get("default")
