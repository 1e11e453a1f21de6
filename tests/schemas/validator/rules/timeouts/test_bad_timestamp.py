"""A timestamp is malformed."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    passes,
    state,
)


def until(timestamp, build=alone):
    return build(state("Wait", Timestamp=timestamp))


def wrong(timestamp):
    return Flag(until(timestamp), "/States/A/Timestamp", {"field": "Timestamp", "value": timestamp})


def in_jsonata(wait):
    return jsonata({"A": wait})


def choosing(*rules):
    return machine({"Late?": choice(*rules, Default="Done"), "Done": DONE})


LATE = {"Variable": "$.paid_at", "TimestampGreaterThan": "2026-04-01", "Next": "Done"}
FLAGS = {
    "a space in place of the T": wrong("2026-04-01 09:00:00Z"),
    "no seconds": wrong("2026-04-01T09:00Z"),
    "no zone": wrong("2026-04-01T09:00:00"),
    "a small t": wrong("2026-04-01t09:00:00Z"),
    "a small z": wrong("2026-04-01T09:00:00z"),
    "a zone without a colon": wrong("2026-04-01T09:00:00+0900"),
    "a zone of 24 hours": wrong("2026-04-01T09:00:00+24:00"),
    "a day that does not exist": wrong("2026-02-30T09:00:00Z"),
    "hour 24": wrong("2026-04-01T24:00:00Z"),
    "digits of full width": wrong("２０２６-04-01T09:00:00Z"),
    "a date": wrong("2026-04-01"),
    "an empty text": wrong(""),
    "a path": wrong("$.deadline"),
    "an expression of JSONata in JSONPath": wrong("{% $states.input.deadline %}"),
    "in JSONata": Flag(until("2026-04-01", in_jsonata), "/States/A/Timestamp"),
    "in a choice rule": Flag(
        choosing(LATE), "/States/Late?/Choices/0/TimestampGreaterThan", {"field": "TimestampGreaterThan"}
    ),
    "in a nested choice rule": Flag(
        choosing({"Not": {"Variable": "$.paid_at", "TimestampEquals": "today"}, "Next": "Done"}),
        "/States/Late?/Choices/0/Not/TimestampEquals",
    ),
    "an Express machine": Flag(Express(until("2026-04-01")), "/States/A/Timestamp"),
    "inside a Map": Flag(in_map(until("2026-04-01")), "/States/Each/ItemProcessor/States/A/Timestamp"),
    "inside a branch": Flag(in_branch(until("2026-04-01")), "/States/Both/Branches/1/States/A/Timestamp"),
}

PASSES = {
    "UTC": until("2026-04-01T09:00:00Z"),
    "the zone of Japan": until("2026-04-01T09:00:00+09:00"),
    "a zone in the west": until("2026-04-01T09:00:00-03:30"),
    "parts of a second": until("2026-04-01T09:00:00.123456789Z"),
    "the day of a leap year": until("2028-02-29T09:00:00Z"),
    "a year long past": until("0001-01-01T00:00:00Z"),
    "a substitution": until("${Deadline}"),
    "a substitution within": until("${Date}T09:00:00Z"),
    "a timestamp in JSONata": until("2026-04-01T09:00:00Z", in_jsonata),
    "an expression in JSONata": until("{% $states.input.deadline %}", in_jsonata),
    "a path has a field of its own": alone(state("Wait", TimestampPath="$.deadline")),
    "a timestamp in a choice rule": choosing({**LATE, "TimestampGreaterThan": "2026-04-01T00:00:00Z"}),
    "a choice rule compares texts": choosing(
        {"Variable": "$.paid_at", "StringGreaterThan": "2026-04-01", "Next": "Done"}
    ),
}

LEAVES = {
    "a timestamp that is no text": ("not-a-string", until(1775001600)),
    "an expression that is not closed": ("bad-jsonata", until("{% $states.input.deadline", in_jsonata)),
}

test_flags = flags("bad-timestamp", FLAGS)
test_passes = passes("bad-timestamp", PASSES)
test_leaves = leaves("bad-timestamp", LEAVES)
