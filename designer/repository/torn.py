"""A flow whose parts stand in several files, as one definition, and the way back into those files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from schemas.core import paths
from schemas.core.coerce import mapping
from schemas.core.edits import EditRefused, Insert, Remove, Rename, Set
from schemas.core.paths import Json
from schemas.document.assembly import Assembly, Part
from schemas.document.differences import differences, same
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.document.template import Template

_LISTS = frozenset(("Choices", "Catch", "Branches"))
_STRUCTURE = frozenset(("States", "ItemProcessor", "Iterator")) | _LISTS
_Edit = Set | Insert | Remove | Rename


@dataclass(frozen=True)
class Torn:
    """A flow in the `parts` that its states stand in, by the path at which each begins; () is around all.

    Each other value stays as it is written there, also one that a variable stands for.
    """

    parts: Mapping[paths.Path, Part]

    @classmethod
    def of(cls, assembly: Assembly | None) -> Torn | None:
        """The flow of a definition; None if all of its states stand in one place."""
        parts = {path: part for path, part in assembly.parts.items() if _is_flow(path)} if assembly else {}
        return cls(parts) if len(parts) > 1 else None

    @cached_property
    def document(self) -> Document:
        """The whole flow, in the format of the part around all others."""
        document = Document.parse(write_json(self._value), "json")
        return document.convert(self.parts[()].document.format)

    @property
    def files(self) -> list[Path]:
        """The files of the parts."""
        return [Path(part.file) for part in self.parts.values()]

    @property
    def texts(self) -> dict[Path, str]:
        """The whole text of each file, as it was read."""
        return {Path(part.file): part.document.text for part in self.parts.values()}

    def rewritten(self, document: Document) -> dict[Path, str] | None:
        """The text of each file that another definition changes; None where a person has to do it.

        That is so where one part stands at two places of the flow, of which the definition changes one.
        """
        if document.problem is not None:
            return None
        edits = differences(self._value, document.value)
        for attempt in (self._with_renames(edits), list[_Edit](edits)):
            changed = self._edited(attempt)
            if changed is not None and same(changed._value, document.value) and self._keeps_others(changed):
                return {file: text for file, text in changed.texts.items() if text != self.texts[file]}
        return None

    @cached_property
    def _value(self) -> Json:
        found: Json = None
        for path in sorted(self.parts, key=len):
            value = deepcopy(_value_of(self.parts[path]))
            if not path:
                found = value
            elif (around := _inside(found, path[:-1])) is not None and _inside(around, path[-1:]) is not None:
                around[path[-1]] = value  # type: ignore[index]
        return found

    def _with_renames(self, edits: list[Set | Insert | Remove]) -> list[_Edit]:
        """The edits, with one that renames a state in place of two that remove and insert it."""
        removed = {each.path: _inside(self._value, each.path) for each in edits if isinstance(each, Remove)}
        found: list[_Edit] = []
        for each in edits:
            old = next(
                (path for path, value in removed.items() if _is_renamed(each, path, value)),
                None,
            )
            if old is None:
                found.append(each)
                continue
            removed.pop(old)
            found[[*map(_path, found)].index(old)] = Rename(old, str(each.path[-1]))
        return found

    def _edited(self, edits: list[_Edit]) -> Torn | None:
        """The flow after the edits, each in the file where its value stands; None if one is refused."""
        by_file: dict[str, list[_Edit]] = defaultdict(list)
        for edit in edits:
            if isinstance(edit, Set) and any(_is_within(path, edit.path) for path in self.parts):
                return None
            part, inside = self._place(edit)
            by_file[part.file].append(replace(edit, path=inside))
        documents: dict[str, Template] = {}
        for part in {part.file: part for part in self.parts.values()}.values():
            try:
                text = part.document.apply(*by_file[part.file]).document.text
            except EditRefused:
                return None
            documents[part.file] = replace(part.document, text=text)
        if any(document.problem for document in documents.values()):
            return None
        moved = {_renamed(path, edits): part for path, part in self.parts.items()}
        return Torn({
            path: replace(part, document=documents[part.file])
            for path, part in moved.items()
            if not _is_gone(path, edits)
        })  # fmt: skip

    def _place(self, edit: _Edit) -> tuple[Part, paths.Path]:
        """The part that an edit changes, and the path there: the value itself, or the object around it."""
        path = edit.path if isinstance(edit, Set) else edit.path[:-1]
        for length in range(len(path), -1, -1):
            part = self.parts.get(path[:length])
            if part is not None:
                return part, (*part.at, *edit.path[length:])
        return self.parts[()], (*self.parts[()].at, *edit.path)

    def _keeps_others(self, changed: Torn) -> bool:
        """True if all around the parts in each file is as it was."""
        after = {part.file: part.document for part in changed.parts.values()}
        for part in self.parts.values():
            if part.file not in after:
                continue
            ats = [each.at for each in self.parts.values() if each.file == part.file]
            before, now = deepcopy(part.document.value), deepcopy(after[part.file].value)
            for at in sorted(ats, key=len, reverse=True):
                before, now = _without(before, at), _without(now, at)
            if not same(before, now):
                return False
        return True


def _is_flow(path: paths.Path) -> bool:
    """True if the value at `path` is a part of the flow: states, a state, or a list of rules."""
    if not path or path[-1] in _STRUCTURE:
        return True
    return len(path) > 1 and (path[-2] == "States" or (path[-2] in _LISTS and isinstance(path[-1], int)))


def _value_of(part: Part) -> Json:
    return part.document.excerpt(part.at).value


def _inside(value: Json, path: paths.Path) -> Json:
    for key in path:
        if isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            value = mapping(value).get(str(key))
    return value


def _without(value: Json, at: paths.Path) -> Json:
    """The value with nothing at the path `at`."""
    if not at:
        return None
    around = _inside(value, at[:-1])
    if isinstance(around, dict | list) and _inside(around, at[-1:]) is not None:
        around[at[-1]] = None  # type: ignore[index]
    return value


def _is_within(path: paths.Path, around: paths.Path) -> bool:
    return len(path) > len(around) and path[: len(around)] == around


def _path(edit: _Edit) -> paths.Path:
    return edit.path


def _is_renamed(edit: _Edit, old: paths.Path, value: Json) -> bool:
    """True if the edit inserts what was removed at the path `old`, under another name."""
    return isinstance(edit, Insert) and edit.path[:-1] == old[:-1] and same(edit.value, value)


def _renamed(path: paths.Path, edits: list[_Edit]) -> paths.Path:
    for edit in edits:
        if isinstance(edit, Rename) and path[: len(edit.path)] == edit.path:
            path = (*edit.path[:-1], edit.key, *path[len(edit.path) :])
    return path


def _is_gone(path: paths.Path, edits: list[_Edit]) -> bool:
    """True for a part of which nothing is left in the flow."""
    removed = (edit.path for edit in edits if isinstance(edit, Remove))
    return any(path[: len(each)] == each for each in removed)
