"""`designer validate` on files that can be read."""

import json

VALID = '{\n  "StartAt": "A",\n  "States": {\n    "A": {"Type": "Succeed"}\n  }\n}\n'
LOST = '{\n  "StartAt": "B",\n  "States": {\n    "A": {"Type": "Succeed"}\n  }\n}\n'
KEYS = ["file", "code", "severity", "path", "line", "column", "message"]


def test_a_valid_definition_is_reported_in_one_line(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    ran = designer("validate", "flow.asl.json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "1 file(s): 0 error(s), 0 warning(s) and hint(s)\n"


def test_an_error_is_reported_at_its_place(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    ran = designer("validate", "flow.asl.json")
    assert ran.code == 1
    assert ran.out.startswith("flow.asl.json:2:14: error: ")
    assert "[start-at-not-a-state]" in ran.out.splitlines()[0] or "B" in ran.out.splitlines()[0]


def test_json_is_an_array_of_findings(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    ran = designer("validate", "--format", "json", "flow.asl.json")
    assert ran.code == 1
    assert all(list(finding) == KEYS for finding in ran.found)
    first = ran.found[0]
    assert (first["file"], first["severity"], first["path"]) == ("flow.asl.json", "error", "/StartAt")
    assert (first["line"], first["column"]) == (2, 14)


def test_json_of_a_valid_definition_is_an_empty_array(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    ran = designer("validate", "--format", "json", "flow.asl.json")
    assert (ran.code, ran.found) == (0, [])


def test_yaml_is_read_as_well(folder, designer):
    (folder / "flow.asl.yaml").write_text("StartAt: B\nStates:\n  A:\n    Type: Succeed\n")
    ran = designer("validate", "--format", "json", "flow.asl.yaml")
    assert (ran.code, ran.found[0]["path"], ran.found[0]["line"]) == (1, "/StartAt", 1)


def test_two_hundred_files_are_one_array(folder, designer):
    files = [folder / f"flow-{number}.asl.json" for number in range(200)]
    for number, file in enumerate(files):
        file.write_text(LOST if number % 2 else VALID)
    ran = designer("validate", "--format", "json", *files)
    assert ran.code == 1
    assert {finding["file"] for finding in ran.found} == {str(file) for file in files[1::2]}


def test_one_bad_file_does_not_hide_the_others(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    ran = designer("validate", "--format", "json", "missing.json", "flow.asl.json", "broken.json")
    assert ran.code == 1
    assert {finding["file"] for finding in ran.found} == {"missing.json", "flow.asl.json", "broken.json"}


def test_a_file_that_is_named_twice_is_reported_once(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    once = designer("validate", "--format", "json", "flow.asl.json").found
    assert designer("validate", "--format", "json", "flow.asl.json", "flow.asl.json").found == once


def test_the_sidecar_beside_a_definition_is_checked(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "flow.design.json").write_text('{"version": 1,\n "type": "FAST"}')
    ran = designer("validate", "--format", "json", "flow.asl.json")
    assert ran.code == 1
    assert {(finding["file"], finding["path"], finding["line"]) for finding in ran.found} == {
        ("flow.design.json", "/type", 2)
    }


def test_the_type_is_the_sidecars_unless_another_is_given(folder, designer):
    task = {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {}, "End": True}
    (folder / "flow.asl.json").write_text(json.dumps({"StartAt": "A", "States": {"A": task}}))
    assert designer("validate", "flow.asl.json").code == 0
    assert designer("validate", "--type", "EXPRESS", "flow.asl.json").code == 1
    (folder / "flow.design.json").write_text('{"version": 1, "type": "EXPRESS"}')
    assert designer("validate", "flow.asl.json").code == 1
    assert designer("validate", "--type", "STANDARD", "flow.asl.json").code == 0


def test_a_broken_sidecar_does_not_hide_the_definition(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    (folder / "flow.design.json").write_text('{"version": ')
    found = designer("validate", "--format", "json", "flow.asl.json").found
    assert {finding["file"] for finding in found} == {"flow.design.json", "flow.asl.json"}


def test_a_sidecar_that_is_named_itself_is_checked_as_one(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "flow.design.json").write_text('{"version": 1}')
    ran = designer("validate", "--format", "json", "flow.asl.json", "flow.design.json")
    assert (ran.code, ran.found) == (0, [])


def test_a_state_name_cannot_forge_a_line(folder, designer):
    name = "A\nflow.asl.json:1:1: error: forged\x1b[2J\u202e"
    (folder / "flow.asl.json").write_text(json.dumps({"StartAt": name, "States": {"A": {"Type": "Succeed"}}}))
    ran = designer("validate", "flow.asl.json")
    assert ran.code == 1
    assert not any(line.startswith("flow.asl.json:1:1: error: forged") for line in ran.out.splitlines())
    assert "\x1b" not in ran.out and "\u202e" not in ran.out


def test_findings_are_printed_in_the_chosen_language(folder, designer, monkeypatch):
    (folder / "flow.asl.json").write_text(LOST)
    english = designer("validate", "flow.asl.json").out
    japanese = designer("validate", "--lang", "ja", "flow.asl.json").out
    assert ": error: " in english and ": エラー: " in japanese
    assert designer("--lang=ja", "validate", "flow.asl.json").out == japanese
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert designer("validate", "flow.asl.json").out == japanese
    assert designer("validate", "--lang", "en", "flow.asl.json").out == english
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert designer("validate", "flow.asl.json").out == english
