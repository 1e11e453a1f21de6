"""An Express machine waits longer than it may run."""

from __future__ import annotations

from rule_cases import Express, Flag, alone, flags, in_branch, in_map, jsonata, passes, state, task


def wait(seconds):
    return alone(state("Wait", Seconds=seconds))


FLAGS = {
    "a Wait of a second more": Flag(
        Express(wait(301)), "/States/A/Seconds", {"field": "Seconds", "seconds": "301"}
    ),
    "a Wait of a day": Flag(Express(wait(86400)), "/States/A/Seconds"),
    "a Task's timeout": Flag(
        Express(alone(task(TimeoutSeconds=600))), "/States/A/TimeoutSeconds", {"field": "TimeoutSeconds"}
    ),
    "the machine's timeout": Flag(Express(alone(task(), TimeoutSeconds=600)), "/TimeoutSeconds"),
    "both timeouts": Flag(
        Express(alone(task(TimeoutSeconds=400), TimeoutSeconds=600)),
        ("/TimeoutSeconds", "/States/A/TimeoutSeconds"),
    ),
    "in JSONata": Flag(Express(jsonata({"A": state("Wait", Seconds=600)})), "/States/A/Seconds"),
    "inside a Map": Flag(Express(in_map(wait(600))), "/States/Each/ItemProcessor/States/A/Seconds"),
    "inside a branch": Flag(Express(in_branch(wait(600))), "/States/Both/Branches/1/States/A/Seconds"),
}

PASSES = {
    "a Wait of five minutes": Express(wait(300)),
    "timeouts of five minutes": Express(alone(task(TimeoutSeconds=300), TimeoutSeconds=300)),
    "a Standard machine": wait(600),
    "a Standard machine's timeout": alone(task(TimeoutSeconds=600), TimeoutSeconds=86400),
    "a Wait that is read from the input": Express(alone(state("Wait", SecondsPath="$.delay"))),
    "a Wait until a time": Express(alone(state("Wait", Timestamp="2026-04-01T09:00:00Z"))),
    "a Wait that is computed in JSONata": Express(
        jsonata({"A": state("Wait", Seconds="{% $states.input.delay %}")})
    ),
    "a timeout that is computed in JSONata": Express(
        jsonata({"A": task(TimeoutSeconds="{% $states.input.limit %}")})
    ),
    "a retrier's interval is not a wait that surely happens": Express(
        alone(task(Retry=[{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 600}]))
    ),
}

test_flags = flags("express-too-long", FLAGS)
test_passes = passes("express-too-long", PASSES)
