"""Executions end, and tell their events, as the real service recorded them."""

from __future__ import annotations

import pytest
from corpus import CORPUS, needs_corpus
from recorded import differences, is_same, lines, played

from player import Execution

RECORDINGS = lines(CORPUS / "player" / "exec.jsonl") if CORPUS else []
CHOICES = lines(CORPUS / "player" / "choice.jsonl") if CORPUS else []
MEASURED = lines(CORPUS / "measured" / "run.jsonl") if CORPUS else []
CHILDREN = "the answers inside child executions were not recorded"
NOT_PLAYED = {
    "test_map_state_lambda": CHILDREN,
    "test_map_state_config_distributed_reentrant_lambda": CHILDREN,
    "test_map_state_result_writer": "the name of a Map Run is the service's own",
    "test_service_lambda_map_timeout": "four timeouts in the same moment, in the order of that day",
}


@needs_corpus
@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda one: one["id"].split("::", 1)[-1])
def test_an_execution_is_as_it_was_recorded(recording):
    name = recording["id"].split("::")[-1].split("#")[0]
    if name in NOT_PLAYED:
        assert not recording["deterministic"]
        return
    found = differences(recording, played(recording))
    if _is_old(recording["recorded"]):
        found = [one for one in found if "MapStateExited: prev" not in one]
    assert found == []


def _is_old(recorded: str) -> bool:
    """True before November 2024: since then MapRunSucceeded does not lead on to the next event."""
    day, month, year = (int(part) for part in recorded.split(",")[0].split("-"))
    return (year, month, day) < (2024, 11, 1)


@needs_corpus
@pytest.mark.parametrize("recording", CHOICES, ids=lambda one: one["id"].split("::", 1)[-1])
def test_a_choice_takes_the_recorded_rule(recording):
    execution = Execution(recording["definition"], recording["input"]).run()
    assert execution.status == recording["expected"]["status"]
    assert is_same(recording["expected"]["output"], execution.output)


@needs_corpus
@pytest.mark.parametrize("measured", MEASURED, ids=lambda one: one["id"])
def test_a_measured_run_ends_as_it_did(measured):
    execution = Execution(measured["definition"], measured["input"], mocks=measured["mocks"]).run()
    assert execution.status == measured["status"]
    for name in ("output", "error", "cause"):
        if measured[name] is not None:
            assert is_same(measured[name], getattr(execution, name)), name
    if measured["events"]:
        types = [event["type"] for event in execution.events if event["type"] != "ParallelStateSucceeded"]
        assert types == measured["events"]
