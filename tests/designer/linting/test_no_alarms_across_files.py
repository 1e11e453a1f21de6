"""Repositories as people write them, in which the rules across files have nothing to say, or one thing."""

from __future__ import annotations

import pytest

from designer.linting.linter import Linter
from schemas.validator.ruleset import ACROSS_FILES, all_rules

FLOW = (
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "TimeoutSeconds": 9, "End": true}}}'
)
PLAIN = FLOW % "arn:aws:states:::sqs:sendMessage"
SAM = """AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Runtime: python3.13, Timeout: 9}
Parameters:
  QueueArn: {Type: String}
  StageName: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref StageName, prod]
Resources:
  Checker: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, AutoPublishAlias: live}}
  Table: {Type: AWS::Serverless::SimpleTable}
  Network: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: network.yaml}}
  Guard: {Type: "Our::Team::Guard::MODULE"}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flows/pay.asl.json
      DefinitionSubstitutions:
        Given: %s
"""
GIVEN = [
    "!GetAtt Checker.Arn",
    "!Ref Checker.Version",
    "!Ref CheckerAliaslive",
    "!GetAtt CheckerRole.Arn",
    "!Ref Table",
    "!GetAtt FlowRole.Arn",
    "!Ref QueueArn",
    "!GetAtt Network.Outputs.TopicArn",
    "!Ref GuardBucket",
    '!Sub "${Checker.Arn}:live"',
    '!Sub "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${StageName}-news"',
    "!If [IsProd, !Ref QueueArn, !Ref AWS::NoValue]",
    "!ImportValue shared-queue",
    "!ImportValue {'Fn::Sub': '${StageName}-queue'}",
    '!Join ["", ["arn:", !Ref AWS::Partition, ":x:", !Ref StageName]]',
    "{Ref: Table}",
    "{Fn::GetAtt: Checker.Arn}",
    "plain-name",
]
SERVICE = """service: shop
provider: {name: aws, runtime: nodejs22.x, stage: "${opt:stage, 'dev'}"}
plugins: [serverless-step-functions, serverless-offline]
functions:
  pay-order: {handler: a.b}
  sendMail: {handler: a.c}
stepFunctions:
  stateMachines:
    reserve:
      id: ReserveMachine
      name: reserve-${sls:stage}
      definition: {StartAt: A, States: {A: {Type: Succeed}}}
    checkout:
      definition:
        StartAt: A
        States:
          A: {Type: Task, Resource: %s, TimeoutSeconds: 9, End: true}
resources:
  Parameters: {Topic: {Type: String}}
  Resources:
    Orders: {Type: AWS::DynamoDB::Table}
"""
CALLED = [
    "!GetAtt pay-order.Arn",
    "!GetAtt PayDashorderLambdaFunction.Arn",
    "!GetAtt sendMail.Arn",
    "{Fn::GetAtt: [SendMailLambdaFunction, Arn]}",
    "!Ref SendMailLambdaFunction",
    "!Ref ReserveMachine",
    "!Ref ReserveStepFunctionsStateMachine",
    "!Ref Topic",
    "!Sub '${Orders}-${sls:stage}'",
    "arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:${self:service}-${sls:stage}-gone",
    "!ImportValue shared-function",
    "'${cf:other.FunctionArn}'",
]
TERRAFORM = """locals { flows = fileset("${path.module}/flows", "*.asl.json") }
resource "aws_sfn_state_machine" "named" {
  definition = templatefile("${path.module}/flows/pay.asl.json", { Given = aws_lambda_function.pay.arn })
}
resource "aws_sfn_state_machine" "all" {
  for_each   = local.flows
  definition = file("${path.module}/flows/${each.value}")
}
"""
CDK = """import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
new sfn.StateMachine(this, 'Pay', { definitionBody: sfn.DefinitionBody.fromFile('flows/pay.asl.json') });
for (const name of ['old', 'new']) {
  new sfn.StateMachine(this, name, { definitionBody: sfn.DefinitionBody.fromFile(`flows/${name}.asl.json`) });
}
"""
SECTION = "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      Definition: "


def told(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    linter = Linter("en", all_rules())
    linter.check(folder)
    reports = (report for checked in linter.checked for report in checked.reports)
    return [report.code for report in reports if report.code in ACROSS_FILES]


@pytest.mark.parametrize("given", GIVEN)
def test_a_template_of_sam_has_what_it_names(tmp_path, given):
    assert told(tmp_path, {"template.yaml": SAM % given, "flows/pay.asl.json": FLOW % "${Given}"}) == []


@pytest.mark.parametrize("called", CALLED)
def test_a_service_has_what_it_names(tmp_path, called):
    assert told(tmp_path, {"serverless.yml": SERVICE % called}) == []


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("", "", ["no-such-resource"]),
        ("serverless-offline", "serverless-step-functions-offline", ["no-such-resource"]),
        ("serverless-offline", "serverless-lift", []),
        ("serverless-offline", "./plugins/ours", []),
        (
            "[serverless-step-functions, serverless-offline]",
            "{modules: [serverless-step-functions]}",
            ["no-such-resource"],
        ),
        ("ReserveMachine", "reserve-${self:custom.gone}", []),
    ],
)
def test_a_service_that_plugins_complete_may_have_any_name(tmp_path, before, after, codes):
    text = (SERVICE % "!Ref GraphQlApi").replace(before, after) if before else SERVICE % "!Ref GraphQlApi"
    assert told(tmp_path, {"serverless.yml": text}) == codes


@pytest.mark.parametrize(("head", "codes"), [("", []), ("Outputs: {}\n", ["no-such-resource"])])
def test_a_part_of_a_template_may_name_what_another_part_has(tmp_path, head, codes):
    flow = PLAIN.replace('"arn:aws:states:::sqs:sendMessage"', "!GetAtt PayLambdaFunction.Arn")
    assert told(tmp_path, {"machines.yml": head + SECTION + flow}) == codes


@pytest.mark.parametrize(
    "files",
    [
        {"main.tf": TERRAFORM},
        {"lib/stack.ts": CDK},
        {"template.yaml": SAM % "!Ref Table", "deploy.sh": "for f in flows/*.asl.json; do publish $f; done"},
        {"template.yaml": SAM % "!Ref Table", "app.py": "start('old')\nFLOWS = {\"new\": 1}"},
        {
            "template.yaml": SAM % "!Ref Table",
            ".github/workflows/a.yml": "run: put old.asl.json new.asl.json",
        },
        {"template.yaml": SAM % "!Ref Table", "Jenkinsfile": "put('old.asl.json', \"new.asl.json\")"},
    ],
    ids=[
        "fileset",
        "a loop of the CDK",
        "a script",
        "names without ending",
        "a pipeline",
        "another pipeline",
    ],
)
def test_definitions_whose_names_are_put_together_are_not_told(tmp_path, files):
    flows = {f"flows/{name}.asl.json": PLAIN for name in ("old", "new")}
    assert told(tmp_path, {**files, **flows, "flows/pay.asl.json": FLOW % "${Given}"}) == []


@pytest.mark.parametrize(
    "files",
    [
        {".pre-commit-config.yaml": "files: '.*\\.asl\\.json'"},
        {".github/workflows/check.yml": "on: {push: {paths: ['**.asl.json']}}\nrun: designer validate ."},
        {"README.md": "flows/old.asl.json is the first draft"},
    ],
    ids=["a check of all", "a pipeline that checks all", "a page"],
)
def test_what_checks_or_describes_definitions_deploys_none(tmp_path, files):
    flows = {"flows/old.asl.json": PLAIN, "flows/pay.asl.json": FLOW % "${Given}"}
    found = told(tmp_path, {"template.yaml": SAM % "!Ref Table", **files, **flows})
    assert found == ["definition-unnamed"]
