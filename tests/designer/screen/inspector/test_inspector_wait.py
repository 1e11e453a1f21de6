"""The time that a Wait waits, as a person reads and changes it."""

import pytest
from inspecting import machine


def wait(language="JSONPath", **fields):
    return machine({"Type": "Wait", **fields, "Next": "B"}, language)


def test_a_duration_is_shown_in_human_units(inspected):
    text = wait(Seconds=7200)
    here = inspected(text)
    assert (here.value("Seconds/fixed"), here.value("Seconds/unit")) == ("2", "hours")
    here.enter("Seconds/unit", "minutes")
    assert here.text == text.replace("7200", "120")


@pytest.mark.parametrize(
    ("language", "way", "wanted"),
    [
        ("JSONPath", "Timestamp/fixed", {"Timestamp": "2026-01-01T00:00:00Z"}),
        ("JSONPath", "Seconds/path", {"SecondsPath": "$.seconds"}),
        ("JSONPath", "Timestamp/path", {"TimestampPath": "$.timestamp"}),
        ("JSONata", "Timestamp/expression", {"Timestamp": "{% $states.input.timestamp %}"}),
        ("JSONata", "Seconds/expression", {"Seconds": "{% 60 %}"}),
    ],
)
def test_what_it_waits_for_takes_the_place_of_the_other(inspected, language, way, wanted):
    here = inspected(wait(language, Seconds=60)).enter("Seconds/way", way)
    assert here.fields == {"Type": "Wait", **wanted, "Next": "B"}
    assert list(here.fields) == ["Type", *wanted, "Next"]
    assert here.value("Seconds/way") == way


def test_a_moment_changes_its_line_and_no_other(inspected):
    text = wait(Timestamp="2026-04-01T09:00:00Z")
    here = inspected(text).enter("Timestamp/fixed", "2026-05-01T09:00:00Z")
    assert here.text == text.replace("2026-04", "2026-05")


def test_a_path_is_typed(inspected):
    here = inspected(wait(SecondsPath="$.a")).enter("Seconds/path", "$.b")
    assert here.fields["SecondsPath"] == "$.b"


def test_a_wait_without_a_time_gets_one(inspected):
    here = inspected(wait()).enter("Seconds/fixed", "5")
    assert list(here.fields.items()) == [("Type", "Wait"), ("Seconds", 5), ("Next", "B")]


def test_a_placeholder_stands_without_quotes(inspected):
    text = wait(Seconds=5)
    here = inspected(text).enter("Seconds/fixed", "${Patience}")
    assert here.text == text.replace("5", "${Patience}")
    assert (here.value("Seconds/fixed"), here.value("Seconds/unit")) == ("${Patience}", "seconds")
    assert here.enter("Seconds/fixed", "30").text == text.replace("5", "30")


def test_a_placeholder_of_a_text_stands_in_quotes(inspected):
    text = wait(Timestamp="2026-04-01T09:00:00Z")
    here = inspected(text).enter("Timestamp/fixed", "${Start}")
    assert here.text == text.replace("2026-04-01T09:00:00Z", "${Start}")
    assert here.value("Timestamp/fixed") == "${Start}"
