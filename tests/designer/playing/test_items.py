"""The states inside a distributed Map in a run: counted on the canvas, and looked at item by item."""

import json

import pytest

from designer.components.canvas.run_overlay import run_overlay
from designer.components.canvas.run_words import RunWords
from designer.playing import items
from designer.playing.play import Beginning, Play
from schemas.failures.failures import Failures
from schemas.sidecar.design import Design
from schemas.sidecar.identity import identify

CALL = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}}
DEFINITION = {
    "StartAt": "Each",
    "States": {
        "Each": {
            "Type": "Map",
            "ToleratedFailureCount": 1,
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Check",
                "States": {
                    "Check": {
                        "Type": "Choice",
                        "Choices": [{"Variable": "$", "NumericGreaterThan": 2, "Next": "Refuse"}],
                        "Default": "Wait",
                    },
                    "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Ship"},
                    "Ship": {**CALL, "End": True},
                    "Refuse": {"Type": "Fail", "Error": "TooMuch", "Cause": "for us"},
                },
            },
            "Next": "Done",
        },
        "Done": {"Type": "Succeed"},
    },
}


@pytest.fixture
def run():
    mocks = {"Ship": {"result": {"sent": True}}}
    return Play(json.dumps(DEFINITION), DEFINITION, Beginning([1, 2, 3], mocks), "STANDARD")


def marks(run):
    identity = identify(DEFINITION, Design.empty())
    words = RunWords(run, Failures(DEFINITION, Design.empty(), "STANDARD"), "en", "engineering")
    overlay = run_overlay(run, words, DEFINITION, identity)
    names = {uid: state.name for uid, state in identity.states.items()}
    return {names[uid]: (mark.status, mark.words) for uid, mark in overlay.states.items()}, overlay


def test_the_canvas_counts_the_children(run):
    run.play()
    found, overlay = marks(run)
    assert run.status == "SUCCEEDED"
    assert found["Check"] == ("succeeded", "3/3")
    assert found["Ship"] == ("succeeded", "2/2")
    assert found["Refuse"] == ("failed", "0/1 · 1 failed")
    assert len(overlay.edges) == 6, "two starts, three edges inside, and the one behind the Map"


def test_nothing_inside_is_marked_before_the_map_began(run):
    run.step_in()
    assert set(marks(run)[0]) == {"Each"}
    run.step_in()
    assert run.current.name == "Done"
    run.step_back()
    assert set(marks(run)[0]) == {"Each"}


def test_an_item_is_a_run_of_its_own(run):
    run.play()
    refused, *others = items.items(run, "Check")
    assert (refused.index, refused.has_failed, [item.index for item in others]) == (2, True, [0, 1])
    assert refused.run.status == "FAILED"
    (check, refuse) = refused.run.visits
    assert (check.input, refused.run.status_of(refuse)) == ("3", "failed")
    (ship,) = [visit for visit in others[0].run.visits if visit.name == "Ship"]
    assert json.loads(ship.attempts[0].result) == {"sent": True}
    assert items.items(run, "Each") == []


def test_a_gesture_in_a_large_map_ends_in_time_and_goes_on():
    run = Play(json.dumps(DEFINITION), DEFINITION, Beginning([1] * 3_000, {}), "STANDARD")
    run.play()
    while run.is_busy:
        run.resume()
    assert run.status == "SUCCEEDED"
    assert marks(run)[0]["Ship"] == ("succeeded", "3000/3000")
