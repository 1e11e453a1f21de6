"""A price comes from the browser, and nobody has said if it may."""

from __future__ import annotations

from rule_cases import Flag, flags, machine, operated, passes, task

READ = machine({"A": task(Parameters={"a.$": "$.order.total"})})
PLAIN = machine({"A": task()})


def given(definition: dict, **fields: dict):
    return operated(definition, {}, input={"fields": fields})


def sent(**more) -> dict:
    return {"type": "number", "sentBy": "browser", **more}


FLAGS = {
    "a total": Flag(
        given(READ, **{"order.total": sent()}), "/States/A/Parameters/a.$", {"name": "order.total"}
    ),
    "in camel case": Flag(given(PLAIN, unitPrice=sent()), "", {"name": "unitPrice"}),
    "in Japanese": Flag(given(PLAIN, 合計金額=sent()), ""),
    "of each item": Flag(given(PLAIN, **{"items[].price": sent(type="string")}), ""),
    "two of them": Flag(given(PLAIN, total=sent(), shipping_fee=sent()), ("", "")),
}

PASSES = {
    "the server sends it": given(PLAIN, total=sent(sentBy="server")),
    "nobody has said who sends it": given(PLAIN, total={"type": "number"}),
    "a number of things": given(PLAIN, total_items=sent(), price_id=sent(type="string"), quantity=sent()),
    "a name that only holds the letters": given(PLAIN, coffee=sent(), totally=sent()),
    "a question": given(PLAIN, discount=sent(type="boolean")),
    "no contract": PLAIN,
}

test_flags = flags("price-from-browser", FLAGS)
test_passes = passes("price-from-browser", PASSES)
