"""A flow with decisions, waits and errors that are caught, for what is drawn: other ways for each seed."""

from __future__ import annotations

import json
from itertools import chain
from random import Random

BLOCK = 10
"""How many states a stretch of the flow has; sizes are its multiples."""


def branching(count: int, seed: int) -> str:
    """`count` states in stretches, each with a decision and a way out for what fails, as JSON."""
    random = Random(seed)
    firsts = range(0, count, BLOCK)
    states = dict(chain.from_iterable(_stretch(first, count, random) for first in firsts))
    return json.dumps({"StartAt": name(0), "States": states}, separators=(",", ":"))


def name(index: int) -> str:
    """What the state of that number is called."""
    return f"Step {index:04d}"


def _stretch(first: int, count: int, random: Random) -> list[tuple[str, dict]]:
    names = [name(first + offset) for offset in range(BLOCK)]
    decide, one, other, wait, join, pay, leave, notify, fail = names[1:]
    onward = {"Next": name(first + BLOCK)} if first + BLOCK < count else {"End": True}
    rules = [_rule(random, one), _rule(random, other)]
    states = [
        _task(random, Next=decide, Catch=_caught(notify)),
        {"Type": "Choice", "Choices": rules, "Default": wait},
        _task(random, Next=join),
        _task(random, Next=random.choice((join, pay))),
        {"Type": "Wait", "Seconds": random.randrange(1, 1000), "Next": random.choice((join, pay))},
        {"Type": "Pass", "Next": pay},
        _task(random, Next=leave, Catch=_caught(notify)),
        _task(random, **onward),
        _task(random, Next=fail),
        {"Type": "Fail", "Error": "Stopped", "Cause": "It cannot go on."},
    ]
    return list(zip(names, states, strict=True))


def _task(random: Random, **ways: object) -> dict:
    function = f"arn:aws:lambda:ap-northeast-1:123456789012:function:f{random.randrange(1000)}"
    return {"Type": "Task", "Resource": function, "TimeoutSeconds": 60, **ways}


def _caught(target: str) -> list[dict]:
    return [{"ErrorEquals": ["States.ALL"], "Next": target}]


def _rule(random: Random, target: str) -> dict:
    return {"Variable": "$.total", "NumericGreaterThan": random.randrange(1000), "Next": target}
