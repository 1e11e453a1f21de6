"""Single cases of definitions in files: what is written is the line with the change, and nothing else."""

from pathlib import Path

import pytest

from designer.repository.place import Reading, find
from schemas.core.edits import Set

SERVICE = "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n    m:\n      definition:"
TEMPLATE = "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n"
MACHINE = 'resource "aws_sfn_state_machine" "m" {\n'
COMMENT = 'it\'s "a" # b'


def opened(folder, name, text):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    (reading,) = [each for each in find(file) if isinstance(each, Reading)]
    return reading


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        (
            "serverless.yml",
            f"{SERVICE}   \n        StartAt: A \n        States: \n \n          A:\t# x\n"
            "            Type: Pass  \n"
            "            Comment: c\n            End: true # y\n        # z\n\n    # other\n",
            "Comment: c\n",
            "Comment: 'it''s \"a\" # b'\n",
        ),
        (
            "serverless.yml",
            f"x: &t {{Type: Pass, Comment: c}}\n{SERVICE}\n        StartAt: A\n"
            "        States:\n          A:\n"
            "            <<: *t\n            Comment: c\n            End: true",
            "Comment: c\n            End",
            "Comment: 'it''s \"a\" # b'\n            End",
        ),
        (
            "serverless.yml",
            f"{SERVICE}\n        StartAt: A\n        States:\n"
            "          A: {Type: Task, Resource: !GetAtt [F, Arn], "
            "Retry: '${self:custom.r}', Comment: c, End: true}\ncustom: {r: [{ErrorEquals: [X]}]}\n",
            "Comment: c,",
            "Comment: 'it''s \"a\" # b',",
        ),
        (
            "template.yml",
            f"{TEMPLATE}      Definition:\n        StartAt: A\n        States:\n          A:\n"
            "            Type: Pass\n            Comment: on\n            End: yes\n",
            "Comment: on",
            "Comment: 'it''s \"a\" # b'",
        ),
        (
            "template.yml",
            f'{TEMPLATE}      DefinitionString: "{{\\"StartAt\\": \\"A\\",\n        \\"States\\": {{\\"A\\": '
            '{\\"Type\\": \\"Pass\\", \\\n  \\"Comment\\": \\"c\\", \\"End\\": true}}}"\n      RoleArn: x\n',
            '\\"c\\"',
            '\\"it\'s \\\\\\"a\\\\\\" # b\\"',
        ),
        (
            "template.yml",
            f'{TEMPLATE}      DefinitionString: !Sub \'{{"StartAt": "A",\n\n        "States": {{"A": '
            '{"Type": "Pass", "Comment": "c", "End": true}}}\'\n',
            '"c"',
            '"it\'\'s \\"a\\" # b"',
        ),
        (
            "template.yml",
            f"{TEMPLATE}      Definition: !If [C, {{StartAt: A, States: "
            "{A: {Type: Pass, Comment: c, End: true}}}, !Ref AWS::NoValue]\n",
            "Comment: c,",
            "Comment: 'it''s \"a\" # b',",
        ),
        (
            "main.tf",
            f'{MACHINE}  definition = "{{\\"StartAt\\": \\"A\\", '
            '\\"States\\": {\\"A\\": {\\"Type\\": \\"Pass\\", \\"Comment\\": \\"c\\", \\"End\\": '
            'true}}}" # x\n}\n',
            '\\"c\\"',
            '\\"it\'s \\\\\\"a\\\\\\" # b\\"',
        ),
        (
            "template.yml",
            f'{TEMPLATE}      DefinitionString: !Join\n        - "\\n"\n'
            '        - - "{\\"StartAt\\": \\"A\\","\n'
            '          - !Join [\'\', [\'"States": {"A": {"Type": "Task", "Resource": "\', !Ref F, \'",\']]\n'
            '          - !Sub \'"TimeoutSecondsPath": "$.${T}", "Comment": "c",\'\n'
            "          - !Sub ['\"End\": ${B}', {B: 'true'}]\n"
            "          - |-\n            }}\n            }\n",
            '"c"',
            '"it\'\'s \\"a\\" # b"',
        ),
        (
            "main.tf",
            f'{MACHINE}  definition = <<EOF\r\n{{"StartAt": "A",\r\n  "States": {{"A": {{"Type": "Pass", '
            '"Comment": "c", "Next": "$${x}"}}}\r\nEOF\r\n}\r\n',
            '"c"',
            '"it\'s \\"a\\" # b"',
        ),
    ],
)
def test_a_comment_is_changed_in_its_place(tmp_path, name, text, old, new):
    reading = opened(tmp_path, name, text)
    document = reading.workflow.document
    assert (document.problem, reading.fixed, reading.text_with(document)) == (None, "", text)
    after = reading.text_with(document.apply(Set(("States", "A", "Comment"), COMMENT)).document)
    assert (text.count(old), after) == (1, text.replace(old, new))


def test_a_template_of_terraform_is_json_whatever_its_ending(tmp_path):
    text = '{"StartAt":"A","States":{"A":{"Type":"Wait", "Seconds":${seconds},"Comment":"c","End":true}}}'
    (tmp_path / "flow.asl.json.tftpl").write_text(text)
    source = MACHINE + '  definition = templatefile("${path.module}/flow.asl.json.tftpl", {})\n}\n'
    reading = opened(tmp_path, "main.tf", source)
    document = reading.workflow.document
    assert (document.format, document.problem) == ("json", None)
    changed = document.apply(Set(("States", "A", "Comment"), "d"), Set(("States", "A", "Next"), "B")).document
    assert reading.text_with(changed) == text.replace('"c","End":true', '"d","End":true, "Next":"B"')


def test_an_anchor_that_others_refer_to_keeps_its_value_for_them(tmp_path):
    text = (
        f"{SERVICE}\n        StartAt: A\n        States:\n          A: {{Type: Pass, End: true, "
        "Parameters: &p {n: 1}}\ncustom: *p\n"
    )
    reading = opened(tmp_path, "serverless.yml", text)
    changed = reading.workflow.document.apply(Set(("States", "A", "Parameters", "n"), 2)).document
    assert reading.text_with(changed) == text.replace("n: 1", "n: 2").replace("*p", "\n  'n': 1").replace(
        "custom: \n", "custom:\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        (
            "main.tf",
            f'{MACHINE}  definition = jsonencode({{ StartAt = "A", States = {{}} }})\n}}\n',
            "jsonencode",
        ),
        (
            "cdk.out/x.template.json",
            '{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": '
            '{"DefinitionString": "{\\"StartAt\\": \\"A\\"}"}}}}',
            "generated",
        ),
        (
            "stack.ts",
            "import * as sfn from 'aws-cdk-lib/aws-stepfunctions';\n"
            "new sfn.StateMachine(this, 'M', { definitionBody: "
            'sfn.DefinitionBody.fromString(\'{"StartAt": "A"}\') });\n',
            "program",
        ),
    ],
)
def test_what_can_only_be_read_says_why(tmp_path, name, text, fixed):
    reading = opened(tmp_path, name, text)
    assert (reading.fixed, reading.workflow.document.value["StartAt"]) == (f"place.fixed.{fixed}", "A")
    assert reading.text_with(reading.workflow.document) is None


PROGRAMS = {
    "stack.py": """
from pathlib import Path
import os
from aws_cdk import aws_stepfunctions as sfn
HERE = Path(__file__).parent
sfn.StateMachine(self, "A", definition_body=sfn.DefinitionBody.from_file("flows/x.asl.json"))
sfn.StateMachine(self, "B", definition_body=sfn.DefinitionBody.from_file(str(HERE / "flows" / "x.asl.json")))
sfn.StateMachine(self, "C", definition_body=sfn.DefinitionBody.from_file(
    os.path.join(os.path.dirname(__file__), f"flows/{'x'}.asl.json")))
with open("flows/x.asl.json") as file:
    body = file.read()
sfn.StateMachine(self, "D", definition_body=sfn.DefinitionBody.from_string(body))
sfn.StateMachine(self, "E", definition_body=sfn.DefinitionBody.from_string(
    (HERE / "flows/x.asl.json").read_text()))
""",
    "stack.ts": """
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import flow from './flows/x.asl.json';
const FILE = path.join(__dirname, 'flows', 'x.asl.json');
new sfn.StateMachine(this, 'A', { definitionBody: sfn.DefinitionBody.fromFile(FILE) });
new sfn.StateMachine(this, `B`, {
  definitionBody: DefinitionBody.fromFile(`${__dirname}/flows/x.asl.json`, {}) });
const definitionBody = sfn.DefinitionBody.fromString(JSON.stringify(flow));
new StateMachine(this, 'C', { definitionBody });
new StateMachine(this, 'D', {
  definitionBody: DefinitionBody.fromString(fs.readFileSync(FILE, 'utf8').toString()) });
new StateMachine(this, 'E', { definitionBody: DefinitionBody.fromFile('flows/x.asl.json') });
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_cdk_app_names_its_file_in_many_ways(tmp_path, monkeypatch, name):
    from designer.linting.sources import Source, sources

    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "x.asl.json").write_text('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    (tmp_path / name).write_text(PROGRAMS[name])
    found = [each for each in sources(tmp_path / name) if isinstance(each, Source)]
    assert [each.name for each in found] == ["A", "B", "C", "D", "E"]
    assert {each.file for each in found} == {tmp_path / "flows" / "x.asl.json"}
    monkeypatch.chdir(tmp_path.parent)
    relative = [each for each in sources(Path(tmp_path.name) / name) if isinstance(each, Source)]
    assert [each.name for each in relative] == ["A", "B", "C", "D", "E"]
    assert {each.file for each in relative} == {Path(tmp_path.name, "flows", "x.asl.json")}
