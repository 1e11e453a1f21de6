"""Texts that are made to be slow to judge, each as long as is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

PASS = {"Type": "Pass", "End": True}


def sized(name: str, size: int) -> str:
    """The text of that name with about `size` characters."""
    make = TEXTS[name]
    each = (len(make(200)) - len(make(100))) / 100
    return make(max(int(size / each), 1))


def machine(states: dict, **fields: object) -> str:
    return json.dumps({"StartAt": next(iter(states)), "States": states, **fields}, ensure_ascii=False)


def one(**fields: object) -> str:
    return machine({"A": {"Type": "Pass", "End": True, **fields}})


def task(resource: str, **fields: object) -> dict:
    return {"Type": "Task", "Resource": resource, "End": True, **fields}


def jsonata(source: str) -> str:
    return machine({"A": {**PASS, "Output": f"{{% {source} %}}"}}, QueryLanguage="JSONata")


def intrinsic(call: str) -> str:
    return one(Parameters={"a.$": call})


def choice(*rules: dict) -> str:
    return machine({"A": {"Type": "Choice", "Choices": list(rules), "Default": "A"}})


def nested(levels: int, states: dict) -> str:
    scope: dict = {"StartAt": "S0", "States": states}
    for _ in range(levels):
        scope = {"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [scope], "End": True}}}
    return json.dumps(scope)


def looping(count: int) -> str:
    states = {}
    for index in range(count):
        rule = {"Variable": f"$v{index * 31 % count}", "IsNull": True, "Next": f"S{index * 7 % count}"}
        way = {"Choices": [rule], "Default": f"S{(index + 1) % count}"}
        states[f"S{index}"] = {"Type": "Choice", "Assign": {f"v{index}": 1}, **way}
    return machine(states)


def catching(count: int) -> str:
    catchers = [{"ErrorEquals": ["E"], "Next": f"S{index * 7 % count}"} for index in range(20)]
    return machine({f"S{index}": task("${F}", Catch=catchers) for index in range(count)})


def maps(count: int, **fields: object) -> str:
    states = {}
    for index in range(count):
        inner = {f"I{index}": {"Type": "Pass", "Assign": {f"v{index}": 1}, "End": True}}
        processor = {"StartAt": f"I{index}", "States": inner}
        way = {"Assign": {f"v{index}": 1}, "Next": f"S{index + 1}"}
        states[f"S{index}"] = {"Type": "Map", "ItemProcessor": processor, **way, **fields}
    return machine(states)


def named(count: int, make: Callable[[int], object]) -> str:
    return machine({f"S{index}": make(index) for index in range(count)})


SDK = "arn:aws:states:::aws-sdk:dynamodb:"
LAMBDA = "arn:aws:states:::lambda:invoke"
IS_NULL = {"Variable": "$.a", "IsNull": True}

TEXTS: dict[str, Callable[[int], str]] = {
    "30 levels of Parallel": lambda n: nested(30, {f"S{i}": PASS for i in range(n)}),
    "states of one field": lambda n: named(n, lambda i: {"Type": "Pass"}),
    "states that are numbers": lambda n: named(n, lambda i: 5),
    "states of unknown types": lambda n: named(n, lambda i: {"Type": "Passs", "End": True}),
    "unknown fields in many states": lambda n: named(n, lambda i: {**PASS, "Rezult": 1}),
    "unknown fields in one state": lambda n: one(**{f"Field{i}": 1 for i in range(n)}),
    "misspelt targets": lambda n: named(n, lambda i: {"Type": "Pass", "Next": f"s {i}"}),
    "misspelt fields": lambda n: named(n, lambda i: {"Type": "Pass", "Nxt": f"S{i}"}),
    "names alike": lambda n: machine({"s" + "_" * (i % 70) + str(i): PASS for i in range(n)}),
    "rules of a Choice": lambda n: choice(*[{**IS_NULL, "Next": "A"}] * n),
    "wrong rules of a Choice": lambda n: choice(*[{"Variable": 5, "IsNull": "x", "Next": "B"}] * n),
    "rules in And": lambda n: choice({"And": [IS_NULL] * n, "Next": "A"}),
    "paths in a payload": lambda n: one(Parameters={f"k{i}.$": "$.a" for i in range(n)}),
    "broken paths in a payload": lambda n: one(Parameters={f"k{i}.$": "$[" for i in range(n)}),
    "substitutions in a payload": lambda n: one(Parameters={f"k{i}.$": "${a}" for i in range(n)}),
    "a path of brackets": lambda n: one(InputPath="$" + "[" * n),
    "a path of steps": lambda n: one(InputPath="$" + ".a[0]" * n),
    "a path of filters": lambda n: one(InputPath="$" + "[?(@.a=='x')]" * n),
    "a path of backslashes": lambda n: one(InputPath="$['" + "\\" * n),
    "a path of names": lambda n: one(InputPath="$[" + "'a' , " * n + "]"),
    "a path to write to": lambda n: one(ResultPath="$" + ".a" * n + "["),
    "calls in calls": lambda n: intrinsic("States.Array(" * n + ")" * n),
    "arguments": lambda n: intrinsic("States.Array(" + "$.a, " * n + "1)"),
    "escapes": lambda n: intrinsic("States.Format('" + "\\\\" * n + ")"),
    "a sum in JSONata": lambda n: jsonata("1+" * n + "1"),
    "brackets in JSONata": lambda n: jsonata("[" * n),
    "comments in JSONata": lambda n: jsonata("/* " * n),
    "quotes in JSONata": lambda n: jsonata("'a" * n),
    "slashes in JSONata": lambda n: jsonata("/[" * n),
    "variables in JSONata": lambda n: jsonata("(" + "$a := 1;" * n + ")"),
    "calls in JSONata": lambda n: jsonata("$f(" * n + ")" * n),
    "retriers": lambda n: machine({"A": task(LAMBDA, Retry=[{"ErrorEquals": ["States.ALL"]}] * n)}),
    "retriers of names": lambda n: machine(
        {"A": task(LAMBDA, Retry=[{"ErrorEquals": [f"E{i % 50}"]} for i in range(n)])}
    ),
    "error names": lambda n: machine(
        {"A": task(LAMBDA, Retry=[{"ErrorEquals": [f"States.E{i}" for i in range(n)]}])}
    ),
    "catchers": catching,
    "variables in circles": looping,
    "variables in Maps": maps,
    "parameters of a call": lambda n: machine(
        {"A": task(SDK + "getItem", Parameters={f"TabelName{i}": 1 for i in range(n)})}
    ),
    "unknown actions": lambda n: named(n, lambda i: task(f"{SDK}getItm{i}")),
    "branches that are empty": lambda n: machine(
        {"A": {"Type": "Parallel", "Branches": [{}] * n, "End": True}}
    ),
    "labels": lambda n: maps(n, Label="a"),
    "states of one name": lambda n: (
        '{"StartAt": "A", "States": {' + '"A": {"Type": "Pass", "End": true},' * n + '"B": 1}}'
    ),
    "a list": lambda n: json.dumps([1] * n),
    "YAML aliases": lambda n: (
        "x: &a {Type: Pass, End: true}\nStates:\n" + "".join(f"  s{i}: *a\n" for i in range(n))
    ),
    "YAML merges": lambda n: (
        "x: &a {Type: Pass}\nStates:\n" + "".join(f"  s{i}: {{<<: *a}}\n" for i in range(n))
    ),
    "YAML lines": lambda n: "States:\n" + "".join(f"  s{i}:\n    Type: Pass\n" for i in range(n)),
    "YAML anchors": lambda n: "".join(f"- &a{i} b\n" for i in range(n)),
    "YAML comments": lambda n: "a: b\n" + "# \n" * n,
    "YAML dashes": lambda n: "- " * n,
    "YAML colons": lambda n: "a" + ": " * n,
    "JSON that does not end": lambda n: '{"a":[' + "1," * n,
    "JSON of brackets": lambda n: '{"a":' * n,
}
