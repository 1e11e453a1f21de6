"""The deadline on a step's card is not the timeout of its state."""

from __future__ import annotations

from rule_cases import Flag, flags, machine, operated, passes, task, token_wait

CARD = {"owner": "Order desk", "deadline": 86400, "escalation": "The head of the desk"}
HOUR = token_wait(TimeoutSeconds=3600)
UNBOUNDED = {name: value for name, value in token_wait().items() if name != "TimeoutSeconds"}
DAY = machine({"Ask": {**UNBOUNDED, "TimeoutSeconds": 86400}})

FLAGS = {
    "a shorter timeout": Flag(
        operated(machine({"Ask": HOUR}), {"Ask": CARD}),
        "/States/Ask/TimeoutSeconds",
        {"deadline": "24 h", "deadline_ja": "24時間", "timeout": "1 h", "timeout_ja": "1時間"},
        unsafe_fix=machine({"Ask": token_wait()}),
    ),
    "no timeout": Flag(
        operated(machine({"Ask": UNBOUNDED}), {"Ask": CARD}), "/States/Ask", {"none": ""}, unsafe_fix=DAY
    ),
    "a step that waits for nobody": Flag(
        operated(machine({"Ship": task(TimeoutSeconds=90)}), {"Ship": {"deadline": 60}}),
        "/States/Ship/TimeoutSeconds",
        {"deadline": "1 min", "deadline_ja": "1分", "timeout": "90 s", "timeout_ja": "90秒"},
        unsafe_fix=machine({"Ship": task(TimeoutSeconds=60)}),
    ),
}

PASSES = {
    "the same": operated(machine({"Ask": token_wait()}), {"Ask": CARD}),
    "a timeout that the run computes": operated(
        machine({"Ask": {**UNBOUNDED, "TimeoutSecondsPath": "$.limit"}}), {"Ask": CARD}
    ),
    "a timeout that the deployment puts in": operated(
        machine({"Ask": token_wait(TimeoutSeconds="${Limit}")}), {"Ask": CARD}
    ),
    "a deadline of a step without timeout": operated(machine({"Ship": task()}), {"Ship": {"deadline": 60}}),
    "no deadline": operated(machine({"Ask": HOUR}), {"Ask": {**CARD, "deadline": 3600}}),
}

test_flags = flags("deadline-differs", FLAGS)
test_passes = passes("deadline-differs", PASSES, ["quoted-placeholder"])
