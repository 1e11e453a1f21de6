"""Writes one variant of a definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.asl.template_functions import (
    FOR_EACH,
    TRANSFORM,
    Branches,
    branches_of,
    call_of,
    is_no_value,
)
from schemas.asl.variants.conditions import Combination, is_kept, name_of
from schemas.asl.variants.loops import Items, deeply_put_in, listed_items, put_in
from schemas.core.paths import Json, Path, value_at

_MOST_REPEATED = 50_000
"""The most values that `Fn::ForEach` makes in one variant."""

_SOME = "${States}"
"""The name and the value of the states that a macro puts in."""


@dataclass(frozen=True)
class Variant:
    """A definition without functions that choose.

    `moves` has the path in the template for each path at which it differs; what is inside follows.
    """

    value: Json
    moves: Mapping[Path, Path]

    def place(self, path: Path) -> Path:
        """The path in the template for a `path` in the variant."""
        for length in range(len(path), -1, -1):
            moved = self.moves.get(path[:length])
            if moved is not None:
                return (*moved, *path[length:])
        return path

    def has(self, path: Path) -> bool:
        """True if the variant has a value at `path`."""
        return value_at(self.value, path)[0]


class _Missing:
    """The absence of a value."""


_MISSING = _Missing()


def variant(definition: Json, combination: Combination | None) -> Variant:
    """The variant with that combination of conditions; without one, the definition as it is drawn."""
    writer = _Writer(combination)
    value = writer.value(definition, (), (), {})
    return Variant(None if isinstance(value, _Missing) else value, writer.moves)


class _Writer:
    """Writes one variant; without a combination, the definition as it is drawn."""

    def __init__(self, combination: Combination | None) -> None:
        self.moves: dict[Path, Path] = {}
        self._combination = combination
        self._repeated = 0

    def value(self, value: Json, source: Path, at: Path, loops: Items) -> Json | _Missing:
        """The value for that at the path `source`, to stand at `at`; `loops` are those around it."""
        if isinstance(value, str):
            return put_in(value, loops)
        if isinstance(value, list):
            return self._list(value, source, at, loops)
        if not isinstance(value, dict):
            return value
        if is_kept(value, at):
            return deeply_put_in(value, loops)
        branches = branches_of(value)
        if branches is not None:
            return self._branch(branches, source, at, loops)
        if is_no_value(value):
            return _MISSING
        if call_of(value)[0]:
            return deeply_put_in(value, loops)
        return self._object(value, source, at, loops)

    def _list(self, items: list[Json], source: Path, at: Path, loops: Items) -> Json:
        written: list[Json] = []
        for index, item in enumerate(items):
            if len(written) != index:
                self.moves[(*at, len(written))] = (*source, index)
            for value in self._item(item, (*source, index), (*at, len(written)), loops):
                if not isinstance(value, _Missing):
                    written.append(value)
        return written

    def _item(self, item: Json, source: Path, at: Path, loops: Items) -> Iterator[Json | _Missing]:
        """The values for an item of a list: one, or those of both branches as they are drawn."""
        branches = branches_of(item)
        if self._combination is not None or branches is None:
            yield self.value(item, source, at, loops)
            return
        for branch in branches[1][1:]:
            yield from self._item(branch, source, at, loops)

    def _object(
        self,
        members: dict[str, Json],
        source: Path,
        at: Path,
        loops: Items,
        is_repeated: bool = False,
    ) -> Json | _Missing:
        """An object; a function, which is not carried out, if its members are not in the text."""
        written: dict[str, Json] = {}
        for key, item in members.items():
            if key == TRANSFORM and at[-1:] == ("States",):
                written[_SOME] = _SOME
            elif key == TRANSFORM:
                return {TRANSFORM: item}
            elif key.startswith(FOR_EACH):
                loop = self._loop(item, (*source, key), at, loops)
                if loop is None:
                    return {key: item}
                written.update(loop)
            else:
                name = put_in(key, loops)
                if is_repeated or name != key:
                    self.moves[(*at, name)] = (*source, key)
                value = self.value(item, (*source, key), (*at, name), loops)
                if not isinstance(value, _Missing):
                    written[name] = value
        return written

    def _branch(self, branches: Branches, source: Path, at: Path, loops: Items) -> Json | _Missing:
        condition, argument = branches
        if self._combination is None:
            both = (self.value(argument[index], source, at, loops) for index in (1, 2))
            return _together([value for value in both if not isinstance(value, _Missing)], at)
        index = 1 if self._combination.get(name_of(condition), True) else 2
        moved = (*source, "Fn::If", index)
        self.moves[at] = moved
        return self.value(argument[index], moved, at, loops)

    def _loop(self, argument: Json, source: Path, at: Path, loops: Items) -> dict[str, Json] | None:
        """The members that an `Fn::ForEach` makes; None if they are not in the text.

        Where the list is not in the text, states have the name as it is written, with its placeholder.
        """
        if not isinstance(argument, list) or len(argument) != 3:
            return None
        variable, listed, body = argument
        items = listed_items(listed)
        if not isinstance(variable, str) or not isinstance(body, dict):
            return None
        if items is None and at[-1:] != ("States",):
            return None
        written: dict[str, Json] = {}
        for item in [f"${{{variable}}}"] if items is None else items:
            self._repeated += _size(body)
            if self._repeated > _MOST_REPEATED:
                return None
            members = self._object(body, (*source, 2), at, {**loops, variable: item}, is_repeated=True)
            if not isinstance(members, dict) or call_of(members)[0] or _is_loop(members):
                return None
            written.update(members)
        return written


def _is_loop(members: dict[str, Json]) -> bool:
    return any(key.startswith(FOR_EACH) for key in members)


def _together(values: list[Json], at: Path) -> Json | _Missing:
    """The values of both branches, as far as there is room for them at `at`."""
    if not values:
        return _MISSING
    first, *others = values
    if at[-1:] == ("States",) and isinstance(first, dict):
        states = (value for value in others if isinstance(value, dict))
        return {name: state for value in (*reversed([*states]), first) for name, state in value.items()}
    if isinstance(first, list):
        return [*first, *(item for value in others if isinstance(value, list) for item in value)]
    return first


def _size(value: Json) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_size, inner))
