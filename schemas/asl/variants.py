"""The definitions that a template stands for, one for each way in which its functions choose.

`Fn::If`, `Fn::ForEach` and `AWS::NoValue` are carried out. Functions that put in a value which is not in the
text, such as `Ref`, stay as they are, and so do those that choose the target of a transition.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from schemas.asl.template_functions import (
    FOR_EACH,
    TRANSFORM,
    branches_of,
    call_of,
    is_no_value,
)
from schemas.core.paths import Json, Path, value_at

Conditions = Mapping[str, bool]
"""The conditions of a template, by name, as they are in one variant; others are true."""

MOST_CONDITIONS = 4
"""The most conditions of which every combination is a variant."""

_MOST_VARIANTS = 2**MOST_CONDITIONS
_MOST_VALUES = 400_000
"""The most values of all variants together; a large definition has fewer variants."""

_MOST_REPEATED = 50_000
"""The most values that `Fn::ForEach` makes in one variant."""

_SOME = "${States}"
"""The name and the value of the states that a macro puts in."""

_TARGETS = ("Next", "Default", "StartAt")
_SUBSTITUTION = re.compile(r"[$&]\{(\w+)\}")


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


@dataclass(frozen=True)
class Variants:
    """The variants of a definition; `complete` if they have every combination of its conditions."""

    variants: tuple[Variant, ...]
    complete: bool


def variants_of(definition: Json) -> Variants | None:
    """The variants of a definition, in each of which its conditions are the same; None if it has no function
    that chooses."""
    found = _Conditions()
    found.gather(definition, (), {})
    if not found.chooses:
        return None
    most = max(2, min(_MOST_VARIANTS, _MOST_VALUES // found.values))
    complete = 2 ** min(len(found.names), 30) <= most
    chosen = found.combinations() if complete else found.covering(most)
    return Variants(tuple(_variant(definition, conditions) for conditions in chosen), complete)


def drawn(definition: Json) -> Json:
    """The definition as it is drawn: with the rules, catchers and states of all variants.

    Where there is room for one value only, it is that of the variant in which each condition is true.
    """
    if not _chooses(definition):
        return definition
    return _variant(definition, None).value


def _chooses(definition: Json) -> bool:
    found = _Conditions()
    found.gather(definition, (), {})
    return found.chooses


@dataclass
class _Conditions:
    """The conditions of a definition, and the combinations under which each of its branches is chosen."""

    chooses: bool = False
    values: int = 0
    names: dict[str, None] = field(default_factory=dict)
    branches: list[Conditions] = field(default_factory=list)

    def gather(self, value: Json, at: Path, around: Conditions) -> None:
        """Add those of `value`, which stands at `at` under the conditions `around`."""
        self.values += 1
        if isinstance(value, list):
            for index, item in enumerate(value):
                self.gather(item, (*at, index), around)
            return
        if not isinstance(value, dict) or _is_kept(value, at):
            return
        branches = branches_of(value)
        if branches is not None:
            self._gather_branches(branches, at, around)
            return
        self.chooses |= is_no_value(value)
        if call_of(value)[0]:
            return
        for key, item in value.items():
            self.chooses |= key.startswith((FOR_EACH, TRANSFORM))
            self.gather(item, (*at, key), around)

    def combinations(self) -> Iterator[Conditions]:
        """Every combination of the conditions."""
        for values in product((True, False), repeat=len(self.names)):
            yield dict(zip(self.names, values, strict=True))

    def covering(self, most: int) -> Iterator[Conditions]:
        """At most `most` combinations under which each branch is chosen, as far as that goes."""
        chosen: list[Conditions] = [{}]
        for branch in self.branches:
            if len(chosen) < most and not any(_agree(branch, conditions) for conditions in chosen):
                chosen.append(branch)
        yield from chosen

    def _gather_branches(self, branches: tuple[Json, Json], at: Path, around: Conditions) -> None:
        condition, argument = branches
        self.chooses = True
        name = _name(condition)
        self.names[name] = None
        for index, holds in ((1, True), (2, False)):
            if isinstance(argument, list) and around.get(name, holds) is holds:
                inside = {**around, name: holds}
                self.branches.append(inside)
                self.gather(argument[index], at, inside)


def _agree(branch: Conditions, conditions: Conditions) -> bool:
    return all(conditions.get(name, True) is holds for name, holds in branch.items())


def _name(condition: Json) -> str:
    return condition if isinstance(condition, str) else json.dumps(condition, sort_keys=True)


def _is_kept(value: Json, at: Path) -> bool:
    """True for the function at a target if each of its values is one: several transitions, as drawn."""
    return bool(at) and at[-1] in _TARGETS and branches_of(value) is not None and not _may_be_missing(value)


def _may_be_missing(value: Json) -> bool:
    branches = branches_of(value)
    if branches is None or not isinstance(branches[1], list):
        return is_no_value(value)
    return any(map(_may_be_missing, branches[1][1:]))


class _Missing:
    """The absence of a value."""


_MISSING = _Missing()


def _variant(definition: Json, conditions: Conditions | None) -> Variant:
    writer = _Writer(conditions)
    value = writer.value(definition, (), (), {})
    return Variant(None if isinstance(value, _Missing) else value, writer.moves)


class _Writer:
    """Writes one variant; without conditions, the definition as it is drawn."""

    def __init__(self, conditions: Conditions | None) -> None:
        self.moves: dict[Path, Path] = {}
        self._conditions = conditions
        self._repeated = 0

    def value(self, value: Json, source: Path, at: Path, names: Mapping[str, str]) -> Json | _Missing:
        """The value for that at the path `source`, to stand at `at`; `names` are those of loops around it."""
        if isinstance(value, str):
            return _substituted(value, names)
        if isinstance(value, list):
            return self._list(value, source, at, names)
        if not isinstance(value, dict):
            return value
        if _is_kept(value, at):
            return _deeply_substituted(value, names)
        branches = branches_of(value)
        if branches is not None:
            return self._branch(branches, source, at, names)
        if is_no_value(value):
            return _MISSING
        if call_of(value)[0]:
            return _deeply_substituted(value, names)
        return self._object(value, source, at, names)

    def _list(self, items: list[Json], source: Path, at: Path, names: Mapping[str, str]) -> Json:
        written: list[Json] = []
        for index, item in enumerate(items):
            if len(written) != index:
                self.moves[(*at, len(written))] = (*source, index)
            for value in self._item(item, (*source, index), (*at, len(written)), names):
                if not isinstance(value, _Missing):
                    written.append(value)
        return written

    def _item(
        self, item: Json, source: Path, at: Path, names: Mapping[str, str]
    ) -> Iterator[Json | _Missing]:
        """The values for an item of a list: one, or those of both branches as they are drawn."""
        branches = branches_of(item)
        if self._conditions is not None or branches is None or not isinstance(branches[1], list):
            yield self.value(item, source, at, names)
            return
        for branch in branches[1][1:]:
            yield from self._item(branch, source, at, names)

    def _object(
        self,
        members: dict[str, Json],
        source: Path,
        at: Path,
        names: Mapping[str, str],
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
                loop = self._loop(item, (*source, key), at, names)
                if loop is None:
                    return {key: item}
                written.update(loop)
            else:
                name = _substituted(key, names)
                if is_repeated or name != key:
                    self.moves[(*at, name)] = (*source, key)
                value = self.value(item, (*source, key), (*at, name), names)
                if not isinstance(value, _Missing):
                    written[name] = value
        return written

    def _branch(
        self, branches: tuple[Json, Json], source: Path, at: Path, names: Mapping[str, str]
    ) -> Json | _Missing:
        condition, argument = branches
        if not isinstance(argument, list):
            return _MISSING
        if self._conditions is None:
            both = (self.value(argument[index], source, at, names) for index in (1, 2))
            return _together([value for value in both if not isinstance(value, _Missing)], at)
        index = 1 if self._conditions.get(_name(condition), True) else 2
        moved = (*source, "Fn::If", index)
        self.moves[at] = moved
        return self.value(argument[index], moved, at, names)

    def _loop(
        self, argument: Json, source: Path, at: Path, names: Mapping[str, str]
    ) -> dict[str, Json] | None:
        """The members that an `Fn::ForEach` makes; None if they are not in the text.

        Where the list is not in the text, states have the name as it is written, with its placeholder.
        """
        if not isinstance(argument, list) or len(argument) != 3:
            return None
        variable, items, body = argument
        listed = _listed(items)
        if not isinstance(variable, str) or not isinstance(body, dict):
            return None
        if listed is None and at[-1:] != ("States",):
            return None
        written: dict[str, Json] = {}
        for item in [f"${{{variable}}}"] if listed is None else listed:
            self._repeated += _size(body)
            if self._repeated > _MOST_REPEATED:
                return None
            members = self._object(body, (*source, 2), at, {**names, variable: item}, is_repeated=True)
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


def _listed(items: Json) -> list[str] | None:
    """The items of the list of an `Fn::ForEach`; None if the deployment puts some in."""
    if not isinstance(items, list) or not all(isinstance(item, str | int) for item in items):
        return None
    texts = [str(item) for item in items]
    return None if any("${" in text for text in texts) else texts


def _size(value: Json) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_size, inner))


def _substituted(text: str, names: Mapping[str, str]) -> str:
    if not names or "{" not in text:
        return text
    return _SUBSTITUTION.sub(lambda match: _item(match, names), text)


def _deeply_substituted(value: Json, names: Mapping[str, str]) -> Json:
    if not names:
        return value
    if isinstance(value, dict):
        return {key: _deeply_substituted(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_deeply_substituted(item, names) for item in value]
    return _substituted(value, names) if isinstance(value, str) else value


def _item(match: re.Match[str], names: Mapping[str, str]) -> str:
    """The item for a `${Name}`; its letters and digits for an `&{Name}`."""
    item = names.get(match[1])
    if item is None:
        return match[0]
    is_plain = match[0].startswith("$") or item.startswith("${")
    return item if is_plain else "".join(filter(str.isalnum, item))
