"""A variable is read where it may have no value."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Flag,
    alone,
    choice,
    flags,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)

MEMBER = {"Condition": "{% $states.input.member %}", "Next": "Total"}
TOTAL = state("Pass", Output="{% $states.input.price - $discount %}")
RESCUE = {"ErrorEquals": ["States.ALL"], "Next": "Refund"}


def member(rule: Definition, **fields: Any) -> Definition:
    """A machine that computes the total for a member, by that choice rule, and for others."""
    return jsonata({"Member?": choice({**MEMBER, **rule}, Default="Total", **fields), "Total": TOTAL})


def paying(catcher: Definition, **fields: Any) -> Definition:
    """A machine that refunds by $id where a payment fails."""
    return jsonata(
        {
            "Pay": task(Next="Done", Catch=[{**RESCUE, **catcher}], **fields),
            "Refund": state("Pass", Output="{% $id %}"),
            "Done": DONE,
        }
    )


def after(reader: Definition, **variables: Any) -> Definition:
    """A JSONata machine with a reader, B, behind a state that assigns the variables."""
    return jsonata({"A": state("Pass", Assign=variables or {"id": 1}, Next="B"), "B": reader})


READS_ID = machine({"Inner": state("Pass", Output="{% $id %}")})

FLAGS = {
    "one choice rule that does not assign": Flag(
        member({"Assign": {"discount": 100}}),
        "/States/Total/Output",
        {"name": "discount", "sometimes": "discount"},
    ),
    "a Default that does not assign": Flag(
        member({}, Assign={"discount": 0}), "/States/Total/Output", {"sometimes": "discount"}
    ),
    "no state assigns it": Flag(
        jsonata({"A": state("Pass", Output="{% $total %}")}),
        "/States/A/Output",
        {"name": "total", "never": "total"},
    ),
    "a misspelt name": Flag(
        after(state("Pass", Output="{% $totle %}"), totals=1, total=1), "/States/B/Output", {"never": "totle"}
    ),
    "a name in another case": Flag(
        after(state("Pass", Output="{% $orderid %}"), orderId=1), "/States/B/Output", {"nearest": "orderId"}
    ),
    "the state that assigns it itself": Flag(
        alone(state("Pass", Assign={"id": 1}, Output="{% $id %}"), QueryLanguage="JSONata"),
        "/States/A/Output",
        {"never": "id"},
    ),
    "a state that assigns it only afterwards": Flag(
        jsonata({"A": state("Pass", Output="{% $id %}", Next="B"), "B": state("Pass", Assign={"id": 1})}),
        "/States/A/Output",
        {"never": "id"},
    ),
    "a catcher, for the state's own Assign is not carried out": Flag(
        paying({}, Assign={"id": 1}), "/States/Refund/Output", {"never": "id"}
    ),
    "the states inside of a distributed Map": Flag(
        after(map_over({**READS_ID, "ProcessorConfig": DISTRIBUTED})),
        "/States/B/ItemProcessor/States/Inner/Output",
        {"name": "id", "outer": "id"},
    ),
    "the state after a Map whose states assign it": Flag(
        jsonata(
            {
                "Each": map_over(machine({"Inner": state("Pass", Assign={"id": 1})}), Next="B"),
                "B": state("Pass", Output="{% $id %}"),
            }
        ),
        "/States/B/Output",
        {"never": "id"},
    ),
    "the other branch of a Parallel": Flag(
        jsonata(
            {"Both": parallel(machine({"Set": state("Pass", Assign={"id": 1})}), READS_ID)},
        ),
        "/States/Both/Branches/1/States/Inner/Output",
        {"never": "id"},
    ),
    "a variable's path in JSONPath": Flag(
        alone(state("Pass", Parameters={"id.$": "$order.id"})),
        "/States/A/Parameters/id.$",
        {"never": "order"},
    ),
    "a variable in a call in JSONPath": Flag(
        alone(state("Pass", Parameters={"id.$": "States.Format('{}', $order.id)"})),
        "/States/A/Parameters/id.$",
        {"never": "order"},
    ),
    "the Variable of a choice rule": Flag(
        machine(
            {
                "Paid?": choice({"Variable": "$paid", "IsNull": True, "Next": "Done"}, Default="Done"),
                "Done": DONE,
            }
        ),
        "/States/Paid?/Choices/0/Variable",
        {"never": "paid"},
    ),
    "two texts": Flag(
        jsonata({"A": state("Pass", Output={"a": "{% $id %}", "b": "{% $id + $id %}"})}),
        ("/States/A/Output/a", "/States/A/Output/b"),
    ),
    "more texts than are worth a finding each": Flag(
        jsonata({"A": state("Pass", Output=["{% $id %}"] * 21)}),
        tuple(f"/States/A/Output/{index}" for index in range(20)),
    ),
}

PASSES = {
    "a choice rule and a Default that assign": member({"Assign": {"discount": 100}}, Assign={"discount": 0}),
    "the state after the one that assigns": after(state("Pass", Output="{% $id %}")),
    "a catcher that assigns": paying({"Assign": {"id": 1}}),
    "$exists, which asks for it": after(state("Pass", Output="{% $exists($discount) ? $discount : 0 %}")),
    "the states inside of an inline Map": after(map_over(READS_ID)),
    "the states inside of a Parallel": after(parallel(READS_ID)),
    "a Map's own fields, though it is distributed": after(
        map_over(machine({"Inner": DONE}, ProcessorConfig=DISTRIBUTED), ItemSelector={"id": "{% $id %}"})
    ),
    "a loop in which a state before assigns it": jsonata(
        {
            "Set": state("Pass", Assign={"count": 0}, Next="Add"),
            "Add": state("Pass", Assign={"count": "{% $count + 1 %}"}, Next="Enough?"),
            "Enough?": choice({"Condition": "{% $count > 3 %}", "Next": "Done"}, Default="Add"),
            "Done": DONE,
        }
    ),
    "a variable of the expression itself": jsonata({"A": state("Pass", Output="{% ($id := 1; $id) %}")}),
    "a parameter of a function": jsonata({"A": state("Pass", Output="{% $map([1], function($i) { $i }) %}")}),
    "a function that is passed on": jsonata({"A": state("Pass", Output="{% $map(['a'], $uppercase) %}")}),
    "$states": jsonata({"A": state("Pass", Output="{% $states %}")}),
    "a computed assignment of JSONPath": machine(
        {
            "A": state("Pass", Assign={"id.$": "$.id"}, Next="B"),
            "B": state("Pass", Parameters={"id.$": "$id"}),
        }
    ),
    "a substitution for what is assigned": jsonata(
        {
            "A": state("Pass", Assign={"${Name}": 1}, Next="B"),
            "B": state("Pass", Output="{% $id %}"),
        }
    ),
    "a substitution for the way on": jsonata(
        {"A": state("Pass", Next="${Next}"), "B": state("Pass", Output="{% $id %}")}
    ),
}

LEAVES = {
    "a state that no run comes to": (
        "unreachable-state",
        machine({"A": DONE, "B": state("Pass", QueryLanguage="JSONata", Output="{% $id %}")}),
    ),
}

test_flags = flags("variable-not-set", FLAGS)
test_passes = passes("variable-not-set", PASSES)
test_leaves = leaves("variable-not-set", LEAVES)
