"""The parts of an export that are merged one by one, and the digests by which a changed one is known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schemas.core.paths import Json, Path

Kind = Literal["value", "first", "item"]
"""A `value` is the export's. A `first` value is there for a person to replace. An `item` stands in a list
that belongs to the repository."""

Pattern = tuple[str, ...]
"""A path in which `*` stands for any key."""

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Part:
    """A value of an export at its path in the file that it is merged into; for an `item`, the list's path."""

    path: Path
    value: Json
    kind: Kind = "value"


@dataclass(frozen=True, slots=True)
class Rules:
    """The division of a file into parts.

    `kinds` has the paths of parts; what is at none of them is not merged. `units` are the paths of things
    that are there as a whole or not at all, such as a resource. In the objects at the paths `closed` the
    export is complete: a key that it does not write is a change of its meaning.
    """

    kinds: Mapping[Pattern, Kind]
    units: tuple[Pattern, ...]
    closed: tuple[Pattern, ...] = ()

    def parts(self, value: Json, path: Path = ()) -> Iterator[Part]:
        """Yield the parts of the file whose value is `value`."""
        if isinstance(value, dict) and value and self._divides(path):
            for key, inner in value.items():
                yield from self.parts(inner, (*path, key))
            return
        kind = self.kind(path)
        if kind == "item":
            yield from (Part(path, item, "item") for item in (value if isinstance(value, list) else [value]))
        elif kind is not None:
            yield Part(path, value, kind)

    def unit(self, path: Path) -> Path:
        """The path of the thing that the part at `path` belongs to; the part's own where there is none."""
        found = (pattern for pattern in self.units if _matches(pattern, path[: len(pattern)]))
        return path[: len(next(found, path))]

    def closed_in(self, paths: Iterator[Path]) -> set[Path]:
        """The paths around `paths` of objects in which the export is complete."""
        return {
            path[: len(pattern)]
            for path in paths
            for pattern in self.closed
            if _matches(pattern, path[: len(pattern)])
        }

    def _divides(self, path: Path) -> bool:
        """True if there are parts inside the value at `path`, an object."""
        patterns = (*self.kinds, *self.units)
        return any(len(p) > len(path) and _matches(p[: len(path)], path) for p in patterns)

    def kind(self, path: Path) -> Kind | None:
        """The kind of the part at `path`; None where there is none."""
        return next((kind for pattern, kind in self.kinds.items() if _matches(pattern, path)), None)


def digest(value: Json) -> str:
    """Return a text that is the same for the same JSON value, whatever the order of keys."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]


def _matches(pattern: Pattern, path: Path) -> bool:
    if len(pattern) != len(path):
        return False
    return all(want in ("*", key) for want, key in zip(pattern, path, strict=True))
