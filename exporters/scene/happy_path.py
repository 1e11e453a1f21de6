"""The way through a scope that a run takes when all goes well."""

from __future__ import annotations

from collections.abc import Sequence


def happy_path(count: int, arrows: Sequence[tuple[int, int]], start: int | None) -> list[int]:
    """The longest way from `start` along `arrows`, which lead between boxes numbered below `count`.

    Arrows that lead back are not followed. Of ways of one length the first arrow's is taken.
    """
    if start is None:
        return []
    targets: list[list[int]] = [[] for _ in range(count)]
    for source, target in arrows:
        targets[source].append(target)
    following = _longest(targets, start)
    path = [start]
    while (step := following[path[-1]]) is not None:
        path.append(step)
    return path


def _longest(targets: list[list[int]], start: int) -> dict[int, int | None]:
    """For each box that can be reached: the next one of the longest way on."""
    length: dict[int, int] = {}
    following: dict[int, int | None] = {}
    open_boxes: dict[int, int] = {start: 0}
    while open_boxes:
        box, place = open_boxes.popitem()
        if place < len(targets[box]):
            open_boxes[box] = place + 1
            step = targets[box][place]
            if step not in open_boxes and step not in length:
                open_boxes[step] = 0
            continue
        onward = [step for step in targets[box] if step in length]
        best = max(onward, key=lambda step: length[step], default=None)
        following[box] = best
        length[box] = 1 + (length[best] if best is not None else 0)
    return following
