"""A lane names an owner of whom no state is there.

Why: a lane says who is responsible for the steps that stand on it. One with nothing on it was forgotten
when the flow was moved, or its owner has a task that the workflow does not show yet.

Bad example:

    {"StartAt": "Ship", "States": {"Ship": {"Type": "Task", "Resource": "${Ship}", "End": true}}}

Its sidecar:

    {"version": 1,
     "states": {"ship": {"name": "Ship", "owner": "Dispatch", "position": {"x": 100, "y": 100},
       "operations": {"customer": "A mail with the date"}}},
     "lanes": {"books": {"owner": "Accounting", "position": {"x": 900, "y": 0}, "width": 480, "height": 240}}}

Good example:

    {"StartAt": "Ship", "States": {"Ship": {"Type": "Task", "Resource": "${Ship}", "End": true}}}

Its sidecar:

    {"version": 1,
     "states": {"ship": {"name": "Ship", "owner": "Dispatch", "position": {"x": 100, "y": 100},
       "operations": {"customer": "A mail with the date"}}},
     "lanes": {"ship": {"owner": "Dispatch", "position": {"x": 0, "y": 0}, "width": 480, "height": 240}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import CONTAINERS
from schemas.sidecar.annotations import Lane, read_annotations
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine

_STATE_SIZE = (240, 120)
"""The size in pixels that a state's box has at most."""


@rule("hint", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every lane behind no state, or, where states have no places of their own, whose owner has none."""
    lanes = read_annotations(operated.design).lanes.values()
    for lane in lanes:
        if _is_empty(operated, lane):
            yield Finding((), {"owner": lane.owner or "…"})


def _is_empty(operated: OperatedMachine, lane: Lane) -> bool:
    outer = operated.machine.flows[0].states.values() if operated.machine.flows else ()
    entries = [operated.entry(state) for state in outer]
    if all(entry.position is not None for entry in entries):
        return not any(_stands_on(operated, state.name, lane) for state in outer)
    owners = [operated.entry(state).owner for state in operated.machine.states]
    return bool(lane.owner) and all(owners) and lane.owner not in owners


def _stands_on(operated: OperatedMachine, name: str, lane: Lane) -> bool:
    """True if the box of the outermost state `name` may reach into the lane; a container may be any size."""
    state = operated.machine.flows[0].states[name]
    place = operated.entry(state).position
    if place is None:
        return True
    width, height = (float("inf"),) * 2 if state.type in CONTAINERS else _STATE_SIZE
    across = place.x < lane.position.x + lane.width and place.x + width > lane.position.x
    down = place.y < lane.position.y + lane.height and place.y + height > lane.position.y
    return across and down
