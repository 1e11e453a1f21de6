"""Retriers, catchers and time limits as a person reads and changes them."""

import pytest
from inspecting import machine

from designer.screen.panels.inspector.editors.duration import unit_of

RETRY = [
    {"ErrorEquals": ["Lambda.ServiceException"], "IntervalSeconds": 120, "MaxAttempts": 4},
    {"ErrorEquals": ["States.ALL"]},
]
CATCH = [
    {"ErrorEquals": ["States.Timeout"], "ResultPath": "$.error", "Next": "B"},
    {"ErrorEquals": ["States.ALL"], "Next": "C"},
]


def task(language="JSONPath", **fields):
    resource = "arn:aws:states:::lambda:invoke"
    return machine({"Type": "Task", "Resource": resource, **fields, "Next": "B"}, language)


def test_retriers_are_read_as_sentences_with_their_defaults(inspected):
    here = inspected(task(Retry=RETRY))
    assert here.rows("Retry") == [
        "1.  Lambda\\.ServiceException — 4 times, after 2 min",
        "2.  any error — 3 times, after 1 s",
    ]


def test_catchers_are_read_as_sentences(inspected):
    assert inspected(task(Catch=CATCH)).rows("Catch") == ["1.  States\\.Timeout → B", "2.  any error → C"]


def test_a_number_changes_its_line_and_no_other(inspected):
    text = task(Retry=RETRY)
    here = inspected(text).unfold("Retry/0").enter("Retry/0/MaxAttempts", "2")
    assert here.text == text.replace('"MaxAttempts": 4', '"MaxAttempts": 2')


def test_what_is_emptied_has_its_default_again(inspected):
    here = inspected(task(Retry=RETRY)).unfold("Retry/0").enter("Retry/0/MaxAttempts", "")
    assert here.fields["Retry"][0] == {"ErrorEquals": ["Lambda.ServiceException"], "IntervalSeconds": 120}


def test_an_interval_is_shown_in_minutes_and_stored_in_seconds(inspected):
    here = inspected(task(Retry=RETRY)).unfold("Retry/0")
    assert (here.value("Retry/0/IntervalSeconds/fixed"), here.value("Retry/0/IntervalSeconds/unit")) == (
        "2",
        "minutes",
    )
    here.enter("Retry/0/IntervalSeconds/fixed", "5")
    assert here.fields["Retry"][0]["IntervalSeconds"] == 300
    here.enter("Retry/0/IntervalSeconds/unit", "seconds")
    assert here.fields["Retry"][0]["IntervalSeconds"] == 5


def test_errors_that_the_service_raises_are_offered_and_others_may_be_typed(inspected):
    here = inspected(task(Retry=RETRY)).unfold("Retry/0")
    names = here.offered("Retry/0/ErrorEquals")
    assert {"States.ALL", "States.Timeout", "Lambda.TooManyRequestsException"} <= set(names)
    assert not any(name.startswith("DynamoDB") for name in names)
    here.enter("Retry/0/ErrorEquals", ["Lambda.ServiceException", "Lambda.Unknown"])
    assert here.fields["Retry"][0]["ErrorEquals"] == ["Lambda.ServiceException", "Lambda.Unknown"]


def test_what_is_added_stands_before_the_one_for_all_errors(inspected):
    here = inspected(task(Retry=RETRY)).press("Retry/add")
    assert [retrier["ErrorEquals"] for retrier in here.fields["Retry"]] == [
        ["Lambda.ServiceException"],
        ["States.TaskFailed"],
        ["States.ALL"],
    ]


def test_the_one_for_all_errors_stays_last(inspected):
    here = inspected(task(Catch=CATCH)).unfold("Catch/0", "Catch/1")
    assert here.is_off("Catch/0/down")
    assert here.is_off("Catch/1/up")


def test_the_last_retrier_takes_the_field_with_it(inspected):
    here = inspected(task(Retry=RETRY[:1])).unfold("Retry/0").press("Retry/0/remove")
    assert "Retry" not in here.fields


def test_a_first_catcher_matches_all_errors_until_it_is_changed(inspected):
    here = inspected(task()).press("Catch/add").enter("Catch/0/Next", "C")
    assert here.fields["Catch"] == [{"ErrorEquals": ["States.ALL"], "Next": "C"}]
    assert list(here.fields) == ["Type", "Resource", "Catch", "Next"]


def test_a_picked_error_takes_the_one_for_all_errors_out_and_the_other_way_round(inspected):
    here = inspected(task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "C"}])).unfold("Catch/0")
    here.enter("Catch/0/ErrorEquals", ["States.ALL", "States.Timeout"])
    assert here.fields["Catch"][0]["ErrorEquals"] == ["States.Timeout"]
    here.enter("Catch/0/ErrorEquals", ["States.Timeout", "States.ALL"])
    assert here.fields["Catch"][0]["ErrorEquals"] == ["States.ALL"]


def test_a_catcher_says_where_the_error_is_put(inspected):
    text = task(Catch=CATCH)
    here = inspected(text).unfold("Catch/0").enter("Catch/0/ResultPath", "$.failure")
    assert here.text == text.replace("$.error", "$.failure")


def test_a_catcher_in_jsonata_has_an_output_and_no_path(inspected):
    here = inspected(task("JSONata", Catch=[CATCH[1]])).unfold("Catch/0")
    with pytest.raises(StopIteration):
        here.value("Catch/0/ResultPath")


def test_a_time_limit_is_typed_in_hours(inspected):
    text = task(TimeoutSeconds=7200)
    here = inspected(text)
    assert (here.value("TimeoutSeconds/fixed"), here.value("TimeoutSeconds/unit")) == ("2", "hours")
    here.enter("TimeoutSeconds/fixed", "1.5")
    assert here.text == text.replace("7200", "5400")


def test_a_time_limit_is_taken_from_a_path(inspected):
    here = inspected(task(TimeoutSeconds=60)).enter("TimeoutSeconds/mode", "path")
    here.enter("TimeoutSeconds/path", "$.limit")
    assert here.fields["TimeoutSecondsPath"] == "$.limit"
    assert "TimeoutSeconds" not in here.fields


def test_a_timeout_is_computed_by_an_expression(inspected):
    here = inspected(task("JSONata", TimeoutSeconds=60)).enter("TimeoutSeconds/mode", "expression")
    assert here.fields["TimeoutSeconds"] == "{% 60 %}"
    here.enter("TimeoutSeconds/expression", "$limit")
    assert here.fields["TimeoutSeconds"] == "{% $limit %}"


@pytest.mark.parametrize(
    ("seconds", "unit"),
    [
        (1, "seconds"),
        (59, "seconds"),
        (60, "minutes"),
        (90, "seconds"),
        (5400, "minutes"),
        (3600, "hours"),
        (86400, "days"),
        (90000, "hours"),
        (0, "seconds"),
        (None, "seconds"),
        ("x", "seconds"),
        (True, "seconds"),
    ],
)
def test_seconds_are_shown_in_the_largest_unit_that_fits(seconds, unit):
    assert unit_of(seconds) == unit


@pytest.mark.parametrize("value", [12, None, {}, [12], [{}], [{"ErrorEquals": 5, "MaxAttempts": "x"}]])
def test_lists_that_are_none_are_shown_without_an_error(inspected, value):
    inspected(task(Retry=value, Catch=value, TimeoutSeconds=value)).unfold("Retry/0", "Catch/0")
