"""Minimal edits of small definitions: the lines that each edit takes out and puts in, and no other."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from small_definitions import document

from schemas.core.edits import Edit, Insert, Move, Remove, Rename, Set

CASES: list[tuple[str, Edit, list[str]]] = [
    (
        "two-spaces.json",
        Set(("States", "Reserve", "TimeoutSeconds"), 60),
        ['-      "TimeoutSeconds": 30,', '+      "TimeoutSeconds": 60,'],
    ),
    (
        "two-spaces.json",
        Insert(
            ("States", "Is it paid?", "Choices", 0), {"Variable": "$.free", "IsPresent": True, "Next": "Done"}
        ),
        [
            '+          "Variable": "$.free",',
            '+          "IsPresent": true,',
            '+          "Next": "Done"',
            "+        },",
            "+        {",
        ],
    ),
    ("two-spaces.json", Rename(("States", "Done"), "End"), ['-    "Done": {', '+    "End": {']),
    (
        "two-spaces.json",
        Remove(("States", "Is it paid?", "Default")),
        ["-      ],", '-      "Default": "Reserve"', "+      ]"],
    ),
    (
        "two-spaces.json",
        Move(("States", "Done"), ("States", "Closed")),
        ['-    "Done": {', '+    "Closed": {'],
    ),
    (
        "four-spaces-no-final-newline.json",
        Insert(("States", "Wait", "Comment"), "a moment", "Seconds"),
        [
            '-        "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Done"},',
            '+        "Wait": {"Type": "Wait", "Comment": "a moment", "Seconds": 5, "Next": "Done"},',
        ],
    ),
    (
        "tabs.json",
        Set(("States", "Count", "Comment"), "one, two"),
        ['-\t\t\t"Next": "Done"', '+\t\t\t"Next": "Done",', '+\t\t\t"Comment":\t"one, two"'],
    ),
    (
        "windows-line-ends.json",
        Insert(("States", "Done", "Comment"), "the end"),
        ['-      "Type": "Succeed"\r', '+      "Type": "Succeed",\r', '+      "Comment": "the end"\r'],
    ),
    ("byte-order-mark.json", Set(("StartAt",), "First"), ['-  "StartAt": "Done",', '+  "StartAt": "First",']),
    (
        "one-line.json",
        Remove(("States", "A")),
        [
            '-{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}',
            '+{"StartAt":"A","States":{"B":{"Type":"Succeed"}}}',
        ],
    ),
    (
        "odd-indentation.json",
        Insert(("States", "A", "Comment"), "an aside", "Next"),
        ['+         "Comment": "an aside",'],
    ),
    (
        "japanese.json",
        Set(("States", "終わり", "Comment"), "在庫なし"),
        ['-    "終わり": {"Type": "Succeed"}', '+    "終わり": {"Type": "Succeed", "Comment": "在庫なし"}'],
    ),
    (
        "repeated-names.json",
        Set(("States", "First", "Comment"), "again"),
        [
            '-    "First": {"Type": "Pass", "Comment": "counts", "Next": "Second"}',
            '+    "First": {"Type": "Pass", "Comment": "again", "Next": "Second"}',
        ],
    ),
    (
        "long-strings-and-numbers.json",
        Set(("States", "Report", "Result", "numbers", 1), 7),
        [
            '-        "numbers": [1.0, 1E+2, -0, 0.10, 100000000000000000000, 2.5e-3],',
            '+        "numbers": [1.0, 7, -0, 0.10, 100000000000000000000, 2.5e-3],',
        ],
    ),
    (
        "empty-values.json",
        Set(("States", "Nothing", "Parameters", "a"), 1),
        ['-      "Parameters": { },', '+      "Parameters": {', '+        "a": 1', "+      },"],
    ),
    (
        "comments.yaml",
        Set(("States", "Reserve", "Type"), "Pass"),
        ["-    Type: Task     # a function of the shop", "+    Type: Pass     # a function of the shop"],
    ),
    (
        "comments.yaml",
        Remove(("States", "Reserve", "Retry", 0)),
        [
            "-      - ErrorEquals: [States.Timeout]  # and nothing else",
            "-        MaxAttempts: 2   # then give up",
            "+      # then give up",
        ],
    ),
    (
        "comments.yaml",
        Insert(("States", "Reserve", "Catch"), [{"ErrorEquals": ["States.ALL"], "Next": "Done"}], "Next"),
        ["+    Catch:", "+      - ErrorEquals:", "+          - States.ALL", "+        Next: Done"],
    ),
    (
        "comments.yaml",
        Move(("States", "Reserve", "Retry", 0), ("States", "Reserve", "Retry", 1)),
        [
            "-      - ErrorEquals: [States.Timeout]  # and nothing else",
            "-        MaxAttempts: 2   # then give up",
            "+      - ErrorEquals: [States.Timeout]  # and nothing else",
            "+        MaxAttempts: 2   # then give up",
        ],
    ),
    (
        "anchors.yaml",
        Set(("States", "Second", "Parameters", "FunctionName"), "two"),
        ["-    Parameters: *input", "+    Parameters:", "+      FunctionName: two"],
    ),
    (
        "flow-style.yaml",
        Set(("States", "A", "Result", 2, "x"), "z"),
        [
            "-  A: {Type: Pass, Result: [1, 2, {\"x\": 'y'}], Next: B},",
            '+  A: {Type: Pass, Result: [1, 2, {"x": "z"}], Next: B},',
        ],
    ),
    (
        "odd-indentation.yaml",
        Insert(("States", "B", "Branches", 1), {"StartAt": "D", "States": {"D": {"Type": "Succeed"}}}),
        [
            "+            - StartAt: D",
            "+              States:",
            "+                   D:",
            "+                        Type: Succeed",
        ],
    ),
    ("quoted-keys.yaml", Set(("States", "Is it paid?", "End"), True), ["+    End: true"]),
    (
        "windows-line-ends-and-mark.yaml",
        Set(("States", "A", "Comment"), "three\nlines\n"),
        ["-      two\r", "+      three\r"],
    ),
    ("japanese.yaml", Rename(("States", "終わり"), "完了"), ["-  終わり:", "+  完了:"]),
    (
        "block-scalars.yaml",
        Remove(("States", "Ask", "Output", "folded")),
        [
            "-      folded: >-",
            "-        one sentence",
            "-        over two lines",
            "-",
            "-        and a second one",
        ],
    ),
    (
        "repeated-names.yaml",
        Remove(("States", "First", "Type")),
        ["-    Type: Pass   # counts", "+    # counts"],
    ),
    ("document-marks.yaml", Set(("States", "A", "Comment"), "alone"), ["+    Comment: alone"]),
    ("no-final-newline.yaml", Set(("States", "B", "Output"), {}), ["+    Output: {}"]),
    ("words-of-yaml.yaml", Rename(("States", "yes"), "no"), ['-  "yes":', '+  "no":']),
    ("tabs.yaml", Set(("States", "A", "Next"), "C"), ["-    Next:\tB", "+    Next:\tC"]),
]


@pytest.mark.parametrize(("name", "edit", "changed"), CASES)
def test_an_edit_changes_these_lines_and_no_other(name: str, edit: Edit, changed: list[str]) -> None:
    whole = document(name)
    after = whole.apply(edit).document.text
    assert difference(whole.text, after) == changed


def difference(before: str, after: str) -> list[str]:
    """The lines of a diff, without the lines around them; a carriage return is shown."""
    texts = [text.split("\n") for text in (before, after)]
    found = unified_diff(*texts, n=0, lineterm="")
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]
