"""The ways in which programs of the CDK and values of Terraform give a definition."""

import pytest
from shapes import FLOW, IMPORTS, OTHER, SFN, changes_in_place, machines, put

from designer.linting.sources import Notice
from designer.repository.place import find

PYTHON = {
    "replaced": """
class Stack(core.Stack):
    def first(self):
        with open("flows/a.asl.json", "r", encoding="utf-8") as file:
            definition = file.read()
        definition = definition.replace("${Function}", self.function.function_arn)
        sfn.CfnStateMachine(self, "One", definition_string=definition, role_arn=role.role_arn)

    def second(self):
        with open("flows/b.asl.json", "r", encoding="utf-8") as file:
            definition = file.read()
        sfn.StateMachine(self, "Two", definition_body=sfn.DefinitionBody.from_string(definition.strip()))
""",
    "loaded": """
class Stack(core.Stack):
    def __init__(self, scope, id):
        definition = self._load("flows/a.asl.json")
        sfn.StateMachine(self, "One", definition_body=sfn.DefinitionBody.from_string(
            json.dumps(self._with_arns(definition, functions, bucket))))
        other: dict = json.load(open(Path(__file__).parents[0] / "flows" / "b.asl.json"))
        sfn.StateMachine(scope=self, id="Two", definition_body=sfn.DefinitionBody.from_string(
            core.Fn.sub(json.dumps(other), {"Name": name})))
""",
    "returned": """
def text(name):
    path = os.path.join(os.path.dirname(__file__), "flows/b.asl.json")
    return Path(path).read_text()

class Stack(core.Stack):
    def __init__(self, scope, id):
        body = None
        if os.path.exists("flows/a.asl.json"):
            body = open(os.path.join(os.getcwd(), "flows/a.asl.json")).read()
        sfn.StateMachine(self, "One", definition_body=sfn.DefinitionBody.from_string(body))
        sfn.StateMachine(self, "Two", definition_body=sfn.DefinitionBody.from_string(text("b")))
""",
}
TYPESCRIPT = {
    "replaced": """
export class Flows extends Stack {
  first() {
    const file = path.join(__dirname, 'flows/a.asl.json');
    const definition = JSON.parse(fs.readFileSync(file, 'utf8'));
    const updated = this.replaceArns(definition, functions);
    new sfn.StateMachine(this, 'One', {
      definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(updated)) });
  }
  second() {
    const file = path.join(__dirname, 'flows/b.asl.json');
    const definition = fs.readFileSync(file).toString().trim().replace(/x/g, 'y');
    new sfn.CfnStateMachine(this, 'Two', { definitionString: definition, roleArn });
  }
}
""",
    "assigned": """
const __dirname = dirname(fileURLToPath(import.meta.url));
let body = '{}';
if (fs.existsSync(path.join(__dirname, 'flows/a.asl.json'))) {
  body = fs.readFileSync(path.join(__dirname, 'flows/a.asl.json'), 'utf8');
}
new sfn.StateMachine(this, 'One', { ...common, definitionBody: sfn.DefinitionBody.fromString(body) });
const url = fileURLToPath(new URL('./flows/b.asl.json', import.meta.url));
const props = { definitionBody: DefinitionBody.fromFile(url) };
new StateMachine(this, 'Two', { ...props, timeout });
""",
    "returned": """
import flow from './flows/b.asl.json';
const load = (name: string) => fs.readFileSync(path.join(process.cwd(), 'flows/a.asl.json'), 'utf8');
new sfn.StateMachine(this, 'One', { definitionBody: sfn.DefinitionBody.fromString(load('a')) });
new sfn.CfnStateMachine(this, 'Two', { definition: flow as any, roleArn: role.roleArn });
""",
}
PROGRAMS = [
    *((f"python-{name}", "stack.py", SFN + text) for name, text in PYTHON.items()),
    *((f"typescript-{name}", "stack.ts", IMPORTS + text) for name, text in TYPESCRIPT.items()),
]


@pytest.mark.parametrize(
    ("name", "text"), [each[1:] for each in PROGRAMS], ids=[each[0] for each in PROGRAMS]
)
def test_a_program_reads_a_file_and_replaces_in_it(tmp_path, name, text):
    put(tmp_path, {"cdk.json": "{}", name: text, "flows/a.asl.json": FLOW, "flows/b.asl.json": OTHER})
    found = machines(tmp_path)
    assert {name: each.place.file.name for name, each in found.items()} == {
        "One": "a.asl.json",
        "Two": "b.asl.json",
    }
    for reading in found.values():
        assert changes_in_place(reading, tmp_path, f"flows/{reading.place.file.name}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "stack.py",
            f"""{SFN}
def definition(arn):
    last = {{"Type": "Task", "Resource": arn, "TimeoutSeconds": -1, "End": True}}
    return {{"StartAt": "A", "States": {{"A": {{"Type": "Pass", "Next": "B"}}, **others, "B": last}}}}
sfn.StateMachine(self, "One", definition_body=sfn.DefinitionBody.from_string(
    json.dumps(definition(function.function_arn))))
""",
        ),
        (
            "stack.ts",
            f"""{IMPORTS}
const last = {{ Type: 'Task', Resource: arn, TimeoutSeconds: -1, End: true }}; // the last one
const definition = {{ StartAt: 'A', States: {{ A: {{ Type: `Pass`, Next: 'B' }}, 'B': last }} }};
new sfn.CfnStateMachine(this, 'One', {{ definitionString: stack.toJsonString(definition), roleArn }});
""",
        ),
        (
            "main.tf",
            """
locals {
  flow = {
    StartAt = "A"
    States = { A = { Type = "Pass", Next = "B" },
      B = { Type = "Task", Resource = arn, TimeoutSeconds = -1, End = true } }
  }
}
resource "aws_sfn_state_machine" "One" {
  definition = jsonencode(local.flow)
}
""",
        ),
    ],
)
def test_a_definition_of_values_in_a_program_is_shown_and_not_changed(tmp_path, name, text):
    put(tmp_path, {name: text})
    (reading,) = machines(tmp_path).values()
    assert reading.workflow.document.value == {
        "StartAt": "A",
        "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Task", "Resource": "${arn}", "TimeoutSeconds": -1, "End": True},
        },
    }
    assert reading.fixed in ("place.fixed.program", "place.fixed.jsonencode")
    assert reading.text_with(reading.workflow.document) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stack.py", f'{SFN}sfn.StateMachine(self, "One", definition=first.next(sfn.Chain.start(second)))\n'),
        ("stack.ts", f"{IMPORTS}new sfn.StateMachine(this, 'One', {{ definition: first.next(second) }});\n"),
        (
            "stack.py",
            f"{SFN}body = json.dumps(build('flows/settings.json'))\n"
            'sfn.StateMachine(self, "One", definition_body=sfn.DefinitionBody.from_string(body))\n',
        ),
        (
            "lib/stack.ts",
            f"{IMPORTS}const body = DefinitionBody.fromChainable(a.next(b));\n"
            "new sfn.StateMachine(this, 'One', { definitionBody: body });\n",
        ),
    ],
)
def test_a_chain_of_constructs_says_to_run_the_cdk(tmp_path, name, text):
    put(tmp_path, {name: text, "app.ts": "new Stack();\n", "flows/settings.json": "{}"})
    (notice,) = find(tmp_path)
    assert isinstance(notice, Notice)
    assert "cdk synth" in notice.diagnostic.message("en")
    assert "cdk.out" in notice.diagnostic.message("ja")
    template = (
        '{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": %s}}}}'
    )
    put(tmp_path, {"cdk.out/stack.template.json": template % FLOW})
    assert [each.fixed for each in machines(tmp_path).values()] == ["place.fixed.generated"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stack.py", f"{SFN}x = f(x, [x, x]).g(x)\nsfn.StateMachine(self, 'M', definition=json.dumps(x))\n"),
        (
            "stack.py",
            f"{SFN}def f(n):\n  return f(f(n))\nsfn.StateMachine(self, 'M', definition=f(f(1)))\n",
        ),
        ("stack.ts", f"{IMPORTS}let p = {{ definition: p, ...p, ...p }};\nnew StateMachine(this, 'M', p);\n"),
        (
            "main.tf",
            'locals { x = local.x }\nresource "aws_sfn_state_machine" "m" {\n  definition = local.x\n}\n',
        ),
    ],
)
def test_a_program_that_leads_in_a_circle_is_named_as_not_followed(tmp_path, name, text):
    put(tmp_path, {name: text})
    assert [type(each) for each in find(tmp_path / name)] == [Notice]
