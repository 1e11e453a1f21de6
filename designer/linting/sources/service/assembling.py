"""Puts definitions together from the files that the texts in them name."""

from __future__ import annotations

from dataclasses import dataclass

from designer.linting.sources.notice import NotFollowed, Notices
from designer.linting.sources.place import Place
from designer.linting.sources.service.resolver import Resolver
from schemas.core.paths import Json, Path
from schemas.document.assembly import Assembly, Part
from schemas.document.text.limits import MAX_DEPTH, MAX_EXPANDED

_LISTS = ("Choices", "Catch", "Retry", "Branches")
_STRUCTURE = ("States", "ItemProcessor", "Iterator", *_LISTS)

_MOST_VALUES = 100_000
"""The most values of a definition; one of the greatest length has fewer."""

_MOST_OF_SERVICE = 5 * _MOST_VALUES


@dataclass
class Budget:
    """The values that the definitions of a service have so far."""

    values: int = 0


class Assembler:
    """Puts one definition together; what is not followed in it is added to `notices`."""

    def __init__(self, resolver: Resolver, notices: Notices, budget: Budget) -> None:
        self.parts: dict[Path, Part] = {}
        self._budget = budget
        self._resolver = resolver
        self._notices = notices
        self._around: list[tuple[int, Path]] = []
        self._values = 0
        self._length = 0

    def assembled(self, place: Place) -> Assembly:
        """The definition at `place`. Raises `NotFollowed` if it has too many values."""
        self._begin((), place)
        return Assembly.of(self._value(place, ()), self.parts)

    def _begin(self, path: Path, place: Place) -> None:
        self.parts[path] = Part(str(place.file), place.document, place.at)
        self._around.append((id(place.document), place.at))

    def _value(self, place: Place, path: Path) -> Json:
        self._values += 1
        self._budget.values += 1
        if self._values > _MOST_VALUES or self._budget.values > _MOST_OF_SERVICE:
            raise NotFollowed("too-much-followed")
        if len(path) > MAX_DEPTH or self._length > MAX_EXPANDED:
            raise NotFollowed("too-much-followed")
        value = place.value
        if isinstance(value, dict):
            return {key: self._value(inner, (*path, key)) for key, inner in _members(place)}
        if isinstance(value, list):
            return [self._value(item, (*path, index)) for index, item in enumerate(place.items())]
        if not isinstance(value, str):
            return value
        self._length += len(value)
        return self._text(value, place, path) if "${" in value else value

    def _text(self, text: str, place: Place, path: Path) -> Json:
        """The value that a text stands for; the text itself if that is not known."""
        try:
            answer = self._resolver.answer(place)
            found = answer.place
            if found is None or found is place:
                return text
            if isinstance(found.value, dict | list):
                return self._part(found, path)
        except NotFollowed as reason:
            if reason.code == "too-much-followed":
                raise
            if _is_structure(path):
                self._notices.add(reason, place)
            elif reason.code != "not-followed":
                self._notices.add(reason, place, "warning")
            return text
        return found.value if answer.certain else text

    def _part(self, place: Place, path: Path) -> Json:
        if (id(place.document), place.at) in self._around:
            raise NotFollowed("variable-circle")
        self._begin(path, place)
        value = self._value(place, path)
        self._around.pop()
        return value


def _members(place: Place) -> list[tuple[str, Place]]:
    members = place.value if isinstance(place.value, dict) else {}
    return [(key, place.inside(key, value)) for key, value in members.items()]


def _is_structure(path: Path) -> bool:
    """True if the value at `path` is a part of the flow, such as a state or a list of rules."""
    if path[-1:] and path[-1] in _STRUCTURE:
        return True
    return len(path) > 1 and (path[-2] == "States" or (path[-2] in _LISTS and isinstance(path[-1], int)))
