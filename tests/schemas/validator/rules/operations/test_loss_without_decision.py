"""A machine reaches a step that loses money, and no person has decided it."""

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

LOSING = {"money": "losesFee", "idempotency": {"kind": "key"}}
CARDS = {"Refund": LOSING, "Ask": {"owner": "Order desk"}}
REFUND = task(Next="Done")


def way(text: str) -> dict[str, str]:
    return {"state": "Refund", "way": text}


ASK = token_wait(Next="Refund")
SHIP = task(Next="Done", Catch=caught("Refund"))
RULE = {"Variable": "$.answer", "StringEquals": "REFUND", "Next": "Refund"}

FLAGS = {
    "a catcher": Flag(
        operated(machine({"Ship": SHIP, "Refund": REFUND, "Done": DONE}), CARDS),
        "/States/Refund",
        way("Ship →[States.ALL] Refund"),
    ),
    "the start": Flag(operated(machine({"Refund": task()}), CARDS), "/States/Refund", way("Refund")),
    "a timeout of the person's wait": Flag(
        operated(
            machine({"Ask": token_wait(Next="Done", Catch=caught("Refund")), "Refund": REFUND, "Done": DONE}),
            CARDS,
        ),
        "/States/Refund",
        way("Ask →[States.ALL] Refund"),
    ),
    "a choice around the person": Flag(
        operated(
            machine({"Which": choice(RULE, Default="Ask"), "Ask": ASK, "Refund": REFUND, "Done": DONE}), CARDS
        ),
        "/States/Refund",
        way("Which → Refund"),
    ),
    "a wait of nobody": Flag(
        operated(machine({"Callback": token_wait(Next="Refund"), "Refund": task()}), {"Refund": LOSING}),
        "/States/Refund",
        way("Callback → Refund"),
    ),
    "the other branch of the person's": Flag(
        operated(
            machine({"Both": parallel(machine({"Ask": token_wait()}), machine({"Refund": task()}))}), CARDS
        ),
        "/States/Both/Branches/1/States/Refund",
        way("Both → Refund"),
    ),
    "a failure beside the person's branch": Flag(
        operated(
            machine(
                {
                    "Both": parallel(
                        machine({"Ask": token_wait()}), machine({"Ship": task()}), Catch=caught("Refund")
                    ),
                    "Refund": task(),
                }
            ),
            CARDS,
        ),
        "/States/Refund",
        way("Both →[States.ALL] Refund"),
    ),
    "a Fail in a branch that is caught": Flag(
        operated(
            machine(
                {
                    "Both": parallel(
                        machine({"Stop": {"Type": "Fail", "Error": "Sold out"}}),
                        Catch=caught("Refund", "Sold out"),
                    ),
                    "Refund": task(),
                }
            ),
            CARDS,
        ),
        "/States/Refund",
    ),
    "each item of a Map": Flag(
        operated(machine({"Each": map_over(machine({"Refund": task()}))}), CARDS),
        "/States/Each/ItemProcessor/States/Refund",
        way("Each → Refund"),
    ),
    "a second round without a key": Flag(
        operated(
            machine(
                {"Ask": ASK, "Refund": task(Next="More"), "More": choice(RULE, Default="Done"), "Done": DONE}
            ),
            {**CARDS, "Refund": {"money": "losesFee"}},
        ),
        "/States/Refund",
        way("Refund → More → Refund"),
    ),
}

PASSES = {
    "a person's answer": operated(machine({"Ask": ASK, "Refund": task()}), CARDS),
    "a choice after the answer": operated(
        machine(
            {
                "Ask": token_wait(Next="Answer"),
                "Answer": choice(RULE, Default="Done"),
                "Refund": REFUND,
                "Done": DONE,
            }
        ),
        CARDS,
    ),
    "a person in one of the branches before it": operated(
        machine(
            {
                "Both": parallel(machine({"Ask": token_wait()}), machine({"Ship": task()}), Next="Refund"),
                "Refund": task(),
            }
        ),
        CARDS,
    ),
    "a person who is asked for each item": operated(
        machine({"Each": map_over(machine({"Ask": token_wait()}), Next="Refund"), "Refund": task()}), CARDS
    ),
    "an activity": operated(
        machine(
            {
                "Ask": task(
                    "arn:aws:states:us-east-1:111111111111:activity:ask", Next="Refund", TimeoutSeconds=60
                ),
                "Refund": task(),
            }
        ),
        CARDS,
    ),
    "a second round with a key": operated(
        machine(
            {"Ask": ASK, "Refund": task(Next="More"), "More": choice(RULE, Default="Done"), "Done": DONE}
        ),
        CARDS,
    ),
    "money that is given back without a loss": operated(
        machine({"Ship": SHIP, "Refund": REFUND, "Done": DONE}), {"Refund": {"money": "returns"}}
    ),
    "a name alone": operated(machine({"Refund": task()}), {"Refund": {"customer": "A mail"}}),
    "no card": machine({"Refund": task()}),
}

OTHERS = ("failure-untold", "money-without-idempotency", "person-wait-incomplete")

test_flags = flags("loss-without-decision", FLAGS)
test_passes = passes("loss-without-decision", PASSES, OTHERS)
