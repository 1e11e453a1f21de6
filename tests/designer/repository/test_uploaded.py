"""Templates that are uploaded or pasted give the machines in them, and read nothing else."""

import pytest
from hosting import FORMS
from styled_definitions import Written

from designer.repository.uploaded import machines_in

STYLE = Written(("A", "注文を保存"), 2, comments=True, blank=False, quote="")
ALONE = {"plain", "cdk_python", "cdk_typescript"}


@pytest.mark.parametrize("form", sorted(FORMS.keys() - ALONE))
def test_a_template_gives_each_machine_in_it(form):
    files = {name.split("/")[-1]: text for name, text in FORMS[form]([STYLE, STYLE]).items()}
    files = {name: text.replace("flows/", "").encode() for name, text in files.items()}
    found = machines_in(files)
    assert [workflow.document.value["StartAt"] for workflow in found] == ["A", "A"]
    assert len({workflow.name for workflow in found}) == 2


def test_a_definition_alone_is_no_template():
    assert machines_in({"flow.asl.json": FORMS["plain"]([STYLE])["m0.asl.json"].encode()}) == []


def test_what_a_template_names_elsewhere_is_not_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.asl.json").write_text(FORMS["plain"]([STYLE])["m0.asl.json"])
    for named in (tmp_path / "secret.asl.json", f"../..{tmp_path / 'secret.asl.json'}"):
        machine = f"    m: {{definition: '${{file({named})}}'}}\n"
        text = "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n" + machine
        assert machines_in({"serverless.yml": text.encode()}) == []
