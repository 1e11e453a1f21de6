"""Small repositories of Terraform and of the CDK in both languages."""

from small_flows import ARN, FLOW, ROLE, TABS, YAML, inside


def _block(definition, more=""):
    return (
        f'# the payment\nresource "aws_sfn_state_machine" "pay" {{\n  name     = "pay-${{var.stage}}" # {{\n'
        f"  role_arn = aws_iam_role.flows.arn\n  definition = {definition}\n}}\n{more}"
    )


TERRAFORM = {
    "heredoc": {"main.tf": _block(f"<<EOF\n{FLOW}EOF")},
    "indented": {"main.tf": _block(f"<<-JSON\n{inside(FLOW, 4)}  JSON")},
    "yaml": {"main.tf": _block(f"<<-EOT\n{inside(YAML, 4)}  EOT")},
    "template": {
        "main.tf": _block('templatefile("${path.module}/flows/pay.json.tftpl", {\n    arn = var.arn\n  })'),
        "flows/pay.json.tftpl": FLOW.replace(ARN, "${arn}"),
    },
    "beside": {
        "terraform/main.tf": _block('file("${path.module}/../flows/pay.json")'), "flows/pay.json": TABS,
    },
    "local": {
        "main.tf": _block("local.flow"),
        "locals.tf": f"locals {{\n  flow = <<-EOF\n{inside(FLOW, 4)}  EOF\n}}\n",
    },
    "data": {
        "main.tf": _block("data.template_file.pay.rendered"),
        "data.tf": 'data "template_file" "pay" {\n  template = file("pay.json")\n  vars = { a = 1 }\n}\n',
        "pay.json": FLOW,
    },
    "decoded": {"main.tf": _block('jsonencode(yamldecode(file("pay.yaml")))'), "pay.yaml": YAML},
    "module": {
        "main.tf": 'module "pay" {\n  source = "terraform-aws-modules/step-functions/aws"\n  name = "pay"\n'
        '  definition = templatefile("pay.json", {})\n}\n',
        "pay.json": FLOW,
    },
}  # fmt: skip


def _python(body, functions="", **files):
    text = f"""# the app
import json
import os
from pathlib import Path

from aws_cdk import App, Fn, Stack, aws_stepfunctions as sfn

{functions}

class Shop(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
{inside(body, 8)}

app = App()
Shop(app, "Shop")
app.synth()
"""
    return {"app.py": text, "cdk.json": '{"app": "python3 app.py"}', **(files or {"pay.asl.json": FLOW})}


_BODY = "definition_body=sfn.DefinitionBody"
CDK_PYTHON = {
    "file": _python(f'sfn.StateMachine(self, "Pay", {_BODY}.from_file(os.path.abspath("pay.asl.json")))'),
    "path": _python(
        'file = Path(__file__).parent / "pay.asl.json"\n'
        f'sfn.StateMachine(self, "Pay", {_BODY}.from_file(str(file)))'
    ),
    "read": _python(
        'with open(os.path.join(os.path.dirname(__file__), "pay.asl.json"), encoding="utf-8") as file:\n'
        "    text = file.read()\n"
        f'sfn.StateMachine(self, "Pay", {_BODY}.from_string(text))'
    ),
    "loaded": _python(
        'flow = json.loads(Path("pay.asl.json").read_text(encoding="utf-8"))\n'
        f'sfn.StateMachine(self, "Pay", {_BODY}.from_string(json.dumps(flow)))'
    ),
    "replaced": _python(
        'text = Path("pay.asl.json").read_text("utf-8")\ntext = text.replace("ap-northeast-1", self.region)\n'
        'sfn.StateMachine(self, "Pay", definition_body=sfn.DefinitionBody.from_string(text))'
    ),
    "cfn": _python(
        f'sfn.CfnStateMachine(self, "Pay", role_arn="{ROLE}",\n'
        '    definition_string=Fn.sub(open("pay.asl.json", encoding="utf-8").read()))'
    ),
    "function": _python(
        f'sfn.StateMachine(self, "Pay", {_BODY}.from_string(flow()))',
        'def flow():\n    return Path(__file__).with_name("pay.asl.json").read_text("utf-8")\n'.replace(
            '.with_name("pay.asl.json")', '.parent.joinpath("pay.asl.json")'
        ),
    ),
    "substituted": _python(
        'flow = sfn.DefinitionBody.from_file(os.path.join(os.path.dirname(__file__), "pay.asl.json"))\n'
        'self.machine = sfn.StateMachine(scope=self, id="Pay", definition_body=flow,\n'
        f'    definition_substitutions={{"arn": "{ARN}"}}, tracing_enabled=True)',
        **{"pay.asl.json": FLOW.replace(ARN, "${arn}")},
    ),
}


def _typescript(body, imports="", **files):
    text = f"""// the app
import * as fs from 'fs';
import * as path from 'path';
import {{ App, Fn, Stack }} from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
{imports}
const app = new App();
const stack = new Stack(app, 'Shop');
{body}
app.synth();
"""
    return {"app.ts": text, "cdk.json": '{"app": "npx tsx app.ts"}', **(files or {"pay.asl.json": FLOW})}


_NEW = "new sfn.StateMachine(stack, 'Pay', "
CDK_TYPESCRIPT = {
    "file": _typescript(f"{_NEW}{{ definitionBody: sfn.DefinitionBody.fromFile('pay.asl.json') }});"),
    "path": _typescript(
        "const definition = sfn.DefinitionBody.fromFile(path.join(__dirname, 'pay.asl.json'));\n"
        f"{_NEW}{{\n  definitionBody: definition, // ours\n}});"
    ),
    "read": _typescript(
        "const text = fs.readFileSync(path.resolve(__dirname, './pay.asl.json')).toString().trim();\n"
        f"{_NEW}{{ definitionBody: sfn.DefinitionBody.fromString(text) }});"
    ),
    "loaded": _typescript(
        "const flow = JSON.parse(fs.readFileSync('pay.asl.json', 'utf8'));\n"
        f"{_NEW}{{ definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(flow)) }});"
    ),
    "replaced": _typescript(
        "let text = '{}';\n"
        "if (fs.existsSync('pay.asl.json')) {\n  text = fs.readFileSync('pay.asl.json', 'utf8');\n}\n"
        "const here = text.replace(/ap-northeast-1/g, stack.region);\n"
        f"{_NEW}{{ definitionBody: sfn.DefinitionBody.fromString(here) }});"
    ),
    "cfn": _typescript(
        f"new sfn.CfnStateMachine(stack, 'Pay', {{ roleArn: '{ROLE}',\n"
        "  definitionString: Fn.sub(fs.readFileSync('pay.asl.json', 'utf8')) });"
    ),
    "imported": _typescript(
        f"new sfn.CfnStateMachine(stack, 'Pay', {{ definition: flow, roleArn: '{ROLE}' }});",
        "import flow from './pay.json';",
        **{"pay.json": FLOW},
    ),
    "substituted": _typescript(
        "const definitionBody = sfn.DefinitionBody.fromFile(`${__dirname}/pay.asl.json`, {});\n"
        "const props: sfn.StateMachineProps = { definitionBody, tracingEnabled: true,\n"
        f"  definitionSubstitutions: {{ arn: '{ARN}' }} }};\n{_NEW}props);",
        **{"pay.asl.json": FLOW.replace(ARN, "${arn}")},
    ),
}
