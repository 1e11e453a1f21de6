"""The shapes that repositories have: a definition is found where it is named, and settings are read."""

import pytest
from shapes import FLOW, IMPORTS, SFN, changes_in_place, machines, put

from designer.repository.place import read

HEREDOC = f"""
locals {{
  # ours
  flow = <<-EOF
    {FLOW.strip()}
  EOF
}}
resource "aws_sfn_state_machine" "One" {{
  definition = trimspace(local.flow)
}}
"""
TERRAFORM = {
    "local": ({"main.tf": HEREDOC}, "main.tf"),
    "local-elsewhere": (
        {"main.tf": HEREDOC[HEREDOC.index("resource") :], "locals.tf": HEREDOC[: HEREDOC.index("resource")]},
        "locals.tf",
    ),
    "decoded": (
        {
            "main.tf": 'resource "aws_sfn_state_machine" "One" {\n'
            '  definition = jsonencode(yamldecode(file("${path.module}/flow.json")))\n}\n',
            "flow.json": FLOW,
        },
        "flow.json",
    ),
    "replaced": (
        {
            "main.tf": 'resource "aws_sfn_state_machine" "One" {\n'
            '  definition = replace(file("flow.json"), "X", var.x)\n}\n',
            "flow.json": FLOW,
        },
        "flow.json",
    ),
    "module": (
        {
            "main.tf": 'module "task" {\n  source = "./task"\n  container_definition = file("task.json")\n}\n'
            'module "One" {\n  source = "git::modules//workflow"\n'
            '  state_machine_definition = templatefile("flow.asl.json.tpl", { a : module.b.c })\n}\n',
            "task.json": '{"image": "x"}',
            "flow.asl.json.tpl": FLOW,
        },
        "flow.asl.json.tpl",
    ),
    "format": (
        {
            "main.tf": 'module "One" {\n  source = "./flow"\n  step_function_definition = '
            'templatefile(format("%s/flows/%s.json", path.module, "a"), {})\n}\n',
            "flows/a.json": FLOW,
        },
        "flows/a.json",
    ),
    "join": (
        {
            "main.tf": 'resource "aws_sfn_state_machine" "One" {\n'
            '  definition = file(join("/", [path.module, "flows", "a.json"]))\n}\n',
            "flows/a.json": FLOW,
        },
        "flows/a.json",
    ),
    "beside": (
        {
            "terraform/main.tf": 'resource "aws_sfn_state_machine" "One" {\n  definition = templatefile('
            '"${path.module}/../flows/flow.json.tftpl", {})\n}\n',
            "flows/flow.json.tftpl": FLOW,
        },
        "flows/flow.json.tftpl",
    ),
}


@pytest.mark.parametrize("shape", TERRAFORM)
def test_terraform_gives_a_definition_in_many_ways(tmp_path, shape):
    files, name = TERRAFORM[shape]
    put(tmp_path, files)
    found = machines(tmp_path)
    assert {name: each.place.file for name, each in found.items()} == {"One": tmp_path / name}
    assert changes_in_place(found["One"], tmp_path, name)


BESIDE = {
    "template.yaml": "Resources:\n  One:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n"
    "      DefinitionUri: ../flows/flow.asl.json\n",
    "stack.py": f'{SFN}sfn.StateMachine(self, "One", '
    'definition_body=sfn.DefinitionBody.from_file("../flows/flow.asl.json"))\n',
    "serverless.yml": "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n    One:\n"
    "      definition: ${file(../flows/flow.asl.json)}\n",
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_elsewhere_in_the_folder_that_is_opened_is_followed(tmp_path, name):
    """A file that lies outside of the folder that was opened is not read, whatever names it."""
    root = tmp_path / "repository"
    put(root, {f"infra/{name}": BESIDE[name], "infra/cdk.json": "{}", "flows/flow.asl.json": FLOW})
    (reading,) = machines(root).values()
    assert reading.place.file.resolve() == root / "flows/flow.asl.json"
    assert read(reading.place, root).workflow.document.value == reading.workflow.document.value
    assert changes_in_place(reading, root, "flows/flow.asl.json")
    assert machines(root / "infra" / name) == {}


SETTINGS = {
    "stack.py": f"""{SFN}
sfn.StateMachine(self, "One", state_machine_type=sfn.StateMachineType.EXPRESS, tracing_enabled=True,
    definition_body=sfn.DefinitionBody.from_file("flow.json"),
    definition_substitutions={{"Table": "orders", "Arn": function.function_arn}},
    logs=sfn.LogOptions(destination=group, level=sfn.LogLevel.ALL, include_execution_data=True))
""",
    "stack.ts": f"""{IMPORTS}
new sfn.StateMachine(this, 'One', {{
  definitionBody: sfn.DefinitionBody.fromFile('flow.json'), stateMachineType: StateMachineType.EXPRESS,
  tracingEnabled: true, definitionSubstitutions: {{ Table: 'orders', Arn: fn.functionArn }},
  logs: {{ destination: group, level: sfn.LogLevel.ALL, includeExecutionData: true }} }});
""",
    "level1/stack.py": f"""{SFN}
sfn.CfnStateMachine(self, "One", state_machine_type="EXPRESS", tracing_configuration={{"enabled": True}},
    definition_string=open("flow.json").read(), definition_substitutions={{"Table": "orders"}},
    logging_configuration=sfn.CfnStateMachine.LoggingConfigurationProperty(
        level="ALL", include_execution_data=True, destinations=destinations))
""",
    "main.tf": """
data "template_file" "flow" {
  template = file("flow.json")
  vars = { Table = "orders" }
}
resource "aws_sfn_state_machine" "One" {
  definition = data.template_file.flow.rendered
  type = "EXPRESS"
  dynamic "logging_configuration" {
    for_each = var.logs ? [1] : []
    content {
      level = "ALL"
      include_execution_data = true
    }
  }
  tracing_configuration { enabled = true }
}
""",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings_of_a_machine_are_read(tmp_path, name):
    put(tmp_path, {name: SETTINGS[name], "flow.json": FLOW, "cdk.json": "{}"})
    (reading,) = machines(tmp_path).values()
    assert reading.workflow.design.fields == {
        "version": 1,
        "type": "EXPRESS",
        "deployment": {
            "tracing": True,
            "logging": {"level": "ALL", "includeExecutionData": True},
            "substitutions": {"Table": {"value": "orders"}},
        },
    }
