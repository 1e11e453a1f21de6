"""Finds what each state of a workflow has become in another one.

A state is known by its uid where both sidecars have it; else by its content and by what is around it, for
names are ids and get renamed; then by its name, and at last by what is alike in content, name and neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from schemas.asl.walk import State
from schemas.comparison.content import Fingerprint
from schemas.comparison.side import Side
from schemas.core.paths import Path

LEAST_LIKENESS = 0.5
MOST_GUESSES = 40_000
"""Pairs of states that are compared for likeness; where there are more, nothing is left of the old flow."""

CONTENT, NEIGHBOURS, NAME = 0.6, 0.2, 0.2
"""The shares of likeness."""


def match_states(old: Side, new: Side) -> dict[Path, Path]:
    """The path of the new state by that of the old one, for each that is in both."""
    matching = _Matching(old, new)
    matching.by_uid()
    matching.by_surroundings()
    matching.by_content()
    matching.by_name()
    matching.by_place()
    matching.by_likeness()
    return matching.found


class _Matching:
    def __init__(self, old: Side, new: Side) -> None:
        self._old = old
        self._new = new
        self.found: dict[Path, Path] = {}
        self._open_old = dict(old.states)
        self._open_new = dict(new.states)

    def by_uid(self) -> None:
        """Match the states that have the same entry in both sidecars."""
        both = self._old.workflow.design.states.keys() & self._new.workflow.design.states.keys()
        for path, uid in self._old.identity.uids.items():
            state = self._new.identity.states.get(uid)
            if state and uid in both:
                self._match(path, state.path)

    def by_surroundings(self) -> None:
        """Match equal contents with equal surroundings, the widest surroundings first."""
        rounds = list(zip(self._old.colours(), self._new.colours(), strict=False))
        for old, new in reversed(rounds[1:]):
            for befores, afters in self._groups(old, new):
                self._match_group(befores, afters)

    def by_content(self) -> None:
        """Match equal contents that say something; not where the state of the same name was changed."""
        for befores, afters in self._groups(self._old.fingerprints, self._new.fingerprints):
            if self._old.says_something(befores[0]):
                kept = [path for path in befores if not self._is_edited(path)]
                self._match_group(kept, afters)

    def by_name(self) -> None:
        """Match equal names: in the same scope, else anywhere."""
        for in_scope in (True, False):
            names = defaultdict(list)
            for path, state in self._open_new.items():
                names[state.name].append(path)
            for path, state in list(self._open_old.items()):
                fits = (each for each in names[state.name] if each in self._open_new)
                chosen = next(
                    (each for each in fits if not in_scope or self._in_same_scope(path, each)), None
                )
                if chosen is not None:
                    self._match(path, chosen)

    def by_place(self) -> None:
        """Match equal contents that say nothing by a neighbour, as long as that finds more."""
        before = -1
        while before != len(self.found):
            before = len(self.found)
            for befores, afters in self._groups(self._old.fingerprints, self._new.fingerprints):
                free = dict.fromkeys(afters)
                for path in befores:
                    self._match_free(path, self._beside(path, free), free)

    def by_likeness(self) -> None:
        """Match the states of one type that are most alike."""
        if len(self._open_old) * len(self._open_new) > MOST_GUESSES:
            return
        guesses = [
            (self._likeness(one, other), index, one.path, other.path)
            for index, one in enumerate(self._open_old.values())
            for other in self._open_new.values()
            if one.type == other.type
        ]
        for likeness, _, path, other in sorted(guesses, key=lambda guess: (-guess[0], guess[1])):
            if likeness >= LEAST_LIKENESS:
                self._match(path, other)

    def _match(self, path: Path, other: Path) -> None:
        if path in self._open_old and other in self._open_new:
            self.found[path] = other
            del self._open_old[path], self._open_new[other]

    def _groups(
        self, old: Mapping[Path, object], new: Mapping[Path, object]
    ) -> Iterator[tuple[list[Path], list[Path]]]:
        """The open states by their colour, of those that both sides have."""
        before, after = _by_value(self._open_old, old), _by_value(self._open_new, new)
        for colour in before.keys() & after.keys():
            yield before[colour], after[colour]

    def _match_group(self, befores: Iterable[Path], afters: Iterable[Path]) -> None:
        """Match states that are equal: those of one name, then by matched neighbours, then in their order."""
        free = dict.fromkeys(each for each in afters if each in self._open_new)
        names: dict[str, list[Path]] = defaultdict(list)
        for each in free:
            names[self._new.states[each].name].append(each)
        waiting = []
        for path in befores:
            same = [each for each in names[self._old.states[path].name] if each in free]
            if not self._match_free(path, same, free):
                waiting.append(path)
        for path in waiting:
            self._match_free(path, self._beside(path, free) or list(free)[:1], free)

    def _match_free(self, path: Path, chosen: list[Path], free: dict[Path, None]) -> bool:
        """Match the one of the `chosen` whose neighbours agree best, and take it; false for none."""
        if not chosen:
            return False
        best = max(chosen, key=lambda each: self._agreement(path, each))
        self._match(path, best)
        del free[best]
        return True

    def _beside(self, path: Path, free: dict[Path, None]) -> list[Path]:
        """The free states that have a neighbour which is matched to the same kind of neighbour of `path`."""
        found: dict[Path, None] = {}
        for kind, each in self._old.neighbours[path]:
            other = self.found.get(each, None if each else ())
            if other is not None:
                found.update(dict.fromkeys(self._new.reached[kind, other]))
        return [each for each in found if each in free]

    def _is_edited(self, path: Path) -> bool:
        """True if the state of that name and scope has a content that is nowhere in the old flow."""
        name = self._old.states[path].name
        for other, state in self._open_new.items():
            if state.name == name and self._in_same_scope(path, other):
                content = self._new.fingerprints[other]
                return all(self._old.fingerprints[each] != content for each in self._open_old)
        return False

    def _in_same_scope(self, path: Path, other: Path) -> bool:
        return self._owner(self._old.states[path], self.found) == self._owner(self._new.states[other], None)

    def _owner(self, state: State, found: dict[Path, Path] | None) -> Path | None:
        owner = state.scope.owner
        if owner is None:
            return ()
        return owner.path if found is None else found.get(owner.path)

    def _agreement(self, path: Path, other: Path) -> int:
        """The number of neighbours of a state that are matched to neighbours of the other one."""
        around = set(self._new.neighbours[other])
        return sum(
            (kind, self.found.get(each, each)) in around
            for kind, each in self._old.neighbours[path]
            if each in self.found or not each
        )

    def _likeness(self, one: State, other: State) -> float:
        around = max(len(self._old.neighbours[one.path]), len(self._new.neighbours[other.path]), 1)
        content = _shared(self._old.fingerprints[one.path], self._new.fingerprints[other.path])
        neighbours = self._agreement(one.path, other.path) / around
        likeness = CONTENT * content + NEIGHBOURS * neighbours
        if likeness + NAME < LEAST_LIKENESS:
            return 0
        return likeness + NAME * SequenceMatcher(None, one.name, other.name).ratio()


def _shared(one: Fingerprint, other: Fingerprint) -> float:
    """The share of values in two contents that are equal; a value that differs in its place counts half."""
    before, after = ({path: value for path, value in each if path != ("Type",)} for each in (one, other))
    places = before.keys() & after.keys()
    equal = sum(before[path] == after[path] for path in places)
    return (equal + len(places)) / max(len(before) + len(after), 1)


def _by_value(open_states: dict[Path, State], values: Mapping[Path, object]) -> dict[object, list[Path]]:
    found: dict[object, list[Path]] = defaultdict(list)
    for path in open_states:
        found[values[path]].append(path)
    return found
