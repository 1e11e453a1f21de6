"""A caught failure comes to an end of the run, and nobody is told of it."""

from __future__ import annotations

from rule_cases import (
    DONE,
    SDK,
    STATES,
    Flag,
    choice,
    flags,
    in_map,
    machine,
    operated,
    parallel,
    passes,
    state,
    task,
    token_wait,
)

CARD = {"customer": "A mail"}
FAIL = {"Type": "Fail", "Error": "NotShipped", "Cause": "The carrier refused it."}
CAUGHT = {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error"}
TELL = task(
    f"{STATES}sns:publish",
    Parameters={"TopicArn": "${Topic}", "Message": "Late"},
    Next="Lost",
    TimeoutSeconds=9,
)


def ship(target: str, **fields) -> dict:
    return task(Next="Done", Catch=[{**CAUGHT, "Next": target}], **fields)


def shipping(**states) -> dict:
    return machine({"Ship": ship(next(iter(states))), **states, "Done": DONE})


AT = "/States/Ship/Catch/0"
FLAGS = {
    "a Fail": Flag(operated(shipping(Lost=FAIL), {"Ship": CARD}), AT, {"way": "Ship → Lost"}),
    "another end": Flag(operated(shipping(Lost=DONE), {"Ship": CARD}), AT),
    "a note in a table": Flag(
        operated(
            shipping(
                Note=task(
                    f"{STATES}dynamodb:putItem",
                    Parameters={"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
                    Next="Lost",
                ),
                Lost=DONE,
            ),
            {"Ship": CARD},
        ),
        AT,
        {"way": "Ship → Note → Lost"},
    ),
    "a nested workflow": Flag(
        operated(
            shipping(
                Undo=task(
                    f"{STATES}states:startExecution.sync:2",
                    Parameters={"StateMachineArn": "${Undo}"},
                    Next="Lost",
                ),
                Lost=DONE,
            ),
            {"Ship": CARD},
        ),
        AT,
    ),
    "a way around the message": Flag(
        operated(
            shipping(
                Which=choice(
                    {"Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Tell"}, Default="Lost"
                ),
                Tell=TELL,
                Lost=FAIL,
            ),
            {"Ship": CARD},
        ),
        AT,
        {"way": "Ship → Which → Lost"},
    ),
    "an answer for another error": Flag(
        operated(
            machine(
                {
                    "Ship": task(Next="Done", Catch=[{**CAUGHT, "ErrorEquals": ["Refused"], "Next": "Lost"}]),
                    "Lost": FAIL,
                    "Done": DONE,
                }
            ),
            {
                "Ship": {
                    "failures": [{"what": "Late", "errors": ["TooLate"], "answer": "human", "tell": "Desk"}]
                }
            },
        ),
        AT,
    ),
    "in a Map whose failure is caught in silence": Flag(
        operated(
            machine(
                {
                    "Each": {
                        **in_map(machine({"Ship": task()}))["States"]["Each"],
                        "Catch": [{**CAUGHT, "Next": "Lost"}],
                    },
                    "Lost": FAIL,
                }
            ),
            {"Ship": CARD},
        ),
        "/States/Each/Catch/0",
    ),
    "a notification of other ends": Flag(
        operated(
            shipping(Lost=FAIL),
            {"Ship": CARD},
            deployment={"notification": {"enabled": True, "statuses": ["TIMED_OUT"]}},
        ),
        AT,
    ),
    "an end that no notification is sent of": Flag(
        operated(
            shipping(Lost=state("Pass")), {"Ship": CARD}, deployment={"notification": {"enabled": True}}
        ),
        AT,
    ),
}

PASSES = {
    "a message": operated(shipping(Tell=TELL, Lost=FAIL), {"Ship": CARD}),
    "a message by the SDK": operated(
        shipping(
            Tell=task(
                f"{SDK}sesv2:sendEmail",
                Parameters={"Content": {"Simple": {"Subject": {"Data": "x"}, "Body": {}}}},
                Next="Lost",
            ),
            Lost=FAIL,
        ),
        {"Ship": CARD},
    ),
    "a function that notifies, as its card says": operated(
        shipping(Mail=task(Next="Lost"), Lost=FAIL), {"Ship": CARD, "Mail": {"function": "startsOrNotifies"}}
    ),
    "a person": operated(
        shipping(Ask=token_wait(Next="Lost"), Lost=FAIL),
        {"Ship": CARD, "Ask": {"owner": "Desk", "escalation": "Its head"}},
    ),
    "who is told stands on the card": operated(
        shipping(Lost=FAIL),
        {"Ship": {"failures": [{"what": "Refused", "answer": "retry", "tell": "Dispatch"}]}},
    ),
    "the card says that it may be ignored": operated(
        shipping(Lost=DONE), {"Ship": {"failures": [{"what": "No mail", "answer": "ignore"}]}}
    ),
    "failed executions are notified": operated(
        shipping(Lost=FAIL), {"Ship": CARD}, deployment={"notification": {"enabled": True}}
    ),
    "the flow goes on as if nothing had happened": operated(shipping(Done=DONE), {"Ship": CARD}),
    "one of the branches tells": operated(
        shipping(
            Both=parallel(
                machine({"Tell": {**TELL, "Next": "Told"}, "Told": DONE}),
                machine({"Undo": task()}),
                Next="Lost",
            ),
            Lost=FAIL,
        ),
        {"Ship": CARD},
    ),
    "no card": shipping(Lost=FAIL),
}

test_flags = flags("failure-untold", FLAGS)
test_passes = passes("failure-untold", PASSES)
