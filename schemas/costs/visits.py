"""The visits of the states of one scope in a run of it, from the shares of its edges: linear equations.

A state is visited as often as the scope starts with it, and as the states that lead to it, each by its share,
are visited. Loops are equations like all others; one that nothing leaves has no solution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Shares = Mapping[str, Mapping[str, float]]
"""The share of runs that go on from each state to others, by name."""

_SMALLEST = 1e-9
"""The least share that leaves a loop; below it the loop has no end."""


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits of each state by its name, and the states in loops that a run never leaves."""

    counts: dict[str, float]
    endless: frozenset[str]


def visits(starts: Mapping[str, float], shares: Shares) -> Visits:
    """Solve the equations for the states that are keys of `shares`; `starts` has the runs that begin in each.

    States are eliminated in the order in which a run comes to them, so that a scope without loops is solved
    in one pass, however large.
    """
    order = _order(starts, shares)
    inflow = {name: starts.get(name, 0.0) for name in order}
    into: dict[str, dict[str, float]] = {name: {} for name in order}
    for name in order:
        for target, share in shares[name].items():
            if target in into and share > 0:
                into[target][name] = into[target].get(name, 0.0) + share
    waiting = _used_by(into)
    stuck: set[str] = set()
    for name in order:
        _eliminate(name, inflow, into, waiting, stuck)
    counts = dict.fromkeys(shares, 0.0)
    for name in reversed(order):
        counts[name] = inflow[name] + sum(share * counts[source] for source, share in into[name].items())
    return Visits(counts, frozenset(name for name in stuck if counts[name] > 0))


def _used_by(into: Mapping[str, Mapping[str, float]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in into}
    for target, sources in into.items():
        for source in sources:
            found[source].add(target)
    return found


def _eliminate(
    name: str,
    inflow: dict[str, float],
    into: dict[str, dict[str, float]],
    waiting: dict[str, set[str]],
    stuck: set[str],
) -> None:
    """Solve the equation of `name` for its visits and put them into the equations that are still waiting."""
    own = into[name]
    left = 1.0 - own.pop(name, 0.0)
    waiting[name].discard(name)
    if left < _SMALLEST:
        stuck.add(name)
        left = 1.0
    inflow[name] /= left
    for source in own:
        own[source] /= left
    for target in waiting.pop(name):
        equation = into[target]
        factor = equation.pop(name)
        inflow[target] += factor * inflow[name]
        for source, share in own.items():
            equation[source] = equation.get(source, 0.0) + factor * share
            if source in waiting:
                waiting[source].add(target)


def _order(starts: Mapping[str, float], shares: Shares) -> list[str]:
    """The states that a run may come to, each before those that it leads to, but for loops."""
    finished: list[str] = []
    seen: set[str] = set()
    for start in starts:
        if start in seen or start not in shares:
            continue
        seen.add(start)
        open_states = [(start, iter(shares[start]))]
        while open_states:
            name, targets = open_states[-1]
            following = next((each for each in targets if each in shares and each not in seen), None)
            if following is None:
                finished.append(name)
                open_states.pop()
            else:
                seen.add(following)
                open_states.append((following, iter(shares[following])))
    return finished[::-1]
