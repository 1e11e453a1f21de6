"""Nobody has said what happens if a step fails."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, in_map, machine, operated, passes, state, task

ANSWERED = {"failures": [{"what": "Refused", "answer": "human", "tell": "Desk"}]}
OPEN = {"failures": [{"what": "Refused", "answer": "human"}, {"what": "Too late"}]}

FLAGS = {
    "a card without failures": Flag(
        operated(machine({"Ship": task()}), {"Ship": {"customer": "A mail"}}), "/States/Ship"
    ),
    "a step without a card beside one that has it": Flag(
        operated(machine({"Ship": task(Next="Mail"), "Mail": task()}), {"Ship": ANSWERED}), "/States/Mail"
    ),
    "one failure is still open": Flag(
        operated(machine({"Ship": task()}), {"Ship": OPEN}), "/States/Ship", {"failure": "Too late"}
    ),
    "in a Map": Flag(
        operated(in_map(machine({"Ship": task()})), {"Each": {"customer": "A list"}}),
        "/States/Each/ItemProcessor/States/Ship",
    ),
}

PASSES = {
    "an answer": operated(machine({"Ship": task()}), {"Ship": ANSWERED}),
    "states that cannot fail": operated(
        machine({"Set": state("Pass", Next="Done"), "Done": DONE}), {"Set": {"customer": "Nothing"}}
    ),
    "no card": machine({"Ship": task()}),
    "an owner alone": operated(machine({"Ship": task()}), {"Ship": {"owner": "Desk"}}),
}

test_flags = flags("failure-unanswered", FLAGS)
test_passes = passes("failure-unanswered", PASSES)
