"""Definitions to measure with: like real ones in size and kind, and another for each seed."""

from __future__ import annotations

import json
from random import Random


def small(count: int, seed: int) -> str:
    """A line of `count` Pass, Task, Wait and Choice states with little in them, as JSON."""
    random = Random(seed)
    makers = (_pass, _task, _wait, _choice)
    names = [f"Step{index:05d}" for index in range(count)]
    ways = [{"Next": name} for name in names[1:]]
    states = [makers[index % 4](random, way) for index, way in enumerate(ways)]
    return _text(names, [*states, _pass(random, {"End": True})])


def tasks(count: int, seed: int) -> str:
    """A line of `count` calls of Lambda functions, each with a timeout and a retrier, as JSON."""
    random = Random(seed)
    names = [f"Step{index:05d}" for index in range(count)]
    ways = [*({"Next": name} for name in names[1:]), {"End": True}]
    retrier = {
        "ErrorEquals": ["Lambda.ServiceException", "Lambda.SdkClientException"],
        "IntervalSeconds": 2,
        "MaxAttempts": 3,
        "BackoffRate": 2,
    }
    extras = {"TimeoutSeconds": 60, "Retry": [retrier]}
    return _text(names, [{**_task(random, way), **extras} for way in ways])


def _text(names: list[str], states: list[dict]) -> str:
    definition = {"StartAt": names[0], "States": dict(zip(names, states, strict=True))}
    return json.dumps(definition, separators=(",", ":"))


def _pass(random: Random, way: dict) -> dict:
    return {"Type": "Pass", "Result": random.randrange(1000), **way}


def _task(random: Random, way: dict) -> dict:
    function = f"arn:aws:lambda:ap-northeast-1:123456789012:function:f{random.randrange(1000)}"
    return {"Type": "Task", "Resource": function, **way}


def _wait(random: Random, way: dict) -> dict:
    return {"Type": "Wait", "Seconds": random.randrange(1, 1000), **way}


def _choice(random: Random, way: dict) -> dict:
    rule = {"Variable": "$.total", "NumericGreaterThan": random.randrange(1000), **way}
    return {"Type": "Choice", "Choices": [rule], "Default": way["Next"]}
