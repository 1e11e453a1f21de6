"""Every definition of the corpus runs to an end, or to where it waits; one with errors is refused."""

from __future__ import annotations

import pytest
from budget import deep, some
from corpus import definitions

from designer.command_line.cli import main
from player import Execution
from schemas import Document, validate

ENDS = ("SUCCEEDED", "FAILED", "TIMED_OUT")


def ended(execution: Execution) -> Execution:
    """The execution at its end; where it awaits an answer, nobody gives one."""
    execution.run()
    while execution.status == "RUNNING" and execution.pass_deadline():
        execution.run()
    return execution


@deep
@pytest.mark.parametrize("path", some(definitions(), 40), ids=lambda path: path.name)
def test_a_real_definition_runs_and_runs_again_the_same_or_is_refused(path, capsys):
    document = Document.parse(path.read_text("utf-8"), "json")
    if any(found.severity == "error" for found in validate(document)):
        assert main(["play", str(path), "--lang", "en"]) == 1
        assert "Not played, for the reason above." in capsys.readouterr().err
        return
    whole = ended(Execution(document.value, {}, seed=3))
    assert whole.status in ENDS or whole.tokens
    assert whole.status != "FAILED" or whole.events[-1]["type"] == "ExecutionFailed"
    middle = len(whole.events) // 2
    assert ended(whole.at(middle)).events == whole.events
