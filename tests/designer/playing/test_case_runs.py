"""A run is kept as a case that passes, and all cases tell what they cover."""

import pytest
from checkout import DEFINITION, WORKFLOW, finish, play

from designer.playing.beginnings import cases_of
from designer.playing.case_runs import CaseRuns, case_of
from designer.playing.play import MadeToFail
from player.cases.case import Case, run_case
from player.cases.reading import read_cases
from player.mocks import Answer
from schemas.sidecar.design import Design
from schemas.validator.check_design import check_design

SAMPLES = {name: sample.input for name, sample in WORKFLOW.design.samples.items()}


def refused(run):
    run.make_fail("決済", MadeToFail("PaymentDeclined"))
    run.play()


def answered(run):
    run.make_fail("決済", MadeToFail("Unknown", "?"))
    run.play()
    finish(run).answer("人の判断を待つ", Answer({"decision": "RELEASE"}))
    run.play()


def late(run):
    run.make_fail("決済", MadeToFail("Unknown"))
    run.play()
    finish(run).pass_deadline()
    run.play()
    finish(run).answer("人の判断を待つ", Answer({"decision": "CLOSE"}))
    run.play()


def stopped(run):
    run.make_fail("在庫チェック", MadeToFail("Lambda.ServiceException"))
    run.play()


@pytest.mark.parametrize("course", [lambda run: run.play(), refused, answered, late, stopped])
def test_a_run_that_is_kept_as_a_case_passes(course):
    run = play()
    course(run)
    assert finish(run).status != "RUNNING"
    kept = case_of(run, SAMPLES)
    assert kept["sample"] in SAMPLES
    cases, mistakes = read_cases({"cases": {"kept": kept}}, SAMPLES)
    assert mistakes == []
    assert run_case(DEFINITION, cases[0]).differences == ()


def test_the_cases_of_the_checkout_pass_and_cover_it_all():
    runs = CaseRuns("checkout", DEFINITION, cases_of(WORKFLOW), "STANDARD")
    assert runs.is_busy
    while runs.is_busy:
        runs.resume()
    assert (runs.passed, runs.unplayable) == (runs.count, [])
    assert runs.coverage["states"].missing == ()
    assert runs.visits()["カートを読む"] == runs.count
    assert {edge.kind for edge in runs.edges()} == {"start", "next", "choice", "default", "catch"}


def test_a_case_that_cannot_be_run_is_named_and_the_others_can_be_halted():
    bad = Case("bad", {}, {}, {"table": {"no": "key"}})
    runs = CaseRuns("checkout", DEFINITION, [bad, *cases_of(WORKFLOW)], "STANDARD")
    runs.resume()
    assert runs.unplayable == ["bad"]
    runs.halt()
    assert not runs.is_busy


def test_the_sample_with_its_cases_is_a_valid_sidecar():
    assert check_design(Design(WORKFLOW.design.document)) == []
