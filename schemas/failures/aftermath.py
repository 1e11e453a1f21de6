"""The way that a run takes after a catcher: states, ends, and those that tell somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from schemas.asl.flow import Flow
from schemas.asl.graph import ends
from schemas.asl.walk import State
from schemas.core.paths import Path


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The states after a catcher, in the order of the text of its scope.

    `certain` are on every way on from it, `possible` on some; all of them are reached without another
    failure. `succeeds` and `fails` are the states where the scope may end, `notices` those among `certain`
    that tell or ask somebody, and `rejoins` is the first state that the run would have come to anyway. `way`
    has the states that are passed because of the failure alone, and the one where they rejoin.
    """

    certain: tuple[Path, ...] = ()
    possible: tuple[Path, ...] = ()
    succeeds: tuple[Path, ...] = ()
    fails: tuple[Path, ...] = ()
    notices: tuple[Path, ...] = ()
    rejoins: Path | None = None
    way: tuple[Path, ...] = ()


class Ways:
    """The ways through one scope that no failure leaves; `tells` is true for a state that tells somebody."""

    def __init__(self, flow: Flow, tells: Callable[[State], bool]) -> None:
        self._flow = flow
        self._tells = tells
        self._successors = {
            name: [
                found
                for step in steps
                if step.kind != "catch" and (found := flow.resolve(step.target)) is not None
            ]
            for name, steps in flow.transitions.items()
        }
        self._always = self._on_every_way()

    def after(self, failed: str, target: str) -> Aftermath:
        """The aftermath of a failure of the state `failed` that a catcher leads to `target`."""
        start = self._flow.resolve(target)
        if start is None:
            return Aftermath()
        reached = self._reached([start])
        always = self._always[start]
        usual = self._reached(self._successors[failed])
        states = self._flow.states
        at_end = [name for name in states if name in reached and ends(states[name])]
        rejoined = next((name for name in self._order(start) if name in usual or name == failed), None)
        return Aftermath(
            certain=self._paths(always),
            possible=self._paths(reached - always),
            succeeds=self._paths(name for name in at_end if states[name].type != "Fail"),
            fails=self._paths(name for name in at_end if states[name].type == "Fail"),
            notices=self._paths(name for name in always if self._tells(states[name])),
            rejoins=states[rejoined].path if rejoined else None,
            way=self._paths((reached - usual - {failed}) | {start, *([rejoined] if rejoined else [])}),
        )

    def _paths(self, names: Iterable[str]) -> tuple[Path, ...]:
        found = set(names)
        return tuple(state.path for name, state in self._flow.states.items() if name in found)

    def _reached(self, starts: list[str]) -> set[str]:
        return set(self._order(*starts))

    def _order(self, *starts: str) -> list[str]:
        """The states reached from `starts`, the nearest first."""
        order = dict.fromkeys(starts)
        waiting = list(order)
        for name in waiting:
            for target in self._successors[name]:
                if target not in order:
                    order[target] = None
                    waiting.append(target)
        return list(order)

    def _on_every_way(self) -> dict[str, set[str]]:
        """The states on every way from each state to an end, itself included."""
        names = list(self._successors)
        bit = {name: 1 << index for index, name in enumerate(names)}
        every = (1 << len(names)) - 1
        found = {name: every if targets else bit[name] for name, targets in self._successors.items()}
        before: dict[str, list[str]] = {name: [] for name in names}
        for name, targets in self._successors.items():
            for target in targets:
                before[target].append(name)
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            always = every if self._successors[name] else 0
            for target in self._successors[name]:
                always &= found[target]
            if always | bit[name] != found[name]:
                found[name] = always | bit[name]
                waiting.extend(before[name])
        return {name: {each for each in names if bits & bit[each]} for name, bits in found.items()}
