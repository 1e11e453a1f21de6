"""`designer validate --fix` and `--unsafe-fixes`."""

import json
import stat

import pytest

FLOW = """StartAt: 決済   # money
States:
  決済:
    Type: Task
    Resource: arn:aws:states:::aws-sdk:dynamodb:PutItem
    Parameters: {TableName: orders, Item.$: $.item}
    Next: 完 了
  完了: {Type: Succeed}
"""
FIXED = FLOW.replace("PutItem", "putItem").replace("完 了", "完了")


@pytest.fixture
def flow(folder):
    (folder / "flow.asl.yaml").write_text(FLOW)
    return folder / "flow.asl.yaml"


def test_safe_fixes_are_applied_and_counted(flow, designer):
    ran = designer("validate", "--fix", "flow.asl.yaml")
    assert (ran.code, flow.read_text()) == (0, FIXED)
    assert ran.err == "2 fix(es) applied.\n"


def test_fixing_what_is_fixed_changes_nothing(flow, designer):
    designer("validate", "--fix", "flow.asl.yaml")
    before = flow.stat()
    assert designer("validate", "--fix", "flow.asl.yaml").err == "0 fix(es) applied.\n"
    assert flow.stat().st_ino == before.st_ino


def test_without_being_asked_nothing_is_changed(flow, designer):
    designer("validate", "flow.asl.yaml")
    assert flow.read_text() == FLOW


def test_fixes_that_change_what_happens_are_asked_for_by_name(folder, designer):
    task = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": True}
    text = json.dumps({"StartAt": "A", "States": {"A": {**task, "Parameters": {"FunctionName": "pay"}}}})
    (folder / "flow.asl.json").write_text(text)
    designer("validate", "--fix", "flow.asl.json")
    assert (folder / "flow.asl.json").read_text() == text
    designer("validate", "--unsafe-fixes", "flow.asl.json")
    assert "Retry" in (folder / "flow.asl.json").read_text()


def test_the_file_keeps_its_permissions_and_a_link_stays_a_link(flow, folder, designer):
    flow.chmod(0o640)
    (folder / "link.asl.yaml").symlink_to(flow)
    designer("validate", "--fix", "link.asl.yaml")
    assert (folder / "link.asl.yaml").is_symlink()
    assert stat.S_IMODE(flow.stat().st_mode) == 0o640
    assert flow.read_text() == FIXED
    assert sorted(path.name for path in folder.iterdir()) == ["flow.asl.yaml", "link.asl.yaml"]


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_byte_order_mark_and_line_ends_stay(folder, designer, ending):
    text = "\ufeff" + FLOW.replace("\n", ending)
    (folder / "flow.asl.yaml").write_bytes(text.encode())
    designer("validate", "--fix", "flow.asl.yaml")
    fixed = "\ufeff" + FIXED.replace("\n", ending)
    assert (folder / "flow.asl.yaml").read_bytes() == fixed.encode()


def test_definitions_inside_other_files_are_fixed_in_their_place(folder, designer):
    machine = "\n".join(f"        {line}" for line in FLOW.splitlines())
    both = "".join(f"    {name}:\n      definition:\n{machine}\n" for name in ("one", "two"))
    text = f"# ours\nstepFunctions:\n  stateMachines:\n{both}"
    (folder / "serverless.yml").write_text(text.replace("決済   # money", "決済", 1))
    assert designer("validate", "--fix", ".").err == "4 fix(es) applied.\n"
    fixed = text.replace("PutItem", "putItem").replace("完 了", "完了").replace("決済   # money", "決済", 1)
    assert (folder / "serverless.yml").read_text() == fixed


@pytest.mark.parametrize("header", ["!Sub |", "|-", "!Sub |+"])
def test_a_definition_in_the_lines_of_a_string_is_fixed_too(folder, designer, header):
    lines = [
        "{",
        '  "StartAt": "A",',
        "",
        '  "States": {"A": {"Type": "Pass", "Next": "b"}, "B": {"Type": "Fail"}}',
        "}",
    ]
    text = f"""Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: {header}
"""
    text += (
        "".join(f"{'          ' + line if line else ''}\n" for line in lines) + "      Role: !Ref R  # ours\n"
    )
    (folder / "template.yml").write_text(text)
    assert designer("validate", "--fix", "template.yml").err == "1 fix(es) applied.\n"
    assert (folder / "template.yml").read_text() == text.replace('"b"', '"B"')


def test_a_definition_that_is_escaped_is_fixed_between_its_escapes(folder, designer):
    definition = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "b"}, "B": {"Type": "Fail"}}}'
    machine = {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": definition}}
    text = json.dumps({"Resources": {"M": machine}})
    (folder / "template.json").write_text(text)
    assert designer("validate", "--fix", "template.json").err == "1 fix(es) applied.\n"
    assert (folder / "template.json").read_text() == text.replace('\\"b\\"', '\\"B\\"')


def test_a_rule_that_is_off_fixes_nothing(flow, folder, designer):
    (folder / "designer.toml").write_text('[rules]\nunknown-action = "off"\n')
    designer("validate", "--fix", "flow.asl.yaml")
    assert "PutItem" in flow.read_text()
