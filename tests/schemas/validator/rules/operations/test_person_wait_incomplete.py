"""A step waits for an answer, and its owner, deadline or escalation is missing."""

from __future__ import annotations

from rule_cases import DONE, STATES, Flag, flags, in_map, machine, operated, passes, task, token_wait

COMPLETE = {"owner": "Order desk", "deadline": 86400, "escalation": "The head of the desk"}
TIMEOUT = {"ErrorEquals": ["States.Timeout"], "ResultPath": None}
TELL = task(
    f"{STATES}sns:publish",
    Parameters={"TopicArn": "${Topic}", "Message": "Late"},
    Next="Done",
    TimeoutSeconds=9,
)
ACTIVITY = task("arn:aws:states:us-east-1:111111111111:activity:ask")


def without(*fields: str) -> dict:
    return {name: value for name, value in COMPLETE.items() if name not in fields}


FLAGS = {
    "no owner": Flag(
        operated(machine({"Ask": token_wait()}), {"Ask": without("owner")}), "/States/Ask", {"owner": ""}
    ),
    "no deadline": Flag(
        operated(machine({"Ask": ACTIVITY}), {"Ask": without("deadline")}), "/States/Ask", {"deadline": ""}
    ),
    "no escalation": Flag(
        operated(machine({"Ask": token_wait()}), {"Ask": without("escalation")}),
        "/States/Ask",
        {"escalation": ""},
    ),
    "nothing of it": Flag(
        operated(machine({"Ask": ACTIVITY}), {"Ask": {"customer": "A mail"}}),
        "/States/Ask",
        {"owner": "", "deadline": "", "escalation": ""},
    ),
    "a timeout that ends in silence": Flag(
        operated(
            machine({"Ask": token_wait(Next="Done", Catch=[{**TIMEOUT, "Next": "Done"}]), "Done": DONE}),
            {"Ask": without("escalation")},
        ),
        "/States/Ask",
        {"escalation": ""},
    ),
    "a catcher of another error": Flag(
        operated(
            machine(
                {
                    "Ask": token_wait(
                        Next="Done", Catch=[{**TIMEOUT, "ErrorEquals": ["Refused"], "Next": "Tell"}]
                    ),
                    "Tell": TELL,
                    "Done": DONE,
                }
            ),
            {"Ask": without("escalation")},
        ),
        "/States/Ask",
    ),
    "in a Map, where another state has the card": Flag(
        operated(in_map(machine({"Ask": token_wait()})), {"Each": {"customer": "A mail"}}),
        "/States/Each/ItemProcessor/States/Ask",
    ),
}

PASSES = {
    "all of it": operated(machine({"Ask": token_wait()}), {"Ask": COMPLETE}),
    "a timeout that tells somebody": operated(
        machine(
            {
                "Ask": token_wait(Next="Done", Catch=[{**TIMEOUT, "Next": "Tell"}]),
                "Tell": TELL,
                "Done": DONE,
            }
        ),
        {"Ask": without("escalation")},
    ),
    "a heartbeat": operated(
        machine({"Ask": {**ACTIVITY, "HeartbeatSeconds": 60}}), {"Ask": without("deadline")}
    ),
    "another system's answer": operated(
        machine({"Ask": token_wait()}),
        {"Ask": {"card": "bank", "customer": "A mail"}},
        sketch={
            "cards": {"bank": {"kind": "external", "text": "Bank", "position": {"x": 0, "y": 0}}},
            "arrows": {},
        },
    ),
    "a step that waits for no answer": operated(machine({"Ask": task()}), {"Ask": {"customer": "A mail"}}),
    "no card": machine({"Ask": token_wait()}),
}

test_flags = flags("person-wait-incomplete", FLAGS)
test_passes = passes("person-wait-incomplete", PASSES, ["deadline-differs"])
