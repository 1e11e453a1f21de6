"""A value in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schemas.asl.template_functions import call_of
from schemas.core import paths
from schemas.core.paths import Json
from schemas.document.document import Position
from schemas.document.template import Template


@dataclass(frozen=True)
class Place:
    """The `value` at the path `at` of a file; `document` is the whole file."""

    file: Path
    document: Template
    at: paths.Path
    value: Json

    @classmethod
    def whole(cls, file: Path, document: Template) -> Place:
        """The whole file."""
        return cls(file, document, (), document.value)

    @property
    def position(self) -> Position:
        """The position of the value in the file."""
        return self.document.position(self.at)

    def inside(self, key: str | int, value: Json) -> Place:
        """The member or item `value` of this object or list."""
        return Place(self.file, self.document, (*self.at, key), value)

    def members(self) -> list[tuple[str, Place]]:
        """The members of the object, by name; none if it is no object, or a function of a template."""
        if not isinstance(self.value, dict) or call_of(self.value)[0]:
            return []
        return [(key, self.inside(key, value)) for key, value in self.value.items()]

    def items(self) -> list[Place]:
        """The items of the list; none if it is no list."""
        items = self.value if isinstance(self.value, list) else []
        return [self.inside(index, item) for index, item in enumerate(items)]

    def get(self, key: str) -> Place | None:
        """The member of that name; None if there is none."""
        return dict(self.members()).get(key)
