"""Our verdicts on real definitions beside those that were recorded of the service and reported by others."""

from __future__ import annotations

import csv

import pytest
from corpus import CORPUS, needs_corpus

from schemas import Document, validate

pytestmark = needs_corpus

DISAGREEMENTS = {
    "valid-assign.asl.json": "top-level is no variable name: a hyphen is refused with INVALID_VARIABLE_NAME",
    "valid-map-with-item-batcher-jsonata.json": "a JSONata machine holds a JSONPath state",
    "valid-task-credentials.json": "the service was recorded to ask for RoleArn in Credentials",
    "test_task-with-credentials.json": "the service was recorded to ask for RoleArn in Credentials",
    "invalid-cfn-definition-substitutions.json": "a Resource that is no ARN is not judged",
    "invalid-json-surround-syntax-extra-spaces.json": "space within {% %} means nothing in JSONata",
    "invalid-jsonata-surround-syntax-no-spaces.json": "space within {% %} means nothing in JSONata",
    "invalid-math-add.json": "the type of an argument is known when the function runs",
    "invalid-task-alias-function.json": "the form of a Lambda ARN is not judged yet",
}
"""Where a peer's own test expects another verdict, and why we side with the service's documentation."""


def rows(*tiers: str) -> list[dict[str, str]]:
    if CORPUS is None:
        return []
    with (CORPUS / "asl.csv").open(encoding="utf-8") as table:
        return [row for row in csv.DictReader(table) if row["tier"] in tiers and row["expected"] != "unknown"]


def errors(row: dict[str, str]) -> list[str]:
    text = (CORPUS / "asl" / row["file"]).read_text(encoding="utf-8")
    found = validate(Document.parse(text), type=row["type"])
    return [diagnostic.code for diagnostic in found if diagnostic.severity == "error"]


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
