"""`designer new`: files to begin with."""

import json

import pytest

from designer.library.samples import samples


def test_a_new_workflow_is_valid(folder, designer):
    ran = designer("new", "返品")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == ["返品.asl.yaml", "返品.design.json"]
    assert designer("validate", "--format", "json", "返品.asl.yaml").found == []


@pytest.mark.parametrize("sample", samples())
def test_a_copy_of_a_sample_is_complete_in_itself(folder, designer, sample):
    assert designer("new", "注文", "--from", sample).code == 0
    definition, cases, sidecar = sorted(path.name for path in folder.iterdir())
    assert definition in {"注文.asl.yaml", "注文.asl.json"} and sidecar == "注文.design.json"
    assert cases == "注文.cases.yaml" and designer("test", definition).code == 0
    assert designer("validate", "--format", "json", definition).found == []
    inputs = json.loads((folder / "注文.design.json").read_text())["samples"].values()
    assert inputs and all("input" in each and "file" not in each for each in inputs)


@pytest.mark.parametrize("taken", ["flow.asl.json", "flow.asl.yaml", "flow.design.json", "flow.json"])
def test_nothing_is_overwritten(folder, designer, taken):
    (folder / taken).write_text("mine")
    ran = designer("new", "flow")
    assert ran.code == 1 and taken in ran.refusal
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [(taken, "mine")]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../a", "/a", "a\nb", "x" * 300, "\udcff", "con"])
def test_a_name_that_cannot_be_a_files_is_refused(folder, designer, name):
    ran = designer("new", name)
    assert ran.code == 1 and ran.refusal
    assert list(folder.rglob("*")) == []


def test_a_flowchart_becomes_the_sketch_and_what_is_left_out_is_told(folder, designer):
    (folder / "refund.mmd").write_text("flowchart TD\n  A[依頼] --> B{承認?}\n  B ->> C\n")
    ran = designer("new", "返金", "--from", "refund.mmd")
    assert (ran.code, ran.out.splitlines()) == (0, ["返金.asl.json", "返金.design.json"])
    assert "refund.mmd:3:" in ran.err
    cards = json.loads((folder / "返金.design.json").read_text())["sketch"]["cards"]
    assert [card["kind"] for card in cards.values()] == ["step", "decision"]


def test_a_diagram_that_cannot_be_taken_over_is_refused_at_its_line(folder, designer):
    (folder / "x.mmd").write_text("\nsequenceDiagram\n  A->>B: x\n")
    ran = designer("new", "x", "--from", "x.mmd")
    assert ran.code == 1 and "x.mmd:2:" in ran.refusal
    assert [path.name for path in folder.iterdir()] == ["x.mmd"]
