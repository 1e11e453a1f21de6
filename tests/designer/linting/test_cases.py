"""Inputs that went wrong in this and in other tools, each with what `validate` must find in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from corpus import CORPUS
from running import designer, folder

CASES = CORPUS.parent / "cases" if CORPUS else Path("cases")

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"no cases at {CASES}")
__all__ = ["designer", "folder"]

EXPECTED = {
    "01-unquoted-number-placeholder.asl.json": {},
    "01b-unquoted-number-placeholder.asl.yaml": {},
    "01c-quoted-number-placeholder.asl.json": {"quoted-placeholder": 1},
    "01d/template.yaml": {},
    "02-jsonata-bare-in-lambda.asl.json": {"jsonata-reads-nothing": 3},
    "03-context-in-map-number-paths.asl.json": {"context-in-number-path": 4, "too-large": 1},
    "04-error-names.asl.yaml": {"wrong-error-prefix": 3, "wrong-error-name": 1},
    "07a-next-placeholder.template.yaml": {},
    "07d-yaml11.template.yaml": {"not-a-string": 1},
    "12/serverless.yml": {
        "missing-target": 2,
        "unreachable-state": 2,
        "express-too-long": 1,
        "catch-defeats-redrive": 1,
        "lambda-without-retry": 2,
    },
    "13/serverless.yml": {"missing-target": 3, "unreachable-state": 3},
    "13b/serverless.yml": {"missing-target": 1, "unreachable-state": 1},
    "14-result-writer-empty.asl.json": {"result-writer-incomplete": 1},
    "15-token-not-passed-substitution.asl.json": {"token-not-passed": 1, "example-value": 1},
}


@pytest.mark.parametrize("case", EXPECTED)
def test_what_is_found(designer, case):
    ran = designer("validate", "--format", "json", str(CASES / case))
    found = Counter(each["code"] for each in ran.found)
    assert found == EXPECTED[case]
