"""Files that hold definitions in each form that a repository has."""

import json
from dataclasses import replace
from itertools import cycle

from styled_definitions import in_json, in_yaml, indented


def _serverless(machines):
    provider = "provider: {name: aws,  region: ap-northeast-1}\n"
    text = f"# a service\nservice: shop\n{provider}stepFunctions:\n  stateMachines:\n"
    return text + "".join(machines) + "resources:\n  Outputs: {}   # kept\n"


def serverless_inline(styles):
    return {"serverless.yml": _serverless(
        f"    m{index}: # a machine\n      type: EXPRESS\n      definition:\n{indented(in_yaml(style), 8)}"
        "      tags: {a: 'b'}\n"
        for index, style in enumerate(styles)
    )}  # fmt: skip


def serverless_anchored(styles):
    before = "custom:\n  retry: &retry\n    - ErrorEquals: [States.ALL]\n      MaxAttempts: 7\n"
    machines = [
        f"    m{index}:\n      definition: &d{index}\n{indented(in_yaml(style, '*retry'), 8)}"
        for index, style in enumerate(styles)
    ]
    return {"serverless.yml": before + _serverless(machines)}


def serverless_json(styles):
    return {"serverless.yml": _serverless(
        f"    m{index}:\n      definition: {indented(in_json(replace(style, tabs=False)), 8).lstrip()}\n"
        for index, style in enumerate(styles)
    )}  # fmt: skip


def serverless_file(styles):
    files = {f"flows/m{index}.asl.json": in_json(style) + "\n" for index, style in enumerate(styles)}
    machines = [
        f"    m{index}:\n      definition: ${{file(flows/m{index}.asl.json)}}\n"
        for index in range(len(styles))
    ]
    return {"serverless.yml": _serverless(machines), **files}


def serverless_keyed(styles):
    flows = "".join(f"m{index}:\n{indented(in_yaml(style), 2)}" for index, style in enumerate(styles))
    machines = [
        f"    m{index}:\n      definition: ${{file(flows.yml):m{index}}}\n" for index in range(len(styles))
    ]
    return {"serverless.yml": _serverless(machines), "flows.yml": f"# flows\n{flows}"}


def serverless_section(styles):
    machines = "".join(
        f"m{index}:\n  definition:\n{indented(in_yaml(style), 4)}" for index, style in enumerate(styles)
    )
    text = "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines: ${file(machines.yml)}\n"
    return {"serverless.yml": text, "machines.yml": machines}


def _template(bodies, kind="StepFunctions"):
    head = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"
    return head + "".join(
        f"  M{index}:\n    Type: AWS::{kind}::StateMachine\n    Properties:\n{indented(body, 6)}"
        "      # behind\n"
        for index, body in enumerate(bodies)
    )


def cloudformation_object(styles):
    return {
        "template.yml": _template(
            f"Definition:\n{indented(in_yaml(style), 2)}RoleArn: x\n" for style in styles
        )
    }


def cloudformation_literal(styles):
    return {"template.yml": _template(
        f"DefinitionString: {header}\n{indented(in_json(style), 3)}\nRoleArn: x\n"
        for style, header in zip(styles, cycle(("!Sub |", "|-", "!Sub |+")), strict=False)
    )}  # fmt: skip


def cloudformation_folded(styles):
    return {
        "template.yml": _template(
            f"DefinitionString: !Sub >-\n{indented(in_json(style), 2)}\n" for style in styles
        )
    }


def cloudformation_quoted(styles):
    def quoted(style):
        text = in_json(replace(style, flow=True))
        return (
            text.replace("'", "''") if style.quote == "'" else json.dumps(text, ensure_ascii=style.tabs)[1:-1]
        )

    return {"template.yml": _template(
        f"DefinitionString: {'!Sub ' * style.blank}{style.quote or chr(34)}{quoted(style)}"
        f"{style.quote or chr(34)}\n"
        for style in styles
    )}  # fmt: skip


def cloudformation_sub_list(styles):
    return {"template.yml": _template(
        f"DefinitionString:\n  Fn::Sub:\n    - |\n{indented(in_json(style), 6)}\n    - {{Name: x}}\n"
        for style in styles
    )}  # fmt: skip


def _json_template(properties, style):
    resources = {
        f"M{index}": {"Type": "AWS::StepFunctions::StateMachine", "Properties": each}
        for index, each in enumerate(properties)
    }
    indent = None if style.flow else "\t" if style.tabs else style.step
    return {
        "template.json": json.dumps({"Resources": resources}, indent=indent, ensure_ascii=style.comments)
        + "\n"
    }


def cloudformation_json_object(styles):
    return _json_template([{"Definition": json.loads(in_json(each))} for each in styles], styles[0])


def cloudformation_json_string(styles):
    return _json_template([{"DefinitionString": in_json(each), "RoleArn": "x"} for each in styles], styles[0])


def cloudformation_json_sub(styles):
    return _json_template(
        [{"DefinitionString": {"Fn::Sub": [in_json(each), {"A": "b"}]}} for each in styles], styles[0]
    )


def cloudformation_join(styles):
    def joined(style):
        text = in_json(style)
        parts = text.split("\n") if style.blank else [text[:30], text[30:90], text[90:]]
        return {"DefinitionString": {"Fn::Join": ["\n" if style.blank else "", parts]}}

    return _json_template([joined(each) for each in styles], styles[0])


def cloudformation_join_yaml(styles):
    lines = [
        "DefinitionString: !Join\n  - '\\n'\n".replace("'", '"')
        + "  - "
        + "\n    ".join("- '" + line.replace("'", "''") + "'" for line in in_json(style).split("\n"))
        + "\n"
        for style in styles
    ]
    return {"template.yml": _template(lines)}


def sam_inline(styles):
    bodies = [
        f"Type: EXPRESS\nDefinition:\n{indented(in_yaml(style), 2)}DefinitionSubstitutions:\n  Name: !Ref T\n"
        for style in styles
    ]
    return {"template.yaml": "Transform: AWS::Serverless-2016-10-31\n" + _template(bodies, "Serverless")}


def sam_uri(styles):
    bodies = [f"DefinitionUri: flows/m{index}.asl.yaml\n" for index in range(len(styles))]
    files = {f"flows/m{index}.asl.yaml": in_yaml(style) for index, style in enumerate(styles)}
    return {"template.yaml": _template(bodies, "Serverless"), **files}


def terraform_heredoc(styles):
    def block(index, style):
        mark = "<<-EOF" if style.blank else "<<EOF"
        body = in_json(style) if style.flow or style.tabs else in_yaml(style).rstrip("\n")
        return (
            f'resource "aws_sfn_state_machine" "m{index}" {{\n  name = "注文" # {{\n  definition = {mark}\n'
            f"{indented(body, 4 if style.blank else 0)}\n{'  ' * style.blank}EOF\n"
            "  role_arn   = aws_iam_role.r.arn\n}\n"
        )

    return {"main.tf": "\n".join(block(index, style) for index, style in enumerate(styles))}


def terraform_file(styles):
    blocks = [
        f'resource "aws_sfn_state_machine" "m{index}" {{\n'
        f'  definition = templatefile("${{path.module}}/m{index}.asl.json", {{ Name = "x" }})\n}}\n'
        for index in range(len(styles))
    ]
    return {
        "main.tf": "".join(blocks),
        **{f"m{index}.asl.json": in_json(style) for index, style in enumerate(styles)},
    }


def cdk_python(styles):
    calls = [
        f'sfn.StateMachine(self, "m{index}", '
        f'definition_body=sfn.DefinitionBody.from_file("m{index}.asl.json"))\n'
        for index in range(len(styles))
    ]
    files = {f"m{index}.asl.json": in_json(style) for index, style in enumerate(styles)}
    return {"stack.py": "from aws_cdk import aws_stepfunctions as sfn\n" + "".join(calls), **files}


def cdk_typescript(styles):
    calls = [
        f"new sfn.StateMachine(this, 'm{index}', {{\n  definitionBody: sfn.DefinitionBody.fromFile("
        f"path.join(__dirname, 'm{index}.asl.yaml')),\n}});\n"
        for index in range(len(styles))
    ]
    files = {f"m{index}.asl.yaml": in_yaml(style) for index, style in enumerate(styles)}
    return {"stack.ts": "import * as sfn from 'aws-cdk-lib/aws-stepfunctions';\n" + "".join(calls), **files}


def plain(styles):
    return {"m0.asl.json": in_json(styles[0])}


FORMS = {
    form.__name__: form
    for form in (
        serverless_inline, serverless_anchored, serverless_json, serverless_file, serverless_keyed,
        serverless_section, cloudformation_object, cloudformation_literal, cloudformation_folded,
        cloudformation_quoted, cloudformation_sub_list, cloudformation_json_object,
        cloudformation_json_string,
        cloudformation_json_sub, cloudformation_join, cloudformation_join_yaml, sam_inline, sam_uri,
        terraform_heredoc, terraform_file, cdk_python, cdk_typescript, plain,
    )
}  # fmt: skip
