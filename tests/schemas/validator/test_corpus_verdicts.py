"""Our verdicts on real definitions, compared with recorded answers of the service and with reports."""

from __future__ import annotations

import csv

import pytest
from corpus import CORPUS, needs_corpus

from schemas import Document, validate
from schemas.core.diagnostic import Diagnostic

pytestmark = needs_corpus

DISAGREEMENTS = {
    "valid-assign.asl.json": "top-level is no variable name: a hyphen is refused with INVALID_VARIABLE_NAME",
    "valid-map-with-item-batcher-jsonata.json": "a JSONata machine holds a JSONPath state",
    "valid-task-credentials.json": "the service was recorded to ask for RoleArn in Credentials",
    "test_task-with-credentials.json": "the service was recorded to ask for RoleArn in Credentials",
    "invalid-json-surround-syntax-extra-spaces.json": "space within {% %} means nothing in JSONata",
    "invalid-jsonata-surround-syntax-no-spaces.json": "space within {% %} means nothing in JSONata",
    "invalid-math-add.json": "a warning: the service looks at an argument's type when the function runs",
    "invalid-task-alias-function.json": "a warning: what the service says of such an alias is not known",
}
"""Definitions for which the test of another tool expects another verdict, and the reason for ours."""

REJECTED_SAMPLES = {
    "TestTaskServiceLambda__test_list_functions": "lambda:listFunctions is no optimized integration",
    "test_has-dupes": "made to have a name twice",
    "test_linked-parallel": "made to lead from one branch into another",
    "test_no-terminal": "made to have no end",
    "test_fixtures_parameter-path-problems": "made of malformed paths: a computed value is a number",
    "assign_statemachines_task_retry_reference_exception": "made to fail: a retry's numbers are texts",
    "choiceoperators_statemachines_template": "a template: a test puts an operator into it",
    "context_object_input_path": "a template: a test puts a path into it",
    "context_object_result_selector": "a template: a test puts a path into it",
    "context_object_variable": "a template: a test puts a path into it",
    "task_lambda_invoke_catch_tbd": "a template: the empty ErrorEquals is filled by a test",
    "task_service_lambda_invoke_catch_tbd": "a template: the empty ErrorEquals is filled by a test",
    "map_item_reader_base_csv_headers_decl": "a template: CSVHeaders is __TBD__",
    "map_state_label_invalid_char_fail": "a template: made to put a refused sign into a label",
    "test_state_statemachines_base_map_state": "the processor of a Map, not a machine",
    "test_state_statemachines_base_map_state_result_writer": "the processor of a Map, not a machine",
    "base_map_state_machine_choice_fail": "made to fail: it starts at a state that is not there",
    "sfn-iot-data-analytics-dataset_statemachine_statemachine.asl": "the processor of a Map, not a machine",
    "shared-fallback-state-jsonata_statemachine_statemachine.asl": "QueryLanguage stands among the states",
    "getStateMachineDefinitionFromCfnTemplate.test.0": "cut from a template: a Resource was left empty",
    "getStateMachineDefinitionFromCfnTemplate.test.1": "cut from a template: a Resource was left empty",
    "getStateMachineDefinitionFromCfnTemplate.test.4": "cut from a template: a Resource was left empty",
    "stepFunctions_utils.test.2": "made to start at a state that does not exist",
    "tests___StateMachine.test.1": "made to have invalid paths",
    "tests___StateMachine.test.4": "made to be invalid in every way",
    "tests___cli_CLI.test.3": "made to have an invalid path",
    "tests___cli_CLI.test.7": "made to have a type and a field that do not exist",
    "examples_disable-jsonpath-validation": "made to have an invalid path",
    "examples_disable-state-machine-validation": "made to have a type and a field that do not exist",
    "compileStateMachines.test.16": "made to have a type that does not exist",
    "configureTaskTimeouts.test.4": "a Task without a Resource",
    "stepfunctions-local/src___tests___integration.test.1": "a heartbeat of 10 s in a timeout of 2 s",
    "state-machine.test.1": "a Succeed has no End",
    "state-machine.test.2": "made to have a type that does not exist",
    "state-machine.test.3": "a state without Next and End",
    "state-machine.test.4": "a state without Next and End; Retry is no list",
    "state-machine.test.5": "a state without Next and End",
    "docs_AGENT_REGISTRY_DESIGN": "an excerpt: what it leads to is left out",
    "agent-with-tools-flow-template": "leads to a state that is not there",
    "dynamic-agent-template": "a template: TOOL_NAMES_LIST is replaced later",
    "dynamic-sql-agent-template": "a template: AGENT_TOOL_LIST is replaced later",
    "supervisor-agent-flow-template": "a rule of a Choice without a condition",
    "supervisor-with-agentcore": "Arguments on a Map, which takes ItemSelector",
    "step-functions_web-search-agent": "calls States.Default, which does not exist",
}
"""Samples without a label that we reject, and what is wrong with each, by the end of its name.

Those whose Resource is a stand-in, such as __tbd__, are not listed: the service would not take it either.
"""

CODES_ON_CALLS = {
    "resource-not-arn",
    "bad-resource",
    "unknown-action",
    "unlisted-action",
    "unsupported-pattern",
    "missing-parameter",
    "unknown-parameter",
    "wrong-parameter-kind",
    "unknown-parameter-value",
    "token-not-passed",
}

FAILED_AT_RUN_TIME = {
    "test_invoke_unsupported_param": "unknown-parameter",
    "INVALID_JSONPATH_IN_HEARTBEATSECONDSPATH": "token-not-passed",
}
"""Definitions that the service accepted, and whose calls then failed or never ended: they are flagged."""


def rows(*tiers: str, labelled: bool = True) -> list[dict[str, str]]:
    if CORPUS is None:
        return []
    with (CORPUS / "asl.csv").open(encoding="utf-8") as table:
        chosen = [row for row in csv.DictReader(table) if row["tier"] in tiers]
    return [row for row in chosen if (row["expected"] != "unknown") == labelled]


def found(row: dict[str, str]) -> list[Diagnostic]:
    text = (CORPUS / "asl" / row["file"]).read_text(encoding="utf-8")
    return validate(Document.parse(text), type=row["type"])


def errors(row: dict[str, str]) -> list[str]:
    return [diagnostic.code for diagnostic in found(row) if diagnostic.severity == "error"]


@pytest.mark.parametrize("row", rows("G1", "G2"), ids=lambda row: row["file"].rpartition("__")[2])
def test_the_services_verdict_is_ours(row):
    assert bool(errors(row)) == (row["expected"] == "invalid"), errors(row)


def test_the_peers_are_contradicted_only_where_there_is_a_reason():
    different = {
        row["file"].rpartition("definitions_")[2].rpartition("/")[2]
        for row in rows("P")
        if bool(errors(row)) != (row["expected"] == "invalid")
    }
    assert different == DISAGREEMENTS.keys()


def test_samples_are_rejected_only_where_something_is_wrong_with_them():
    rejected = [
        row["file"] for row in rows("S", "U", labelled=False) if set(errors(row)) - {"resource-not-arn"}
    ]
    ends = tuple(f"{name}.json" for name in REJECTED_SAMPLES)
    assert [file for file in rejected if not file.endswith(ends)] == []
    assert len(rejected) == len(REJECTED_SAMPLES)


def test_a_call_that_the_service_accepted_is_flagged_only_where_it_failed_at_run_time():
    flagged = [
        (row["file"], code)
        for row in rows("G1", "G2")
        if row["expected"] == "valid"
        for code in {diagnostic.code for diagnostic in found(row)} & CODES_ON_CALLS
    ]
    assert len(flagged) == len(FAILED_AT_RUN_TIME)
    for file, code in flagged:
        assert any(name in file and code == other for name, other in FAILED_AT_RUN_TIME.items())
