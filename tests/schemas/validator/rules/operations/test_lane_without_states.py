"""A lane names an owner of whom no state is there."""

from __future__ import annotations

from rule_cases import Flag, flags, machine, map_over, operated, passes, task

SHIP = {"owner": "Dispatch", "failures": [{"what": "Refused", "answer": "human", "tell": "Desk"}]}
PLACED = {**SHIP, "position": {"x": 100, "y": 100}}


def lane(owner: str, x: float = 0, y: float = 0) -> dict:
    return {"lanes": {"one": {"owner": owner, "position": {"x": x, "y": y}, "width": 480, "height": 240}}}


ONE = machine({"Ship": task()})
FLAGS = {
    "a lane beside its owner's state": Flag(
        operated(ONE, {"Ship": PLACED}, **lane("Dispatch", x=900)), "", {"owner": "Dispatch"}
    ),
    "a lane of an owner without states, where places are computed": Flag(
        operated(ONE, {"Ship": SHIP}, **lane("Accounting")), "", {"owner": "Accounting"}
    ),
    "a lane above the flow": Flag(operated(ONE, {"Ship": PLACED}, **lane("Desk", y=-400)), ""),
}

PASSES = {
    "a state on it": operated(ONE, {"Ship": PLACED}, **lane("Dispatch")),
    "another owner's state on it": operated(ONE, {"Ship": PLACED}, **lane("Desk")),
    "a state of the owner, where places are computed": operated(ONE, {"Ship": SHIP}, **lane("Dispatch")),
    "a state that nobody owns, where places are computed": operated(
        ONE, {"Ship": {key: value for key, value in SHIP.items() if key != "owner"}}, **lane("Desk")
    ),
    "a large container that may reach into it": operated(
        machine({"Each": map_over(machine({"Ship": task()}))}),
        {"Each": PLACED, "Ship": SHIP},
        **lane("Desk", x=300, y=900),
    ),
    "no card": operated(ONE, {"Ship": {"owner": "Dispatch"}}, **lane("Accounting")),
}

test_flags = flags("lane-without-states", FLAGS)
test_passes = passes("lane-without-states", PASSES)
