"""The visits that the events of executions tell, held to what the player itself knows of them."""

import json

import pytest
from checkout import GRAPH, finish, play
from corpus import CORPUS, needs_corpus

from designer.playing.edges import taken_edges
from designer.playing.play import MadeToFail
from designer.playing.run import Run
from designer.playing.trace import Trace
from player import Execution
from schemas.asl.graph import graph

RECORDINGS = (CORPUS / "player" / "exec.jsonl").read_text(encoding="utf-8").splitlines() if CORPUS else []


def answer(attempt):
    named = {key: attempt[key] for key in ("error", "cause") if key in attempt}
    return named or {"result": attempt.get("output")}


def executions(part, parts):
    """Each that has no child executions, whose events are not kept."""
    for line in RECORDINGS[part::parts]:
        recording = json.loads(line)
        mocks = {mock["state"]: [answer(each) for each in mock["attempts"]] for mock in recording["mocks"]}
        execution = Execution(recording["definition"], recording["input"], mocks=mocks).run()
        if not any(event["type"].startswith("MapRun") for event in execution.events):
            yield recording, execution


@needs_corpus
@pytest.mark.parametrize("part", range(4))
def test_the_visits_of_recorded_executions_are_those_of_the_player(part):
    for recording, execution in executions(part, 4):
        trace, name = Trace().read(execution.events), recording["id"]
        assert [visit.name for visit in trace.visits] == execution.visited, name
        count = len(execution.events)
        left = {trace.status(visit, count) for visit in trace.visits if not visit.exited}
        assert not left & {"running", "waiting", "asked", "retrying"} or execution.status == "RUNNING", name
        if execution.status == "FAILED":
            assert trace.failed_visit(count) is not None, name


@needs_corpus
def test_the_edges_of_recorded_executions_hold_those_that_were_taken():
    for recording, execution in executions(0, 3):
        run = Run("", recording["definition"], execution.events)
        run.go_to(len(run.events))
        found = {
            (edge.source.name, edge.kind, edge.index)
            for edge, _ in taken_edges(run, graph(recording["definition"]))
            if edge.kind != "start"
        }
        assert execution.taken.keys() <= found, recording["id"]


def test_a_played_run_tells_the_rule_that_it_took_of_two_that_lead_to_one_state():
    run = play("ほかのお客様に先を越される")
    run.play()
    finish(run)
    edges = (edge for edge, _ in taken_edges(run, GRAPH) if edge.kind != "start")
    taken = {(edge.source.name, edge.kind, edge.index) for edge in edges}
    assert ("すべて確保できたか", "choice", 1) in taken
    assert ("すべて確保できたか", "default", None) not in taken
    assert ("一商品を確保", "catch", 0) in taken


def test_a_failure_inside_a_container_is_that_of_the_inner_state():
    run = play()
    run.make_fail("注文伝票", MadeToFail("Broken"))
    run.play_to("担当へ知らせる")
    finish(run)
    found = {visit.name: run.status_of(visit) for visit in run.visits}
    assert (found["注文伝票"], found["配送伝票"], found["伝票作成"]) == ("failed", "stopped", "caught")
