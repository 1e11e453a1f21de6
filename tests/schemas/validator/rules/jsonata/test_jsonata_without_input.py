"""A JSONata expression reads from an input document, which it does not have."""

from __future__ import annotations

from rule_cases import Definition, Flag, alone, choice, flags, in_map, jsonata, machine, passes, state, task


def output(expression: str) -> Definition:
    """A JSONata machine of one Pass with that expression as its Output."""
    return alone(state("Pass", Output=f"{{% {expression} %}}"), QueryLanguage="JSONata")


FLAGS = {
    "a bare name": Flag(output("order.total * 2"), "/States/A/Output", {"field": "Output", "name": "order"}),
    "a quoted name": Flag(output("`order no`.total"), "/States/A/Output", {"name": "order no"}),
    "$ alone": Flag(output("$.order.total"), "/States/A/Output", {"name": "$"}),
    "$$ alone": Flag(output("$$.order.total"), "/States/A/Output", {"name": "$$"}),
    "$$ inside of a path": Flag(
        output("$states.input.items[$$.limit > 1]"), "/States/A/Output", {"name": "$$"}
    ),
    "a wildcard": Flag(output("*.total"), "/States/A/Output"),
    "a word for true that JSONata does not have": Flag(output("True"), "/States/A/Output", {"name": "True"}),
    "an argument": Flag(output("$sum(prices)"), "/States/A/Output", {"name": "prices"}),
    "two names, told once": Flag(output("price * amount"), "/States/A/Output", {"name": "price"}),
    "a value of an object": Flag(output("{'total': order.total}"), "/States/A/Output"),
    "a Condition": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% paid %}", "Next": "Ship"}, Default="Ship"),
                "Ship": state("Pass"),
            }
        ),
        "/States/Paid?/Choices/0/Condition",
        {"field": "Condition"},
    ),
    "a value deep inside Arguments": Flag(
        alone(task(Arguments={"order": [{"total": "{% total %}"}]}), QueryLanguage="JSONata"),
        "/States/A/Arguments/order/0/total",
        {"field": "total"},
    ),
    "a state of a Map": Flag(
        in_map(machine({"Add": state("Pass", QueryLanguage="JSONata", Output="{% price %}")})),
        "/States/Each/ItemProcessor/States/Add/Output",
    ),
}

PASSES = {
    "the state's input": output("$states.input.order.total * 2"),
    "$ in a predicate": output("$states.input.order[$.total > 0].total"),
    "a bare name in a predicate": output("$states.input.items[price > 1]"),
    "a bare name in a step": output("$states.input.items.(price * amount)"),
    "$ in a step": output("$states.input.items.($)"),
    "a bare name in a sort": output("$states.input.items^(>price)"),
    "a bare name in a function's body": output("$map($states.input.items, function($i) { price })"),
    "a bare name in a grouping": output("$states.input.items{name: price}"),
    "a bare name in a transformation": output("$states.input ~> |items|{'total': price}|"),
    "a variable": output("($order := 1; $order)"),
    "a string": output("'order'"),
    "true": output("true"),
    "and, or and in between values": output("true and 1 in [1] or false"),
    "a key of an object": output("{'order': 1}"),
    "a bare name in a JSONPath state": alone(state("Pass", Parameters={"a": "{% order %}"})),
    "plain text": alone(state("Pass", Output="order.total"), QueryLanguage="JSONata"),
    "a substitution": output("${Expression}"),
}

test_flags = flags("jsonata-without-input", FLAGS)
test_passes = passes("jsonata-without-input", PASSES, beside={"jsonata-in-jsonpath", "jsonata-reads-nothing"})
