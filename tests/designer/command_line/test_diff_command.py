"""`designer diff`: what it prints, draws and answers, for files, folders and machines of a template."""

from __future__ import annotations

import io
import json
import sys
from xml.etree import ElementTree

import pytest

from designer.library.samples import load_sample
from schemas.document.document import Document
from schemas.document.text.limits import MAX_BYTES

OLD = """StartAt: 受付
States:
  受付: {Type: Pass, Next: 決済}
  決済: {Type: Task, Resource: "arn:aws:lambda:eu-west-1:123456789012:function:pay", TimeoutSeconds: 30,
    End: true}
"""
NEW = (
    OLD.replace("決済", "支払い")
    .replace("30,", "60,")
    .replace("End: true", "Next: <完了>")
    .replace("StartAt", "# the same\nStartAt")
    + "  <完了>: {Type: Succeed}\n"
)
TOLD = """1 added, 1 renamed, 1 rewired, 1 retimed
~ 支払い: renamed, rewired, retimed
    name: 決済 → 支払い
    next: end → <完了>
    TimeoutSeconds: 30 → 60
+ <完了>: added
"""


@pytest.fixture(autouse=True)
def files(folder):
    for name, text in (("old", OLD), ("new", NEW)):
        (folder / name).mkdir()
        (folder / name / "order.asl.yaml").write_text(text, "utf-8")
    return folder


def test_two_files_differ_in_words_and_by_the_exit_code(designer):
    ran = designer("diff", "old/order.asl.yaml", "new/order.asl.yaml")
    assert (ran.code, ran.out, ran.err) == (1, TOLD, "")
    ran = designer("diff", "old/order.asl.yaml", "old/order.asl.yaml")
    assert (ran.code, ran.out) == (0, "There is no difference.\n")
    ran = designer("diff", "--lang", "ja", "old/order.asl.yaml", "new/order.asl.yaml")
    assert ran.out.startswith("追加 1、名前の変更 1、つなぎ替え 1、時間の変更 1\n")


def test_another_layout_of_the_text_is_no_difference(files, designer):
    value = Document.parse(OLD, "yaml").value
    turned = {"States": dict(reversed(value["States"].items())), "StartAt": value["StartAt"]}
    (files / "x.asl.json").write_text(json.dumps(turned), "utf-8")
    assert designer("diff", "old/order.asl.yaml", "x.asl.json").code == 0


def test_folders_are_compared_file_by_file(files, designer):
    (files / "old" / "gone.asl.yaml").write_text("{StartAt: A, States: {A: {Type: Succeed}}}")
    (files / "new" / "serverless.yml").write_text(
        "service: s\nprovider: {name: aws}\nstepFunctions: {stateMachines: {pay: {definition: "
        "{StartAt: A, States: {A: {Type: Succeed}}}}}}\n"
    )
    for name in ("old", "new"):
        (files / name / "same.asl.yaml").write_text("{StartAt: A, States: {A: {Type: Succeed}}}")
    ran = designer("diff", "old", "new")
    heads = [line for line in ran.out.splitlines() if line.startswith("==")]
    assert heads == ["== gone.asl.yaml", "== order.asl.yaml", "== serverless.yml: pay"]
    assert ran.code == 1 and designer("diff", "new", "new").code == 0
    found = designer("diff", "old", "new", "--format", "json").found
    assert [(each["name"], each["counts"]) for each in found["workflows"] if not each["equal"]] == [
        ("gone.asl.yaml", {"removed": 1}),
        ("order.asl.yaml", {"added": 1, "renamed": 1, "rewired": 1, "retimed": 1}),
        ("serverless.yml: pay", {"added": 1}),
    ]


def test_a_file_may_be_nowhere_or_come_from_a_pipe(designer, monkeypatch):
    assert designer("diff", "/dev/null", "old/order.asl.yaml").out.startswith("2 added\n")
    assert designer("diff", "old/order.asl.yaml", "/dev/null").out.startswith("2 removed\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OLD.encode())))
    assert designer("diff", "-", "new/order.asl.yaml").out == TOLD


def test_json_has_the_values_and_where_they_are(designer):
    ran = designer("diff", "old/order.asl.yaml", "new/order.asl.yaml", "--format", "json")
    (workflow,) = ran.found["workflows"]
    renamed, added = workflow["states"]
    assert renamed["old"] == {"name": "決済", "path": "/States/決済"}
    assert renamed["fields"][-1] == {"kind": "retimed", "path": "/TimeoutSeconds", "old": 30, "new": 60}
    assert added["kinds"] == ["added"] and added["old"] is None and workflow["machine"] == []


def test_markdown_marks_the_states_and_lets_no_name_be_markup(designer):
    ran = designer("diff", "old", "new", "--format", "markdown")
    assert "\n```mermaid\nflowchart TD\n" in ran.out and "classDef added fill" in ran.out
    assert "\n    class s3 added\n" in ran.out and "\n    class s2 changed\n" in ran.out
    assert "\n- **&#60;完了&#62;**: added\n" in ran.out
    assert "  - TimeoutSeconds: `30` → `60`\n" in ran.out


@pytest.mark.parametrize("name", ["x.svg", "deep/x.PNG"])
def test_a_picture_has_both_with_their_marks(files, designer, name):
    ran = designer("diff", "old/order.asl.yaml", "new/order.asl.yaml", "-o", name)
    assert ran.code == 1
    data = (files / name).read_bytes()
    if name.endswith("PNG"):
        assert data.startswith(b"\x89PNG")
        return
    before, after = ElementTree.fromstring(data).findall("{*}svg")
    marks = [[each.get("class") for each in side.iter() if each.get("class")] for side in (before, after)]
    assert marks == [["mark-changed"], ["mark-changed", "mark-added"]]


def test_pictures_of_folders_are_of_those_that_differ(files, designer):
    for name in ("old", "new"):
        (files / name / "same.asl.yaml").write_text("{StartAt: A, States: {A: {Type: Succeed}}}")
    assert designer("diff", "old", "new", "-o", "drawn").code == 1
    assert sorted(path.name for path in (files / "drawn").iterdir()) == [
        "order.asl.yaml.png",
        "order.asl.yaml.svg",
    ]
    ran = designer("diff", "old", "new", "-o", "x.svg")
    assert ran.code == 2 and "There are 2 workflows to draw" in ran.refusal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "x.asl.yaml:1:2: Not compared: "),
        (" " * (MAX_BYTES + 1), "x.asl.yaml: "),
    ],
    ids=["broken", "too large"],
)
def test_text_that_cannot_be_read_is_trouble_and_no_difference(files, designer, text, words):
    (files / "new" / "x.asl.yaml").write_text(text)
    for arguments in (("old/order.asl.yaml", "new/x.asl.yaml"), ("old", "new")):
        ran = designer("diff", *arguments, "-o", "x.svg")
        assert ran.code == 2 and words.split(":")[0] in ran.refusal and not (files / "x.svg").exists()


def test_other_refusals_are_trouble_too(files, designer):
    assert designer("diff", "old/order.asl.yaml", "nowhere.asl.yaml").code == 2
    assert designer("diff", "old").code == 2
    (files / "taken").write_text("mine")
    ran = designer("diff", "old", "new", "-o", "taken")
    assert ran.code == 2 and "Cannot be written" in ran.refusal


def test_a_change_of_the_sidecar_is_told(files, designer):
    sample = load_sample("refund")
    for name, owner in (("a", "返金チーム"), ("b", "経理")):
        (files / f"{name}.asl.yaml").write_text(sample.document.text, "utf-8")
        (files / f"{name}.design.json").write_text(
            sample.design.document.text.replace('"title": "', f'"title": "{owner} '), "utf-8"
        )
    ran = designer("diff", "a.asl.yaml", "b.asl.yaml")
    assert ran.code == 1 and "title: 返金チーム" in ran.out


def test_nothing_to_compare_is_no_success(designer, files):
    (files / "empty").mkdir()
    (files / "empty2").mkdir()
    for arguments in (["empty", "empty2"], ["old", "new", "--machine", "zzz"], ["/dev/null", "/dev/null"]):
        ran = designer("diff", *arguments)
        assert (ran.code, ran.out) == (2, "") and "There is no workflow to compare" in ran.refusal
