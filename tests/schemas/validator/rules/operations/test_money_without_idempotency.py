"""A step moves money, and nothing keeps it from doing so twice."""

from __future__ import annotations

from rule_cases import DONE, Flag, alone, flags, in_map, machine, operated, passes, task, token_wait

FLAGS = {
    "unanswered": Flag(operated(alone(task()), {"A": {"money": "takes"}}), "/States/A", {"unanswered": ""}),
    "answered by none": Flag(
        operated(alone(task()), {"A": {"money": "takes", "idempotency": {"kind": "none"}}}),
        "/States/A",
        {"none": ""},
    ),
    "money that is given back": Flag(
        operated(
            machine({"Ask": token_wait(Next="A"), "A": task()}),
            {
                "A": {"money": "losesFee"},
                "Ask": {"owner": "Desk", "escalation": "Its head"},
            },
        ),
        "/States/A",
    ),
    "in a Map": Flag(
        operated(in_map(machine({"A": task()})), {"A": {"money": "returns"}}),
        "/States/Each/ItemProcessor/States/A",
    ),
}

PASSES = {
    "a key": operated(alone(task()), {"A": {"money": "takes", "idempotency": {"kind": "key"}}}),
    "a condition": operated(alone(task()), {"A": {"money": "takes", "idempotency": {"kind": "condition"}}}),
    "no money": operated(alone(task()), {"A": {"money": "none"}}),
    "a name alone": operated(machine({"Charge": task()}), {"Charge": {"customer": "A mail"}}),
    "a state that calls nothing": operated(machine({"A": DONE}), {"A": {"money": "takes"}}),
}

test_flags = flags("money-without-idempotency", FLAGS)
test_passes = passes("money-without-idempotency", PASSES)
