"""The retrier and catcher that the service takes for an error, and the delays of a retrier."""

from __future__ import annotations

import pytest

from schemas.asl.walk import states
from schemas.failures.handling import LISTED_DELAYS, Delay, caught, matches, retrying


def _task(**fields: object):
    task = {"Type": "Task", "Resource": "${Pay}", "End": True, **fields}
    return next(states({"StartAt": "Pay", "States": {"Pay": task}}))


@pytest.mark.parametrize(
    ("name", "error", "expected"),
    [
        ("States.ALL", "PaymentDeclined", True),
        ("States.ALL", "States.Timeout", True),
        ("States.ALL", "States.Permissions", True),
        ("States.ALL", "States.Runtime", False),
        ("States.Runtime", "States.Runtime", False),
        ("States.ALL", "States.DataLimitExceeded", False),
        ("States.DataLimitExceeded", "States.DataLimitExceeded", True),
        ("States.ALL", "States.NoChoiceMatched", False),
        ("States.TaskFailed", "Lambda.TooManyRequestsException", True),
        ("States.TaskFailed", "States.QueryEvaluationError", True),
        ("States.TaskFailed", "States.Timeout", False),
        ("States.TaskFailed", "States.HeartbeatTimeout", False),
        ("States.TaskFailed", "States.DataLimitExceeded", False),
        ("States.Timeout", "States.HeartbeatTimeout", True),
        ("States.HeartbeatTimeout", "States.Timeout", False),
        ("Lambda.Unknown", "Lambda.Unknown", True),
        ("Lambda.Unknown", "Lambda", False),
        (7, "7", False),
    ],
)
def test_a_name_matches_as_in_the_service(name, error, expected):
    assert matches(name, error) is expected


def test_the_first_retrier_that_matches_is_taken_even_if_it_never_retries():
    state = _task(
        Retry=[
            {"ErrorEquals": ["Declined"], "MaxAttempts": 0},
            {"ErrorEquals": ["States.ALL"], "MaxAttempts": 9},
        ]
    )
    assert retrying(state, ("Declined",)).attempts == 0
    assert retrying(state, ("Other",)).attempts == 9
    assert retrying(state, ("States.Runtime",)) is None


@pytest.mark.parametrize(
    ("fields", "delays", "total"),
    [
        ({}, [1, 2, 4], 7),
        ({"IntervalSeconds": 2, "BackoffRate": 1.5, "MaxAttempts": 4}, [2, 3, 4.5, 6.75], 16.25),
        ({"IntervalSeconds": 10, "MaxAttempts": 4, "MaxDelaySeconds": 30}, [10, 20, 30, 30], 90),
        ({"IntervalSeconds": 5, "BackoffRate": 1, "MaxAttempts": 3}, [5, 5, 5], 15),
        ({"IntervalSeconds": 60, "MaxDelaySeconds": 30, "MaxAttempts": 2}, [30, 30], 60),
        ({"MaxAttempts": 0}, [], 0),
    ],
)
def test_the_delays_grow_up_to_the_longest(fields, delays, total):
    found = retrying(_task(Retry=[{"ErrorEquals": ["States.ALL"], **fields}]), ("Any",))
    assert [delay.most for delay in found.delays] == pytest.approx(delays)
    assert found.total == Delay(pytest.approx(total), pytest.approx(total))


def test_full_jitter_makes_each_delay_a_range_from_nothing():
    found = retrying(_task(Retry=[{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]), ("Any",))
    assert found.delays == (Delay(0, 1), Delay(0, 2), Delay(0, 4))
    assert found.total == Delay(0, 7)


def test_a_great_many_attempts_are_added_up_at_once():
    retrier = {"ErrorEquals": ["States.ALL"], "MaxAttempts": 99_999_999, "BackoffRate": 1.0000001}
    found = retrying(_task(Retry=[retrier]), ("Any",))
    assert len(found.delays) == LISTED_DELAYS
    assert found.total.most > 99_999_999


def test_a_number_that_the_deployment_puts_in_is_not_known():
    assert (
        retrying(_task(Retry=[{"ErrorEquals": ["Any"], "MaxAttempts": "${Tries}"}]), ("Any",)).attempts
        is None
    )


@pytest.mark.parametrize(
    ("catcher", "data", "place"),
    [
        ({}, "error", ""),
        ({"ResultPath": "$"}, "error", ""),
        ({"ResultPath": "$.failure"}, "beside", "$.failure"),
        ({"ResultPath": None}, "input", ""),
    ],
)
def test_a_catcher_of_jsonpath_hands_on_its_data(catcher, data, place):
    found = caught(_task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "After", **catcher}]), ("Any",))
    assert (found.target, found.data, found.place) == ("After", data, place)


def test_a_catcher_of_jsonata_makes_an_output_and_sets_variables():
    catcher = {"ErrorEquals": ["States.ALL"], "Next": "After", "Output": {}, "Assign": {"why": "x"}}
    found = caught(_task(QueryLanguage="JSONata", Catch=[catcher]), ("Any",))
    assert (found.data, found.place, found.assigned) == ("output", "{}", ("why",))
