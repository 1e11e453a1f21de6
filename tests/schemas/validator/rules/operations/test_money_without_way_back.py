"""Money is taken, and a later step may fail without a way back."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    caught,
    choice,
    flags,
    machine,
    map_over,
    operated,
    parallel,
    passes,
    task,
    token_wait,
)

TAKES = {"money": "takes", "idempotency": {"kind": "key"}}
CARDS = {"Charge": TAKES, "Ask": {"owner": "Desk", "escalation": "Its head"}}
SETTLED = {"failures": [{"what": "The carrier is away", "answer": "human", "tell": "Dispatch"}]}
FAIL = {"Type": "Fail", "Error": "NotShipped", "Cause": "The carrier refused it."}
CHARGE = task(Next="Ship")
ASK = {
    **token_wait(Next="Done"),
    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Ask", "ResultPath": None}],
}


def later(text: str) -> dict[str, str]:
    return {"state": "Charge", "later": text}


AT = "/States/Charge"
FLAGS = {
    "an error that nobody catches": Flag(
        operated(machine({"Charge": CHARGE, "Ship": task()}), CARDS), AT, later("Ship")
    ),
    "some errors are not caught": Flag(
        operated(
            machine(
                {
                    "Charge": CHARGE,
                    "Ship": task(Next="Done", Catch=caught("Ask", "Refused")),
                    "Ask": ASK,
                    "Done": DONE,
                }
            ),
            CARDS,
        ),
        AT,
        later("Ship"),
    ),
    "a catcher that leads to a Fail": Flag(
        operated(machine({"Charge": CHARGE, "Ship": task(Catch=caught("Lost")), "Lost": FAIL}), CARDS),
        AT,
        later("Ship"),
    ),
    "a catcher that leads to an end of its own": Flag(
        operated(
            machine(
                {
                    "Charge": CHARGE,
                    "Ship": task(Next="Done", Catch=caught("Lost")),
                    "Lost": DONE,
                    "Done": DONE,
                }
            ),
            CARDS,
        ),
        AT,
        later("Ship"),
    ),
    "a Fail that is chosen": Flag(
        operated(
            machine(
                {
                    "Charge": task(Next="Which"),
                    "Which": choice({"Variable": "$.a", "IsPresent": True, "Next": "Done"}, Default="Lost"),
                    "Lost": FAIL,
                    "Done": DONE,
                }
            ),
            CARDS,
        ),
        AT,
        later("Lost"),
    ),
    "a step of a Map, and one behind it": Flag(
        operated(
            machine(
                {
                    "Charge": task(Next="Each"),
                    "Each": map_over(machine({"Pack": task()}), Next="Ship"),
                    "Ship": task(),
                }
            ),
            CARDS,
        ),
        AT,
    ),
    "a charge inside of a branch": Flag(
        operated(
            machine(
                {
                    "Both": parallel(machine({"Charge": task()}), machine({"Pack": DONE}), Next="Ship"),
                    "Ship": task(),
                }
            ),
            CARDS,
        ),
        "/States/Both/Branches/0/States/Charge",
        later("Ship"),
    ),
}

PASSES = {
    "a person decides": operated(
        machine({"Charge": CHARGE, "Ship": task(Next="Done", Catch=caught("Ask")), "Ask": ASK, "Done": DONE}),
        CARDS,
    ),
    "the money is given back": operated(
        machine(
            {
                "Charge": CHARGE,
                "Ship": task(Next="Done", Catch=caught("Return")),
                "Return": task(Next="Lost"),
                "Lost": FAIL,
                "Done": DONE,
            }
        ),
        {**CARDS, "Return": {"money": "returns", "idempotency": {"kind": "key"}}},
    ),
    "the container around it catches": operated(
        machine(
            {
                "Charge": task(Next="Each"),
                "Each": map_over(machine({"Pack": task()}), Next="Done", Catch=caught("Ask")),
                "Ask": ASK,
                "Done": DONE,
            }
        ),
        CARDS,
    ),
    "the flow goes on after the failure": operated(
        machine({"Charge": CHARGE, "Ship": task(Next="Done", Catch=caught("Done")), "Done": DONE}), CARDS
    ),
    "the card says who settles it": operated(
        machine({"Charge": CHARGE, "Ship": task()}), {**CARDS, "Ship": SETTLED}
    ),
    "the charge itself fails": operated(machine({"Charge": task(Next="Done"), "Done": DONE}), CARDS),
    "a step before the charge": operated(
        machine({"Look": task(Next="Charge"), "Charge": task(Next="Done"), "Done": DONE}), CARDS
    ),
    "a step that takes nothing": operated(
        machine({"Charge": CHARGE, "Ship": task()}), {"Charge": {"money": "none"}}
    ),
}

test_flags = flags("money-without-way-back", FLAGS)
test_passes = passes("money-without-way-back", PASSES, ["failure-untold"])
