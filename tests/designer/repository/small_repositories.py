"""Small repositories as teams write them, eight and more of each kind; each flow retries once, two times."""

import json

from small_flows import ARN, FLOW, LINE, ROLE, TABS, YAML, inside
from small_programs import CDK_PYTHON, CDK_TYPESCRIPT, TERRAFORM


def _service(rest, files=()):
    head = (
        "service: shop # ours\nframeworkVersion: '>=3'\nprovider:\n  name: aws\n  region: ap-northeast-1\n"
        "plugins:\n- serverless-step-functions\n\n"
    )
    return {"serverless.yml": head + rest, **dict(files)}


def _machine(definition, more=""):
    return (
        f"stepFunctions:\n  validate: true\n  stateMachines:\n    pay:\n      name: pay\n      role: {ROLE}\n"
        f"{more}      definition:{definition}\n"
    )


_CHARGE = YAML[YAML.index("    Type: Task") : YAML.index("  Done:")]
SERVERLESS = {
    "inline": _service(
        _machine("\n" + inside(YAML, 8), "      events:\n      - schedule: rate(1 day) # nightly\n")
    ),
    "getatt": _service(
        "functions:\n  charge: {handler: f.charge, runtime: python3.12}\n"
        + _machine("\n" + inside(YAML.replace(f'"{ARN}"', "!GetAtt [charge, Arn]"), 8))
    ),
    "json": _service(_machine(" ${file(flows/pay.json)}"), {"flows/pay.json": FLOW}),
    "keyed": _service(
        _machine(" ${file(./flows.yml):${self:custom.which}}") + "custom: {which: pay}\n",
        {"flows.yml": "# flows\nother: 1\npay:\n" + inside(YAML, 2)},
    ),
    "section": _service(
        "stepFunctions: ${file(steps.yml)}\n",
        {"steps.yml": f"stateMachines:\n  pay:\n    role: {ROLE}\n    definition:\n{inside(YAML, 6)}"},
    ),
    "machine": _service(
        "stepFunctions:\n  stateMachines:\n    pay: ${file(machines/pay.yml)}\n",
        {
            "machines/pay.yml": f"role: {ROLE}\ntracingConfig: {{enabled: true}}\n"
            f"definition:\n{inside(YAML, 2)}"
        },
    ),
    "anchors": _service(
        "custom:\n  task: &task {Type: Task, TimeoutSeconds: 30}\n"
        + _machine(" &flow\n" + inside(YAML.replace("Type: Task", "<<: *task"), 8))
    ),
    "brackets": _service(_machine(f" {inside(FLOW, 8).strip()}")),
    "parts": _service(
        _machine(
            "\n        StartAt: Charge\n        States:\n          Charge: ${file(states.yml):charge} # it\n"
            "          Done: ${file(states.yml):done}"
        ),
        {"states.yml": f"charge:\n{_CHARGE}done:\n  Type: Succeed\n"},
    ),
    "crlf": {
        name: text.replace("\n", "\r\n") for name, text in _service(_machine("\n" + inside(YAML, 8))).items()
    },
}


def _resource(properties, kind="StepFunctions", name="Pay"):
    return f"  {name}:\n    Type: AWS::{kind}::StateMachine\n    Properties:\n{inside(properties, 6)}"


def _template(*resources, head=""):
    return f"AWSTemplateFormatVersion: '2010-09-09'\n{head}Resources:\n" + "".join(resources)


def _stack(properties, *others):
    return {"stack.yaml": _template(*others, _resource(f"RoleArn: {ROLE}\n{properties}"))}


def _json_stack(properties, indent):
    resource = {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"RoleArn": ROLE, **properties}}
    text = json.dumps({"Resources": {"Pay": resource}}, indent=indent, ensure_ascii=indent == 2)
    return {"stack.template": f"{text}\n"}


_TOPIC = "  Charge:\n    Type: AWS::SNS::Topic # stands for the function\n"
_LINES = "\n  ".join(f"- '{line}'" for line in FLOW.splitlines())
CLOUDFORMATION = {
    "object": _stack(f"Definition:\n{inside(YAML, 2)}"),
    "literal": _stack(f"DefinitionString: |\n{inside(FLOW, 2)}"),
    "sub": _stack(f"DefinitionString: !Sub |\n{inside(FLOW.replace(ARN, '${Charge.Arn}'), 4)}", _TOPIC),
    "folded": _stack(f"DefinitionString:\n  Fn::Sub: >-\n{inside(FLOW, 6)}"),
    "variables": _stack(
        f"DefinitionString: !Sub\n- |-\n{inside(FLOW.replace(ARN, '${Arn}'), 4)}\n- Arn: {ARN} # one\n"
    ),
    "quoted": _stack(f"DefinitionString: '{LINE}' # one line\n"),
    "join": _stack(f'DefinitionString: !Join\n- "\\n"\n- {_LINES}\n'),
    "json": _json_stack({"Definition": json.loads(FLOW)}, "\t"),
    "json-join": _json_stack({"DefinitionString": {"Fn::Join": ["", [FLOW[:40], FLOW[40:]]]}}, 2),
}

_SAM = "Transform: AWS::Serverless-2016-10-31\n"
_OTHER = "{StartAt: A, States: {A: {Type: Succeed}}}"
_EVENTS = "Events:\n  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}} # at night\n"


def _sam(properties, *more, head=""):
    return _template(_resource(f"Role: {ROLE}\n{properties}", "Serverless"), *more, head=_SAM + head)


SAM = {
    "uri": {"template.yaml": _sam("DefinitionUri: flows/pay.asl.json\n"), "flows/pay.asl.json": FLOW},
    "uri-yaml": {"template.yaml": _sam("Type: EXPRESS\nDefinitionUri: ./pay.yaml\n"), "pay.yaml": YAML},
    "uri-tabs": {"template.yaml": _sam("DefinitionUri: pay.json\n"), "pay.json": TABS},
    "inline": {"template.yaml": _sam(f"Definition:\n{inside(YAML, 2)}")},
    "events": {"template.yml": _sam(f"Definition:\n{inside(YAML, 4)}{_EVENTS}")},
    "substitutions": {
        "template.yaml": _sam(
            "DefinitionUri: pay.asl.json\nDefinitionSubstitutions:\n  Charge: !Ref Name # ours\n",
            head="Parameters:\n  Name: {Type: String, Default: charge}\n",
        ),
        "pay.asl.json": FLOW.replace(ARN, "${Charge}"),
    },
    "brackets": {"template.yaml": _sam(f"Definition: {inside(FLOW, 8).strip()}\nName: pay\n")},
    "beside": {
        "infra/template.yaml": _sam("DefinitionUri: ../flows/pay.asl.json\n"),
        "flows/pay.asl.json": FLOW,
    },
    "several": {
        "template.yaml": _sam(
            "DefinitionUri: pay.asl.json\n",
            _resource(f"Role: {ROLE}\nDefinition: {_OTHER}\n", "Serverless", "Other"),
        ),
        "pay.asl.json": FLOW,
    },
}
KINDS = {
    "serverless": SERVERLESS,
    "cloudformation": CLOUDFORMATION,
    "sam": SAM,
    "terraform": TERRAFORM,
    "cdk-python": CDK_PYTHON,
    "cdk-typescript": CDK_TYPESCRIPT,
}
