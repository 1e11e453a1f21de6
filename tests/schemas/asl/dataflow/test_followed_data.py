"""The data that is followed through a machine, judged by executions recorded on the real service."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from contracts import contract_of
from corpus import CORPUS, definitions, needs_corpus

from schemas import Document, validate
from schemas.asl.dataflow.analysis import dataflow
from schemas.asl.dataflow.contract import Field, input_shape
from schemas.asl.dataflow.reads import reads
from schemas.asl.machine import Machine
from schemas.asl.walk import states
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.design import Design

SAMPLES = sorted(
    path.parent for path in (Path(__file__).parents[4] / "samples").glob("*/workflow.design.json")
)
EVERY = 3
BROKEN = ("States.Runtime", "States.QueryEvaluationError")
CODE = "input-not-provided"


def missing(definition: object, given: object) -> list[Diagnostic]:
    sidecar = {"version": 1, "input": {"fields": contract_of(given)}}
    design = Design(Document.parse(json.dumps(sidecar), "json"))
    document = Document.parse(json.dumps(definition), "json")
    return [found for found in validate(document, design) if found.code == CODE]


def recorded() -> list[dict]:
    lines = (CORPUS / "player" / "exec.jsonl").read_text(encoding="utf-8").splitlines() if CORPUS else []
    rows = [json.loads(line) for line in lines]
    return [row for row in rows if isinstance(row.get("input"), dict)]


@needs_corpus
def test_no_execution_read_what_is_told_to_be_missing():
    told = 0
    for row in recorded():
        found = missing(row["definition"], row["input"])
        told += bool(found)
        wrong = [(row["id"], each.pointer) for each in found if row["expected"].get("error") not in BROKEN]
        assert not wrong, wrong
    assert told >= 8


def sample(folder: Path) -> tuple[dict, list[object]]:
    (file,) = folder.glob("workflow.asl.*")
    document = Document.parse(file.read_text(encoding="utf-8"), "yaml" if file.suffix == ".yaml" else "json")
    inputs = [json.loads(each.read_text(encoding="utf-8")) for each in sorted((folder / "inputs").iterdir())]
    return document.value, inputs


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_no_sample_reads_what_its_inputs_do_not_have(folder):
    definition, inputs = sample(folder)
    assert inputs
    for given in inputs:
        assert missing(definition, given) == []


def test_a_result_that_is_no_longer_dropped_is_told_with_its_state():
    (folder,) = (each for each in SAMPLES if each.name == "refund")
    definition, inputs = sample(folder)
    lost = {}
    for state in states(definition):
        call = str(state.fields.get("Resource"))
        if state.fields.get("ResultPath", "") is None and call.endswith(("publish", "updateItem")):
            changed = json.loads(json.dumps(definition))
            del changed["States"][state.name]["ResultPath"]
            lost[state.name] = {found.params.get("lost") for found in missing(changed, inputs[0])}
    assert lost
    still_read = {name: names for name, names in lost.items() if names}
    assert len(still_read) >= 2
    assert all(names == {name} for name, names in still_read.items())


@needs_corpus
def test_the_data_of_every_definition_is_followed_to_the_end():
    gone = 0
    for path in definitions()[::EVERY]:
        document = Document.parse(path.read_text(encoding="utf-8"))
        followed = dataflow(Machine.of(document.value, "STANDARD"), input_shape([Field("order.id")]))
        gone += followed is None
        for visit in followed.visits.values() if followed else ():
            assert all(read.text for read in reads(visit))
    assert gone == 0


def passing(**fields: object) -> dict:
    return {"Type": "Pass", "End": True, **fields}


def machine(states: dict, **fields: object) -> dict:
    return {"StartAt": next(iter(states)), "States": states, **fields}


def test_a_loop_that_nests_its_data_comes_to_an_end():
    again = {
        "Type": "Choice",
        "Choices": [{"Variable": "$.a", "IsPresent": True, "Next": "Nest"}],
        "Default": "Nest",
    }
    definition = machine(
        {"Nest": {"Type": "Pass", "Parameters": {"a.$": "$", "b.$": "$"}, "Next": "Again"}, "Again": again}
    )
    assert dataflow(Machine.of(definition, "STANDARD"), input_shape([Field("a")])) is not None


def test_containers_in_each_other_do_not_multiply():
    inner = machine({"Last": passing()})
    for _ in range(25):
        inner = machine({"Both": {"Type": "Parallel", "Branches": [inner], "End": True}})
    assert dataflow(Machine.of(inner, "STANDARD"), input_shape([Field("a")])) is not None


def test_a_path_of_many_steps_is_cut():
    assert input_shape([Field(".".join("a" * 50_000))]) is not None
