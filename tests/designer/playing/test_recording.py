"""A recorded execution is read as it is saved, tells where it failed, and is played on from there."""

import json

import pytest
from checkout import DEFINITION, WORKFLOW, finish, path, play

from designer.playing.mocks import mocks_of
from designer.playing.outcome import outcome_of
from designer.playing.play import Beginning, MadeToFail, Play
from designer.playing.recording import NoHistory, read_recording
from player import Execution
from schemas.failures.failures import Failures

ARN = "arn:aws:states:ap-northeast-1:123456789012:execution:checkout:order-1"


def read(saved, definition=DEFINITION):
    return read_recording(saved, WORKFLOW.document.text, definition)


def failed_after_payment():
    """A checkout that stops where the person is to be asked."""
    run = play()
    run.make_fail("注文伝票", MadeToFail("DynamoDB.ResourceNotFoundException", "no table"))
    run.make_fail("人の判断を待つ", MadeToFail("SQS.QueueDoesNotExistException", "no queue"))
    run.play()
    assert finish(run).status == "FAILED"
    return run


def test_a_history_shows_where_it_failed_and_what_is_done():
    saved = json.dumps({"events": failed_after_payment().events[::-1]})
    described = {"executionArn": ARN, "status": "FAILED", "redriveStatus": "REDRIVABLE"}
    recording = read(saved + json.dumps(described))
    assert (recording.status, recording.description.arn) == ("FAILED", ARN)
    assert recording.current.name == "人の判断を待つ"
    assert recording.take_followed() == "人の判断を待つ"
    outcome = outcome_of(recording, Failures.of(WORKFLOW))
    assert (outcome.visit.name, outcome.error) == ("人の判断を待つ", "SQS.QueueDoesNotExistException")
    done = {effect.state[-1] for effect in outcome.done}
    assert {"決済", "一商品を確保", "担当へ知らせる"} <= done
    assert "注文伝票" not in done
    assert outcome.course.rerun.kind == "resumes"


def test_it_is_played_on_with_the_recorded_data():
    recording = read(json.dumps({"events": failed_after_payment().events}))
    visit = outcome_of(recording, Failures.of(WORKFLOW)).visit
    run = Play(WORKFLOW.document.text, DEFINITION, recording.played_from(visit), "STANDARD")
    run.play_to(visit.name)
    assert finish(run).current.name == visit.name
    before = [each.name for each in recording.trace.visits[: visit.index + 1]]
    assert path(run) == before
    assert run.trace.visits[visit.index].input == visit.input
    run.play()
    assert finish(run).is_asking


def test_the_answers_of_a_run_give_the_same_run():
    run = play("ほかのお客様に先を越される")
    run.play()
    finish(run)
    again = Play("", DEFINITION, Beginning(run.beginning.input, mocks_of(run)), "STANDARD")
    again.play()
    assert finish(again).events == run.events


def test_times_are_read_as_every_version_of_the_command_line_writes_them():
    events = [
        {"id": 1, "type": "ExecutionStarted", "previousEventId": 0, "timestamp": 1_700_000_000.5},
        {"id": 2, "type": "ExecutionAborted", "timestamp": "2023-11-15T07:13:25.500000+09:00"},
    ]
    recording = read(json.dumps(events))
    assert recording.seconds == 5
    assert recording.status == "ABORTED"
    assert recording.input == {}


@pytest.mark.parametrize(
    ("saved", "key"),
    [
        ("", "no-events"),
        ("{}", "no-events"),
        ("events: []", "no-json"),
        ("[" * 100_000, "no-json"),
        ('{"events": [1]}', "no-event"),
        ('{"events": [{"id": true, "type": "X", "timestamp": 1}]}', "no-event"),
        ('{"events": [{"id": 1, "type": "X", "timestamp": 1e99}]}', "no-event"),
        ('{"events": [{"id": 2, "type": "X", "timestamp": 1}]}', "no-beginning"),
    ],
    ids=range(8),
)
def test_anything_else_is_refused_in_words(saved, key):
    with pytest.raises(NoHistory, match=key):
        read(saved)


def test_an_arn_that_is_none_is_not_put_into_a_command():
    event = {"id": 1, "type": "ExecutionStarted", "timestamp": 1}
    described = {"executionArn": f"{ARN}; rm -rf ~"}
    assert read(json.dumps([event]) + json.dumps(described)).description.arn == ""


@pytest.mark.parametrize("broken", [{}, {"name": 3}, {"name": "A", "input": 3, "assignedVariables": []}])
def test_events_with_other_details_are_shown_as_far_as_they_go(broken):
    types = ["ExecutionStarted", "TaskStateEntered", "TaskFailed", "TaskStateExited", "ExecutionFailed"]
    events = [
        {
            "id": id,
            "type": type,
            "previousEventId": id - 1,
            "timestamp": id,
            "stateEnteredEventDetails": broken,
            "stateExitedEventDetails": broken,
        }
        for id, type in enumerate(types, 1)
    ]
    recording = read(json.dumps(events))
    assert outcome_of(recording, Failures.of(WORKFLOW)) is not None


def test_a_history_as_long_as_the_service_keeps_is_read():
    states = {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}
    definition = {"StartAt": "A", "States": states}
    saved = json.dumps({"events": Execution(definition, {}).run().events})
    recording = read(saved, definition)
    assert len(recording.events) == 25_000
    assert len(recording.visits) == 12_499
