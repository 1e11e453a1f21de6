"""Which arrows of a scope lead on, which lead back, and which say nothing new about what comes after what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Arrow = tuple[int, int]


def in_order(count: int, arrows: Iterable[Arrow], start: int | None) -> list[int]:
    """The boxes 0 to `count` - 1 such that all arrows lead on but those that close a circle.

    A circle is seen from `start`, and where an arrow closes one, that given first leads on.
    """
    targets = _targets(count, arrows)
    begun: set[int] = set()
    finished: list[int] = []
    for root in [*([] if start is None else [start]), *range(count)]:
        if root not in begun:
            begun.add(root)
            finished += _finished(root, targets, begun)
    return finished[::-1]


def onward(order: Sequence[int], arrows: Iterable[Arrow]) -> list[Arrow]:
    """The arrows that lead on, each once."""
    place = {box: index for index, box in enumerate(order)}
    return [arrow for arrow in dict.fromkeys(arrows) if place[arrow[0]] < place[arrow[1]]]


def telling(order: Sequence[int], arrows: Iterable[Arrow]) -> list[Arrow]:
    """Those of the arrows, which all lead on, without which something would not come after something else."""
    place = {box: index for index, box in enumerate(order)}
    targets = _targets(len(order), arrows)
    reached = [0] * len(order)
    kept: list[Arrow] = []
    for box in reversed(order):
        for target in sorted(targets[box], key=place.__getitem__):
            if not reached[box] >> target & 1:
                reached[box] |= reached[target] | 1 << target
                kept.append((box, target))
    return kept


def short(order: Sequence[int], arrows: Sequence[Arrow], most: int) -> list[Arrow]:
    """The arrows, which all lead on, without the longest: the others together pass at most `most` levels.

    Whatever an arrow leads to stays below something: no arrow between neighbouring levels is left out.
    """
    targets, level = _targets(len(order), arrows), [0] * len(order)
    for box in order:
        for target in targets[box]:
            level[target] = max(level[target], level[box] + 1)
    passed, kept = 0, []
    for source, target in sorted(arrows, key=lambda arrow: level[arrow[1]] - level[arrow[0]]):
        passed += level[target] - level[source] - 1
        if passed > most:
            break
        kept.append((source, target))
    return kept


def longest(order: Sequence[int], arrows: Iterable[Arrow], start: int) -> list[int]:
    """The longest way from `start` along arrows that all lead on; of several, the one given first."""
    targets = _targets(len(order), arrows)
    length = [1] * len(order)
    following: dict[int, int] = {}
    for box in reversed(order):
        for target in targets[box]:
            if length[target] + 1 > length[box]:
                length[box] = length[target] + 1
                following[box] = target
    return list(_steps(start, following))


def _targets(count: int, arrows: Iterable[Arrow]) -> list[list[int]]:
    targets: list[list[int]] = [[] for _ in range(count)]
    for source, target in arrows:
        targets[source].append(target)
    return targets


def _finished(root: int, targets: list[list[int]], begun: set[int]) -> Iterator[int]:
    """The boxes reached from `root` that were not begun, each after all that it leads on to."""
    trail = [(root, iter(targets[root]))]
    while trail:
        box, onward = trail[-1]
        step = next((step for step in onward if step not in begun), None)
        if step is None:
            trail.pop()
            yield box
        else:
            begun.add(step)
            trail.append((step, iter(targets[step])))


def _steps(start: int, following: dict[int, int]) -> Iterator[int]:
    box: int | None = start
    while box is not None:
        yield box
        box = following.get(box)
