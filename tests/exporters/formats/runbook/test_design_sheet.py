"""The design sheet: every state in a table, what is open and what is wrong, and nothing that is markup."""

from __future__ import annotations

import json

import pytest
from test_runbook import HOSTILE, XHTML, _parsed, _workflow

from designer.library.samples import load_sample, samples
from exporters import export
from exporters.settings import Settings
from schemas.asl.walk import states


def files(workflow, language="ja"):
    artifacts = export(workflow, "design-sheet", settings=Settings(language=language))
    return {artifact.path.rsplit(".", 1)[1]: artifact.data.decode() for artifact in artifacts}


@pytest.mark.parametrize("sample", samples())
def test_each_state_of_a_sample_has_a_row_with_its_owner(sample):
    workflow = load_sample(sample)
    tree = _parsed(files(workflow)["html"])
    assert tree.find(f".//{XHTML}figure/{{http://www.w3.org/2000/svg}}svg") is not None
    (table,) = (each for each in tree.iter(f"{XHTML}table") if each.get("class") == "columns-5")
    rows = ["\n".join(row.itertext()) for row in table.find(f"{XHTML}tbody")]
    names = [state.name for state in states(workflow.document.value)]
    assert len(rows) == len(names)
    assert all(name in row for name, row in zip(names, rows, strict=True))
    owners = {design.name: design.owner for design in workflow.design.states.values()}
    assert all(owners.get(name, "") in row for name, row in zip(names, rows, strict=True))


def test_the_column_with_the_longest_texts_is_the_widest():
    tree = _parsed(files(load_sample("refund"), "en")["html"])
    (table,) = (each for each in tree.iter(f"{XHTML}table") if each.get("class") == "columns-5")
    widths = [int(column.get("style")[7:-1]) for column in table.iter(f"{XHTML}col")]
    assert len(widths) == 5 and widths[3] == max(widths) > 30 and min(widths) >= 12


def test_ways_failures_and_problems_are_in_words():
    pay = {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "pay"},
        "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 2}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}],
        "Next": "Paid?",
    }
    rule = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Done"}
    made = {
        "Pay": pay,
        "Paid?": {"Type": "Choice", "Choices": [rule], "Default": "Tell"},
        "Tell": {"Type": "Pass", "Next": "nowhere"},
        "Done": {"Type": "Succeed"},
    }
    text = files(_workflow(made, {"states": {"p": {"name": "Pay", "owner": "Sales"}}}), "en")["md"]
    listed = text.split("## Open questions")[0].splitlines()
    (row,) = (line for line in listed if line.startswith("| Pay |"))
    assert "Task: Lambda pay" in row and "Paid?" in row and "Sales" in row and "Tell" in row
    assert "Retried automatically: at most 2×" in row
    (choice,) = (line for line in listed if line.startswith("| Paid? |"))
    assert "Done" in choice and "Tell" in choice
    problems = text.split("## Problems found")[1]
    assert "| Tell | error |" in problems and "nowhere" in problems


def test_no_text_of_people_is_markup():
    made = {HOSTILE: {"Type": "Pass", "Comment": HOSTILE, "Next": HOSTILE + "x"}}
    entry = {"name": HOSTILE, "owner": HOSTILE, "businessName": HOSTILE, "note": HOSTILE}
    written = files(_workflow(made, {"title": HOSTILE, "states": {"a": entry}}))
    tree = _parsed(written["html"])
    assert not [each for each in tree.iter() if str(each.tag).endswith("script")]
    assert "<script" not in written["md"] and "[link](" not in written["md"]


def test_failures_of_one_course_are_one_line():
    called = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Done"}
    text = files(_workflow({"Call": called, "Done": {"Type": "Succeed"}}), "en")["md"]
    listed = text.split("## Open questions")[0].splitlines()
    (row,) = (line for line in listed if line.startswith("| Call |"))
    (end,) = (line for line in listed if line.startswith("| Done |"))
    assert row.count("Any failure: ") == 1 and row.split("|")[4].count("<br>") == 0
    assert end.split("|")[4].strip() == "None"


def test_a_state_inside_another_names_it():
    inner = {"StartAt": "In", "States": {"In": {"Type": "Succeed"}}}
    made = {"Each": {"Type": "Map", "ItemProcessor": inner, "End": True}}
    text = files(_workflow(json.loads(json.dumps(made))), "en")["md"]
    assert "| In<br>in “Each” |" in text
