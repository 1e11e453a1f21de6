"""Deployment settings that have one value for each stage."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.core.coerce import mapping, texts
from schemas.core.paths import Json, Path

Staged = dict[tuple[str, ...], dict[str, str]]
"""The text of each stage, by the setting's path: `("tags", "Team")`; the first stage counts elsewhere."""

_ALONE = ("role", "kmsKey")
_NAMED = ("environment", "tags")


def read_staged(fields: dict[str, Json]) -> Staged:
    """Return the settings of a deployment that have a text for each stage."""
    found = ((_read_path(path), value) for path, value in staged_settings(fields))
    return {path: stages for path, value in found if (stages := texts(mapping(value).get("stages")))}


def staged_settings(fields: dict[str, Json]) -> Iterator[tuple[Path, Json]]:
    """Yield the settings of a deployment that may have a text for each stage, with their paths in it."""
    yield from (((name,), fields.get(name)) for name in _ALONE)
    for group in _NAMED:
        yield from (((group, name), value) for name, value in mapping(fields.get(group)).items())
    for name, value in mapping(fields.get("substitutions")).items():
        if "parameter" in mapping(value):
            yield ("substitutions", name, "default"), mapping(value).get("default")


def _read_path(path: Path) -> tuple[str, ...]:
    """The path of a setting without the field that has its texts."""
    return tuple(map(str, path[:2]))
