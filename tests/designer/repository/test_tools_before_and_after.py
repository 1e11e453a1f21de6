"""Repositories of eight machines, as the real tools read them before and after a retry of each is changed."""

import json
import re
from itertools import product

import pytest
from budget import deep_only
from corpus import definitions, needs_corpus
from hosting import FORMS
from osls import definition_of, package
from sam import NoManagedPolicies
from styled_definitions import Written, in_json, in_yaml, indented
from terraform import read as read_hcl
from tooling import needs_node

from designer.repository.place import Reading, find
from designer.repository.writing import write_back
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change

STYLES = [
    Written(("A", "注文を保存"), step, comments, blank, quote)
    for (comments, blank), (step, quote) in product(
        ((True, False), (False, True), (True, True), (False, False)), ((2, ""), (4, "'"))
    )
]
FUNCTION = "arn:aws:lambda:ap-northeast-1:123456789012:function:f"
OLD, NEW = '"MaxAttempts": 2', '"MaxAttempts": 9'


def put(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def change_each(folder):
    """Change the first retry of each machine from 2 to 9 in its place; how many there are."""
    places = [each.place for each in find(folder) if isinstance(each, Reading)]
    for place in places:
        (reading,) = [
            each for each in find(folder) if isinstance(each, Reading) and each.place.key == place.key
        ]
        assert not reading.fixed
        path = ("States", reading.workflow.document.value["StartAt"], "Retry", 0, "MaxAttempts")
        write_back(reading, reading.workflow.apply(Change((Set(path, 9),))).workflow, folder)
    return len(places)


def replaced(value):
    """The value with the first retries changed, also those inside of texts."""
    text = json.dumps(value)
    for level in ("", "\\"):
        text = text.replace(OLD.replace('"', level + '"'), NEW.replace('"', level + '"'))
    return json.loads(text.replace('MaxAttempts\\":2', 'MaxAttempts\\":9'))


@deep_only
@pytest.mark.node
@needs_node
def test_osls_packages_the_same_but_for_the_retries(tmp_path):
    put(tmp_path / "before", service())
    put(tmp_path / "after", service())
    assert change_each(tmp_path / "after") == 8
    before, after = (package(tmp_path / name, tmp_path / "home") for name in ("before", "after"))
    assert (len(after.machines), before.output.count("✔")) == (8, 1)
    for name, machine in before.machines.items():
        old, new = (
            definition_of(each, run.template.get("Parameters", {}))
            for each, run in ((machine, before), (after.machines[name], after))
        )
        assert json.dumps(new) == json.dumps(old).replace(OLD, NEW) != json.dumps(old)


def service():
    forms = {
        "block": f"\n{indented(in_yaml(STYLES[0]), 8)}",
        "quoted": f"\n{indented(in_yaml(STYLES[1]), 8)}",
        "anchored": f" &flow\n{indented(in_yaml(STYLES[2]), 8)}",
        "brackets": f" {indented(in_json(STYLES[3]), 8).lstrip()}\n",
        "file": " ${file(flows/file.asl.json)}\n",
        "keyed": " ${file(flows/keyed.yml):flow}\n",
        "function": f"\n{indented(in_yaml(STYLES[6]).replace(FUNCTION, '!GetAtt [F, Arn]'), 8)}",
    }
    head = (
        "service: shop # ours\nframeworkVersion: '>=3'\nprovider: {name: aws, region: ap-northeast-1}\n"
        "plugins:\n  - serverless-step-functions\nstepFunctions:\n  stateMachines:\n"
    )
    role = "role: arn:aws:iam::123456789012:role/r\n"
    machine = f"    {{name}}: # one\n      {role}      name: {{name}}\n      definition:{{text}}"
    machines = [machine.format(name=name, text=text) for name, text in forms.items()]
    resources = "resources:\n  Resources:\n    F:\n      Type: AWS::SNS::Topic\n"
    section = f"    included: ${{file(flows/machine.yml)}}\n{resources}"
    return {
        "serverless.yml": head + "".join(machines) + section,
        "flows/file.asl.json": in_json(STYLES[4]),
        "flows/keyed.yml": f"flow:\n{indented(in_yaml(STYLES[5]), 2)}",
        "flows/machine.yml": f"{role}name: included\ndefinition:\n{indented(in_yaml(STYLES[7]), 2)}",
    }


@pytest.mark.parametrize("form", sorted(name for name in FORMS if name.startswith("cloudformation")))
def test_cfn_lint_reads_the_same_but_for_the_retries(form, tmp_path):
    from cfnlint.decode import decode

    def decoded():
        (file,) = (each for each in tmp_path.iterdir() if each.suffix in (".yml", ".json"))
        template, found = decode(str(file))
        assert not found
        return json.loads(json.dumps(template, default=str))

    put(tmp_path, FORMS[form](STYLES))
    before = decoded()
    assert change_each(tmp_path) == 8
    assert decoded() == replaced(before) != before


def test_sam_translates_the_same_but_for_the_retries(tmp_path, monkeypatch):
    import yaml
    from samtranslator.translator.transform import transform

    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")

    def translated():
        text = (tmp_path / "template.yaml").read_text().replace("!Ref T", "T")
        return transform(yaml.load(text, yaml.CSafeLoader), {}, NoManagedPolicies())

    put(tmp_path, FORMS["sam_inline"](STYLES))
    before = translated()
    assert change_each(tmp_path) == 8
    assert translated() == replaced(before) != before


@pytest.mark.node
@needs_node
def test_hcl2json_reads_the_same_but_for_the_retries(tmp_path):
    put(tmp_path, FORMS["terraform_heredoc"](STYLES))
    (before,) = read_hcl([tmp_path / "main.tf"])
    assert change_each(tmp_path) == 8
    (after,) = read_hcl([tmp_path / "main.tf"])
    for name, (machine,) in before["resource"]["aws_sfn_state_machine"].items():
        (changed,) = after["resource"]["aws_sfn_state_machine"][name]
        definition = machine.pop("definition")
        assert changed.pop("definition") == re.sub(r'(MaxAttempts"?: )2', r"\g<1>9", definition, count=1)
        assert changed == machine


@needs_corpus
@pytest.mark.parametrize("form", ["lines", "string", "heredoc"])
def test_real_definitions_keep_their_bytes_in_each_form(form, tmp_path):
    for file in definitions()[::60]:
        document = Document.parse(file.read_text(encoding="utf-8"), "json")
        value = document.value
        if (
            document.problem
            or not isinstance(value, dict)
            or not value.get("States")
            or "StartAt" not in value
        ):
            continue
        host = tmp_path / ("main.tf" if form == "heredoc" else "template.yml")
        host.write_text(hosted(form, document))
        (reading,) = [each for each in find(host) if isinstance(each, Reading)]
        before = host.read_text()
        assert (reading.fixed, reading.text_with(reading.workflow.document)) == ("", before)
        edit = Set(("Comment",), 'it\'s "x" # ${Y}')
        write_back(reading, reading.workflow.apply(Change((edit,))).workflow, tmp_path)
        (again,) = [each for each in find(host) if isinstance(each, Reading)]
        assert again.workflow.document.value == {**value, "Comment": edit.value}


def hosted(form: str, document: Document) -> str:
    head = "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n"
    text = json.dumps(document.value, indent=2, ensure_ascii=False)
    if form == "lines":
        return f"{head}      Definition:\n{indented(document.convert('yaml').text, 8)}      RoleArn: x\n"
    if form == "string":
        return f"{head}      DefinitionString: {json.dumps(text)}\n      RoleArn: x\n"
    heredoc = f"  definition = <<-EOF\n{indented(text, 4)}\n  EOF\n"
    return f'resource "aws_sfn_state_machine" "m" {{\n{heredoc}}}\n'
