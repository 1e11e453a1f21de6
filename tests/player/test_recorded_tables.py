"""Runs that the real DynamoDB answered end in the same way with tables in memory."""

from __future__ import annotations

import pytest
from corpus import CORPUS, needs_corpus
from recorded import is_same, lines

from player import Execution

OTHER_WORDS = ("invalid_param",)
"""A refusal of which DynamoDB and its imitation have words of their own."""


def _recordings():
    found = lines(CORPUS / "player" / "exec.jsonl") if CORPUS else []
    return [
        one
        for one in found
        if ":dynamodb:" in str(one["definition"]) and "invalid_table_name" not in one["id"]
    ]


@needs_corpus
@pytest.mark.parametrize("recording", _recordings(), ids=lambda one: one["id"].split("::")[-1])
def test_a_run_ends_as_with_the_real_tables(recording):
    name = recording["input"]["TableName"]
    tables = {} if name.startswith("no_such") else {name: {"key": {"id": "S"}}}
    execution = Execution(recording["definition"], recording["input"], tables=tables).run()
    expected = recording["expected"]
    assert (execution.status, execution.error) == (expected["status"], expected.get("error"))
    if expected["status"] == "SUCCEEDED":
        assert is_same(expected["output"], execution.output)
    elif not any(words in recording["id"] for words in OTHER_WORDS):
        assert is_same(expected["cause"].replace("<request_id>", "EXAMPLE"), execution.cause)
