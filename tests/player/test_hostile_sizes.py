"""Small definitions that ask for gigabytes, or for ever: each stops with an error of the service."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from player import Execution
from player.core.written import shortened
from player.expressions import jsonata

LETTERS = "a" * 100_000
EVERYTHING = {f"x{index}.$": "$" for index in range(10_000)}
NEST = "[" * 100_000
LIMIT = "States.DataLimitExceeded"
MOST_MEGABYTES = 400
AGAIN = {"Variable": "$.x", "IsPresent": True, "Next": "B"}


def machine(state: dict, **others: dict) -> dict:
    return {"StartAt": "A", "States": {"A": {**state, "End": True}, **others}}


def mapped(state: dict, **fields: object) -> dict:
    processor = {"StartAt": "B", "States": {"B": {**state, "End": True}}}
    return machine({"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": processor, **fields})


CALL = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke"}
BOMBS = {
    "copies of the input": (machine({"Type": "Pass", "Parameters": EVERYTHING}), LIMIT),
    "copies that are sent": (machine({**CALL, "Parameters": EVERYTHING}), LIMIT),
    "copies for each item": (mapped({"Type": "Pass"}, ItemSelector=EVERYTHING), LIMIT),
    "copies in variables": (machine({"Type": "Pass", "Assign": EVERYTHING}), LIMIT),
    "copies in a rule": (
        {
            "StartAt": "A",
            "States": {
                "A": {
                    "Type": "Choice",
                    "Choices": [{"Variable": "$.text", "IsString": True, "Assign": EVERYTHING, "Next": "B"}],
                },
                "B": {"Type": "Succeed"},
            },
        },
        LIMIT,
    ),
    "copies for the branches": (
        machine(
            {
                "Type": "Parallel",
                "Parameters": EVERYTHING,
                "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}],
            }
        ),
        LIMIT,
    ),
    "a text of copies": (
        machine(
            {
                "Type": "Pass",
                "Parameters": {"x.$": f"States.Format('{'{}' * 9_000}'{', $.text' * 9_000})"},
            }
        ),
        "States.IntrinsicFailure",
    ),
    "a long range": (
        machine({"Type": "Pass", "Parameters": {"x.$": "States.ArrayRange(1, 1000000000, 1)"}}),
        "States.IntrinsicFailure",
    ),
    "a deep text": (
        machine({"Type": "Pass", "Parameters": {"x.$": "States.StringToJson($.nest)"}}),
        "States.IntrinsicFailure",
    ),
    "all of all of all": (
        machine({"Type": "Pass", "Parameters": {"x.$": "$.deep..*..*..*..*..*"}}),
        "States.Runtime",
    ),
}


def deep(levels: int) -> object:
    return {"a": deep(levels - 1), "b": [1, 2, 3]} if levels else 1


INPUT = {"text": LETTERS, "nest": NEST, "items": [1, 2], "deep": deep(60)}


@pytest.mark.parametrize("name", BOMBS)
def test_what_grows_beyond_all_bounds_fails(name: str) -> None:
    definition, error = BOMBS[name]
    execution = Execution(definition, INPUT).run()
    assert (execution.status, execution.error) == ("FAILED", error)
    assert len(execution.cause or "") < 200_000 + len(NEST)


def test_variables_that_double_at_each_step_reach_their_quota() -> None:
    twice = {"Type": "Pass", "Assign": {"v.$": "States.Array($v, $v)"}, "Next": "B"}
    flow = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"v": "x"}, "Next": "B"}, "B": twice}}
    assert Execution(flow, {}).run().error == LIMIT


def test_all_variables_together_have_a_quota() -> None:
    states = {
        f"S{index}": {"Type": "Pass", "Assign": {f"v{index}.$": "$.text"}, "Next": f"S{index + 1}"}
        for index in range(120)
    }
    flow = {"StartAt": "S0", "States": {**states, "S120": {"Type": "Succeed"}}}
    execution = Execution(flow, INPUT).run()
    assert (execution.error, execution.visited[-1]) == (LIMIT, "S104")


def test_a_payload_has_its_quota_to_the_byte() -> None:
    flow = machine({"Type": "Pass", "ResultPath": None})
    fits = "あ" * ((262_144 - 2) // 3) + "aa"
    assert len(json.dumps(fits, ensure_ascii=False).encode()) == 262_144
    assert Execution(flow, fits).run().status == "SUCCEEDED"
    assert Execution(flow, fits + "a").run().error == LIMIT


@pytest.mark.parametrize(
    ("pattern", "is_found"), [("*a" * 40 + "*b", False), ("*a" * 40 + "*", True), ("a*a\\*", False)]
)
def test_a_pattern_with_many_stars_takes_no_time(pattern: str, is_found: bool) -> None:
    rule = {"Variable": "$.text", "StringMatches": pattern, "Next": "Yes"}
    flow = {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Choice", "Choices": [rule], "Default": "No"},
            "Yes": {"Type": "Succeed"},
            "No": {"Type": "Succeed"},
        },
    }
    assert Execution(flow, INPUT).run().visited == ["A", "Yes" if is_found else "No"]


def test_a_pattern_of_a_filter_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonata, "MOST_SECONDS", 0.5)
    flow = machine({"Type": "Pass", "Parameters": {"x.$": "$.l[?(@ =~ /(a+)+b?/)]"}})
    assert Execution(flow, {"l": ["a" * 40 + "!"]}).run().error == "States.Runtime"
    assert Execution(flow, {"l": ["aaab", "c"]}).run().output == {"x": ["aaab"]}


def test_a_child_that_never_ends_fails_its_map_before_the_others_run() -> None:
    again = {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "B"}}}
    again["ProcessorConfig"] = {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
    flow = machine({"Type": "Map", "ItemProcessor": again})
    execution = Execution(flow, list(range(500))).run()
    assert execution.error == "States.ExceedToleratedFailureThreshold"
    assert execution.map_runs[0].tallies["B"].entered < 30_000


PROGRAM = """
import sys
from designer.command_line.cli import main
code = main(["play", sys.argv[1], "--input", sys.argv[2], "--format", "json"])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak.split()[1], file=sys.stderr)
"""
LOOP = {
    "StartAt": "A",
    "States": {
        "A": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.x", "IsPresent": True, "Next": "B"}],
            "Default": "C",
        },
        "B": {"Type": "Succeed"},
        "C": {"Type": "Pass", "Next": "A"},
    },
}


def test_a_value_is_shown_to_a_person_without_all_of_it_being_written() -> None:
    value: object = {"注文": ["a", 1, None]}
    assert shortened(value, 60) == json.dumps(value, ensure_ascii=False)
    for _ in range(60):
        value = [value, value]
    assert shortened(value, 60) == "[" * 60 + "…"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
@pytest.mark.parametrize(
    ("definition", "input", "error"),
    [
        (BOMBS["copies of the input"][0], INPUT, LIMIT),
        (
            {**machine({"Type": "Pass", "Output": "{% $pad('x', 1e10) %}"}), "QueryLanguage": "JSONata"},
            {},
            "States.QueryEvaluationError",
        ),
        (LOOP, {"text": "a" * 2_000}, "States.Runtime"),
    ],
    ids=["copies", "a long text", "a loop"],
)
def test_a_process_that_plays_it_stays_small(
    tmp_path: Path, definition: dict, input: object, error: str
) -> None:
    (tmp_path / "f.asl.json").write_text(json.dumps(definition))
    (tmp_path / "in.json").write_text(json.dumps(input))
    command = [sys.executable, "-c", PROGRAM, "f.asl.json", "in.json"]
    with (tmp_path / "out.json").open("w") as out:
        ran = subprocess.run(
            command, cwd=tmp_path, stdout=out, stderr=subprocess.PIPE, text=True, timeout=120
        )
    found = json.loads((tmp_path / "out.json").read_text())
    assert (found["status"], found["error"]) == ("FAILED", error)
    assert int(ran.stderr.split()[-1]) < MOST_MEGABYTES * 1024
