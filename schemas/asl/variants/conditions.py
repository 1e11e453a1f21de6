"""The conditions by which the functions of a template choose, and the combinations of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from schemas.asl.template_functions import (
    FOR_EACH,
    TRANSFORM,
    Branches,
    branches_of,
    call_of,
    is_no_value,
)
from schemas.core.paths import Json, Path

Combination = Mapping[str, bool]
"""The conditions of a template, by name, as they are in one variant; others are true."""

_TARGETS = ("Next", "Default", "StartAt")


def conditions_in(definition: Json) -> Conditions:
    """The conditions of a definition."""
    found = Conditions()
    found.gather(definition, (), {})
    return found


@dataclass
class Conditions:
    """The conditions of a definition, and the combinations under which each of its branches is chosen.

    `chooses` is true if it has a function that chooses; `values` is the number of its values.
    """

    chooses: bool = False
    values: int = 0
    names: dict[str, None] = field(default_factory=dict)
    branches: list[Combination] = field(default_factory=list)

    def gather(self, value: Json, at: Path, around: Combination) -> None:
        """Add those of `value`, which stands at `at` under the conditions `around`."""
        self.values += 1
        if isinstance(value, list):
            for index, item in enumerate(value):
                self.gather(item, (*at, index), around)
            return
        if not isinstance(value, dict) or is_kept(value, at):
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

    def combinations(self) -> Iterator[Combination]:
        """Every combination of the conditions."""
        for values in product((True, False), repeat=len(self.names)):
            yield dict(zip(self.names, values, strict=True))

    def covering(self, most: int) -> Iterator[Combination]:
        """At most `most` combinations under which each branch is chosen, as far as that goes."""
        chosen: list[Combination] = [{}]
        for branch in self.branches:
            if len(chosen) < most and not any(_agree(branch, combination) for combination in chosen):
                chosen.append(branch)
        yield from chosen

    def _gather_branches(self, branches: Branches, at: Path, around: Combination) -> None:
        condition, argument = branches
        self.chooses = True
        name = name_of(condition)
        self.names[name] = None
        for index, holds in ((1, True), (2, False)):
            if around.get(name, holds) is holds:
                inside = {**around, name: holds}
                self.branches.append(inside)
                self.gather(argument[index], at, inside)


def name_of(condition: Json) -> str:
    """The name of a condition; its text, if it is written out."""
    return condition if isinstance(condition, str) else json.dumps(condition, sort_keys=True)


def is_kept(value: Json, at: Path) -> bool:
    """True for the function at a target if each of its values is one: several transitions, as drawn."""
    return bool(at) and at[-1] in _TARGETS and branches_of(value) is not None and not _may_be_missing(value)


def _agree(branch: Combination, combination: Combination) -> bool:
    return all(combination.get(name, True) is holds for name, holds in branch.items())


def _may_be_missing(value: Json) -> bool:
    branches = branches_of(value)
    if branches is None:
        return is_no_value(value)
    return any(map(_may_be_missing, branches[1][1:]))
