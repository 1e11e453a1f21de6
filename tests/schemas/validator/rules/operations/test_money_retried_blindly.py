"""A step that moves money is retried after errors that leave open if the money has moved."""

from __future__ import annotations

from rule_cases import Flag, alone, flags, machine, map_over, operated, passes, task

TAKES = {"money": "takes"}
KEY = {"money": "takes", "idempotency": {"kind": "key"}}


def retried(*errors: str, **fields) -> dict:
    return task(Retry=[{"ErrorEquals": list(errors), **fields}])


FLAGS = {
    "every error": Flag(
        operated(alone(retried("States.ALL")), {"A": TAKES}), "/States/A/Retry/0", {"error": "States.ALL"}
    ),
    "a timeout among others": Flag(
        operated(alone(retried("Lambda.TooManyRequestsException", "States.Timeout")), {"A": TAKES}),
        "/States/A/Retry/0",
        {"error": "States.Timeout"},
    ),
    "any failure of the task": Flag(
        operated(
            alone(retried("States.TaskFailed", MaxAttempts=1)),
            {"A": {**TAKES, "idempotency": {"kind": "none"}}},
        ),
        "/States/A/Retry/0",
    ),
    "the Map around it": Flag(
        operated(
            machine({"Each": map_over(machine({"A": task()}), Retry=[{"ErrorEquals": ["States.ALL"]}])}),
            {"A": TAKES},
        ),
        "/States/Each/Retry/0",
        {"state": "A"},
    ),
}

PASSES = {
    "with a key": operated(alone(retried("States.ALL")), {"A": KEY}),
    "with a condition": operated(
        alone(retried("States.ALL")), {"A": {"money": "takes", "idempotency": {"kind": "condition"}}}
    ),
    "what is refused beforehand": operated(alone(retried("Lambda.TooManyRequestsException")), {"A": TAKES}),
    "no further attempt": operated(alone(retried("States.ALL", MaxAttempts=0)), {"A": TAKES}),
    "no money": operated(alone(retried("States.ALL")), {"A": {"money": "none"}}),
}

test_flags = flags("money-retried-blindly", FLAGS)
test_passes = passes("money-retried-blindly", PASSES, ["money-without-idempotency"])
