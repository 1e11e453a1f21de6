"""The files of a repository that an export is merged into, and the places of its parts in them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exporters.merging.refusal import CannotMerge
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, EditRefused, Insert, Remove, Set
from schemas.core.paths import Json, Path, value_at
from schemas.document.document import Position
from schemas.document.parsing import Format
from schemas.document.template import Template
from schemas.document.yaml.dialect import SERVERLESS, Dialect
from schemas.document.yaml.printer import write_yaml

_INCLUDE = re.compile(r"\s*\$\{file\(\s*([^(){}$,:]+?)\s*\)(?::([\w.-]+))?\}\s*")
"""A value of `serverless.yml` that stands in another file, at a plain path."""

_BY_HAND = (
    "stepFunctions.stateMachines:  NAME: ${file(FOLDER/serverless.yml):stepFunctions.stateMachines.NAME}",
    "resources:  - ${file(FOLDER/serverless.yml):resources}",
)
"""Lines for a service whose sections are computed, after an export into a folder of its own."""

_MOST_INCLUDES = 16
_MERGES_KEYS = ("Fn::Transform", "Fn::ForEach")
"""Functions of CloudFormation that stand beside other keys."""

Read = Callable[[str], str | None]
"""Returns the text of a file at a path below the repository's folder; None where there is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a path: the value at `at` in `file`, inside which the keys `rest` are missing."""

    file: str
    at: Path
    rest: Path = ()


@dataclass
class Host:
    """The file `main` and those that it includes, read by `read`, as `dialect`, and changed here."""

    main: str
    read: Read
    dialect: Dialect
    documents: dict[str, Template] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    def value(self, path: Path) -> tuple[bool, Json]:
        """True and the value at `path`; False and None where there is none. Raises `CannotMerge`."""
        place = self.find(path)
        if place.rest:
            return False, None
        return True, self._value(place)

    def find(self, path: Path) -> Place:
        """The place of `path`, followed through included files. Raises `CannotMerge`."""
        return self._descend(Place(self.main, ()), path)

    def position(self, path: Path) -> tuple[str, Position]:
        """The file and the position of the value at `path`, or of what is nearest around it."""
        place = self.find(path)
        return place.file, self.document(place.file).position(place.at, key=True)

    def put(self, path: Path, value: Json, following: Sequence[str] = (), anew: bool = False) -> Place:
        """Set the value at `path`, and return the place where that was before.

        A new key stands before the first of the keys `following` that is there. With `anew`, nothing of the
        value before is kept, not even its comments. Raises `CannotMerge`.
        """
        place = self.find(path)
        self._refuse_shared(place, inside=not place.rest)
        if place.rest:
            self._add(place, value, following)
        else:
            if anew:
                self._apply(place, Set(place.at, None))
            self._apply(place, Set(place.at, value))
        return place

    def replace_all(self, values: Mapping[Path, Json]) -> None:
        """Set the values that are there at the paths of `values`, each file at once. Raises `CannotMerge`."""
        places = {path: self.find(path) for path in values}
        edits: dict[str, list[Edit]] = {}
        for path, place in places.items():
            self._refuse_shared(place, inside=True)
            edits.setdefault(place.file, []).append(Set(place.at, values[path]))
        for file, found in edits.items():
            self._apply(next(place for place in places.values() if place.file == file), *found)

    def add_item(self, path: Path, item: Json) -> None:
        """Add `item` to the list at `path`, unless it is there. Raises `CannotMerge`."""
        place = self.items(path)
        value = self._value(place)
        if place.rest or value is None:
            self.put(path, [item])
        elif not isinstance(value, list):
            raise self.refusal("merge.no-list", place)
        elif item not in value:
            self._refuse_shared(place)
            self._apply(place, Insert((*place.at, len(value)), item))

    def has_item(self, path: Path, item: Json) -> bool:
        """True if the list at `path` has `item`. Raises `CannotMerge`."""
        place = self.items(path)
        value = None if place.rest else self._value(place)
        return isinstance(value, list) and item in value

    def items(self, path: Path) -> Place:
        """The place of the list at `path`: followed into another file, or as the `modules` of an object."""
        place = self.find(path)
        place = place if place.rest else self._followed(place)
        value = self._value(place)
        is_object = not place.rest and isinstance(value, dict) and "modules" in value
        return replace(place, at=(*place.at, "modules")) if is_object else place

    def remove(self, path: Path) -> None:
        """Remove the value at `path`, and the objects around it that become empty. Raises `CannotMerge`."""
        place = self.find(path)
        at = place.at
        if place.rest or not at:
            return
        while len(at) > 1 and len(self._members(place.file, at[:-1])) == 1:
            at = at[:-1]
        place = replace(place, at=at)
        self._refuse_shared(place, inside=True)
        self._apply(place, Remove(at))

    def document(self, file: str) -> Template:
        """The document of a file. Raises `CannotMerge` where it cannot be read."""
        if file not in self.documents:
            text = self.read(file)
            if text is None:
                raise CannotMerge("merge.no-file", file)
            format: Format = "json" if file.lower().endswith(".json") else "yaml"
            document = Template(text, format, self.dialect)
            _refuse_broken(file, document)
            self.documents[file], self.before[file] = document, text
        return self.documents[file]

    def refusal(self, key: str, place: Place, **params: str) -> CannotMerge:
        """Return the refusal with that key, at `place`."""
        at = self.document(place.file).position(place.at, key=True)
        path = ".".join(map(str, place.at)) or place.file
        by_hand = _BY_HAND if key == "merge.variable" else ()
        return CannotMerge(key, place.file, at.line, at.column, None, by_hand, path=path, **params)

    def _descend(self, place: Place, path: Path) -> Place:
        """The place of `path` inside the value at `place`."""
        for index, key in enumerate(path):
            place = self._followed(place)
            value = self._value(place)
            if isinstance(value, list) and not isinstance(key, int):
                return self._in_list(place, path[index:])
            if value is not None and not isinstance(value, dict):
                raise self.refusal("merge.no-object", place)
            if not isinstance(value, dict) or key not in value:
                self._refuse_function(place, value)
                return replace(place, rest=path[index:])
            place = replace(place, at=(*place.at, key))
        return place

    def _in_list(self, place: Place, path: Path) -> Place:
        """The place of `path` in a list of objects, which the framework merges.

        In the object that has the most of it; else in the last object that is written in the list itself.
        """
        if place.at != ("resources",):
            raise self.refusal("merge.no-object", place)
        inside, here = None, None
        for item in self._items(place):
            if isinstance(self._value(item), dict):
                here = item
            try:
                found = self._descend(item, path)
            except CannotMerge:
                continue
            if len(found.rest) < len(path) - 1 and (inside is None or len(found.rest) < len(inside.rest)):
                inside = found
        if inside is not None:
            return inside
        return self._descend(here, path) if here else replace(place, rest=path)

    def _items(self, place: Place) -> Iterator[Place]:
        value = self._value(place)
        for index in range(len(value) if isinstance(value, list) else 0):
            yield replace(place, at=(*place.at, index))

    def _followed(self, place: Place) -> Place:
        """The place that the text at `place` stands for, where it names a file; else `place`."""
        for _ in range(_MOST_INCLUDES):
            value = self._value(place)
            if not isinstance(value, str) or self.dialect is not SERVERLESS:
                return place
            found = _INCLUDE.fullmatch(value)
            if not found:
                raise self.refusal("merge.variable", place, value=value[:80])
            file = posixpath.normpath(found[1])
            if file.startswith(("/", "..", "~")) or not file.lower().endswith((".yml", ".yaml", ".json")):
                raise self.refusal("merge.variable", place, value=value[:80])
            keys = tuple(found[2].split(".")) if found[2] else ()
            inner = self._descend(Place(file, ()), keys)
            if inner.rest:
                raise self.refusal("merge.variable", place, value=value[:80])
            place = inner
        raise self.refusal("merge.variable", place, value="${file(...)}")

    def _add(self, place: Place, value: Json, following: Sequence[str]) -> None:
        """Add the missing keys of `place`, with `value` inside."""
        first, *rest = place.rest
        for key in reversed(rest):
            value = {str(key): value}
        around = self._value(place)
        if around is None and not place.at:
            self._begin(place.file, {str(first): value})
        elif around is None or (around == {} and place.at):
            self._apply(place, Set(place.at, {str(first): value}))
        elif isinstance(around, list):
            self._apply(place, Insert((*place.at, len(around)), {str(first): value}))
        else:
            there = [key for key in following if key in mapping(around)] if not rest else []
            self._apply(place, Insert((*place.at, first), value, there[0] if there else None))

    def _begin(self, file: str, value: Json) -> None:
        """Write `value` into a file that has no value yet, below its comments."""
        document = self.document(file)
        gap = "" if not document.text or document.text.endswith("\n") else "\n"
        self.documents[file] = replace(document, text=document.text + gap + write_yaml(value))

    def _apply(self, place: Place, *edits: Edit) -> None:
        document = self.document(place.file)
        try:
            self.documents[place.file] = replace(document, text=document.apply(*edits).document.text)
        except EditRefused as refused:
            raise self.refusal("merge.not-writable", place) from refused

    def _refuse_shared(self, place: Place, inside: bool = False) -> None:
        if self.document(place.file).is_shared(place.at, inside):
            raise self.refusal("merge.shared", place)

    def _refuse_function(self, place: Place, value: Json) -> None:
        """Refuse to add a key to a function, which has one key alone."""
        if not isinstance(value, dict) or len(value) != 1:
            return
        (name,) = value
        if name == "Ref" or (name.startswith("Fn::") and not name.startswith(_MERGES_KEYS)):
            raise self.refusal("merge.no-object", place)

    def _members(self, file: str, at: Path) -> dict[str, Json]:
        """The members of the object at `at`; a list has two, so that it counts as never empty."""
        value = self._value(Place(file, at))
        return value if isinstance(value, dict) else {"": None, " ": None}

    def _value(self, place: Place) -> Json:
        return value_at(self.document(place.file).value, place.at)[1]


def _refuse_broken(file: str, document: Template) -> None:
    """Refuse a file that cannot be read, or that has a key twice, of which tools take one or none."""
    problem = document.problem or next(iter(document.repeated_names), None)
    if problem is not None:
        raise CannotMerge("merge.broken", file, problem.line, problem.column, diagnostic=problem)
