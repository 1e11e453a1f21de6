"""The values that the parameters of a stack have at first, in every format."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from designer.library.samples import load_sample, samples
from exporters import export
from exporters.exporting import ExportRefused
from exporters.template_stack import TemplateStack
from schemas import Document
from schemas.asl.services import parameters as parameters_of
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

ROLE = "iam::${AWS::AccountId}:role/other"
FIND: Json = {"Fn::FindInMap": ["a", "b", "c"]}
CALL = "arn:aws:states:::"
HERE = "${AWS::Region}:${AWS::AccountId}"

CHILD = f"arn:aws:states:{HERE}:stateMachine:${{ChildName}}"


def calling(action: str, **parameters: Json) -> Workflow:
    return task(Resource=f"{CALL}{action}", Parameters=parameters)


def task(**fields: Json) -> Workflow:
    definition: Json = {"StartAt": "A", "States": {"A": {"Type": "Task", **fields, "End": True}}}
    return Workflow("w", Document.parse(write_json(definition), "json"))


def parameters(workflow: Workflow) -> dict[str, dict]:
    template = yaml.safe_load(export(workflow, "cloudformation")[0].data)
    declared = template.get("Parameters", {}).items()
    return {name: {key: fields[key] for key in fields if key != "Description"} for name, fields in declared}


@pytest.mark.parametrize(
    ("workflow", "example"),
    [
        (calling("sns:publish", TopicArn="${Staff}"), f"sns:{HERE}:staff"),
        (calling("sns:publish", TopicArn="${StaffTopicArn}"), f"sns:{HERE}:staff-topic"),
        (calling("states:startExecution", StateMachineArn="${Child}"), f"states:{HERE}:stateMachine:child"),
        (calling("lambda:invoke", FunctionName="${PayArn}"), f"lambda:{HERE}:function:pay"),
        (task(Resource="${Pay}"), f"lambda:{HERE}:function:pay"),
        (task(Resource=f"{CALL}lambda:invoke", Credentials={"RoleArn": "${Other}"}), ROLE),
    ],
)
def test_an_arn_must_be_given(workflow: Workflow, example: str) -> None:
    (declared,) = TemplateStack.of(workflow).substitutions.parameters
    assert parameters(workflow) == {declared.name: {"Type": "String"}}
    assert declared.first.example == "arn:${AWS::Partition}:" + (
        example or "iam::${AWS::AccountId}:role/other"
    )
    page = next(file for file in export(workflow, "cloudformation") if file.path == "README.md")
    assert declared.first.example in page.data.decode()


@pytest.mark.parametrize(
    ("workflow", "name", "default"),
    [
        (calling("lambda:invoke", FunctionName="${PayFunction}"), "PayFunction", "pay-function"),
        (calling("dynamodb:getItem", TableName="${OrdersTable}", Key={}), "OrdersTable", "orders-table"),
        (
            calling(
                "states:startExecution", StateMachineArn=f"arn:aws:states:{HERE}:stateMachine:${{ChildName}}"
            ),
            "ChildName",
            "child",
        ),
        (task(Resource=f"arn:aws:lambda:{HERE}:function:${{Fn}}"), "Fn", "fn"),
        (task(Resource=f"arn:aws:lambda:{HERE}:function:pay-${{Stage}}"), "Stage", "stage"),
    ],
)
def test_a_name_has_a_name(workflow: Workflow, name: str, default: str) -> None:
    assert parameters(workflow)[name] == {"Type": "String", "Default": default}


@pytest.mark.parametrize(
    ("resource", "targets"),
    [
        (
            "arn:${P}:lambda:${R}:${A}:function:f",
            {"P": "AWS::Partition", "R": "AWS::Region", "A": "AWS::AccountId"},
        ),
        ("arn:aws:lambda:${AWSRegion}:${account_id}:function:f", {"AWSRegion": "AWS::Region"}),
    ],
)
def test_parts_of_an_arn_that_the_stack_knows_are_no_parameters(resource: str, targets: dict) -> None:
    stack = TemplateStack.of(task(Resource=resource))
    assert stack.substitutions.parameters == ()
    given = stack.definition_substitutions()
    assert {name: {"Ref": pseudo} for name, pseudo in targets.items()}.items() <= given.items()


def test_a_url_must_be_given() -> None:
    workflow = calling("sqs:sendMessage", QueueUrl="${Queue}", MessageBody="x")
    assert parameters(workflow) == {"Queue": {"Type": "String"}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"TimeoutSeconds": Unquoted("${Value}")}, {"Type": "Number", "Default": 300}),
        ({"HeartbeatSeconds": Unquoted("${Value}"), "TimeoutSeconds": 60}, {"Type": "Number", "Default": 30}),
        (
            {"Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": Unquoted("${Value}")}]},
            {"Type": "Number", "Default": 2},
        ),
        ({"TimeoutSeconds": Unquoted("${Value}0")}, {"Type": "Number", "Default": 1}),
        (
            {"Parameters": {"FunctionName": "f", "Payload": {"n": Unquoted("${Value}")}}},
            {"Type": "Number", "Default": 1},
        ),
        ({"Retry": Unquoted("${Value}")}, {"Type": "String", "Default": "[]"}),
        ({"Comment": Unquoted("${Value}")}, {"Type": "String", "Default": "value"}),
    ],
)  # fmt: skip
def test_a_value_without_quotes_has_the_type_of_its_place(fields: dict, expected: dict) -> None:
    assert parameters(task(**{"Resource": f"{CALL}lambda:invoke", **fields})) == {"Value": expected}


@pytest.mark.parametrize("format", ["cloudformation", "serverless", "cdk-python"])
def test_a_reference_in_the_place_of_a_number_is_a_parameter(format: str) -> None:
    seconds: Json = {"Ref": "Secs"}
    passed: Json = {"FunctionName": "f", "Payload": {"text": seconds, "table": {"Ref": "Table"}}}
    workflow = task(Resource=f"{CALL}lambda:invoke", TimeoutSeconds=seconds, Parameters=passed)
    assert parameters(workflow) == {"Secs": {"Type": "Number", "Default": 300}}
    files = {file.path: file.data.decode() for file in export(workflow, format)}
    listed = "| table | string | " if format == "cdk-python" else "- `Table`"
    assert listed in files["README.md"] and "- `Secs`" not in files["README.md"]
    if format == "serverless":
        service = yaml.safe_load(files["serverless.yml"])
        assert service["params"]["default"]["Secs"] == 300


def test_a_text_of_a_list_is_the_first_one_of_it() -> None:
    retrier: Json = {"ErrorEquals": ["States.ALL"], "JitterStrategy": "${Jit}"}
    found = parameters(task(Resource=f"{CALL}lambda:invoke", Retry=[retrier]))
    assert found == {"Jit": {"Type": "String", "Default": "FULL", "AllowedValues": ["FULL", "NONE"]}}
    processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "${ExecType}"}}
    body: Json = {**processor, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}
    found = parameters(task(Type="Map", ItemProcessor=body))
    kinds = ["STANDARD", "EXPRESS"]
    assert found == {"ExecType": {"Type": "String", "Default": "STANDARD", "AllowedValues": kinds}}


def test_a_text_that_a_service_knows_is_the_first_one_of_it() -> None:
    known = parameters_of("dynamodb", "putItem").member("ReturnValues").values
    workflow = calling("dynamodb:putItem", TableName="t", Item={}, ReturnValues="${Returned}")
    assert parameters(workflow) == {"Returned": {"Type": "String", "Default": known[0]}}


def test_a_default_of_the_sidecar_counts() -> None:
    substitutions: Json = {
        "Value": {"parameter": "Xs", "default": "45"},
        "Y": {"parameter": "Ys", "default": 7},
    }
    sidecar = write_json({"version": 1, "deployment": {"substitutions": substitutions}})
    found = task(Resource="${Fn}", TimeoutSeconds=Unquoted("${Value}"), HeartbeatSeconds=Unquoted("${Y}"))
    workflow = Workflow("w", found.document, Design(Document.parse(sidecar, "json")))
    assert parameters(workflow)["Xs"] == {"Type": "Number", "Default": 45}
    assert parameters(workflow)["Ys"] == {"Type": "Number", "Default": 7}


@pytest.mark.parametrize(
    ("fields", "default", "written"),
    [
        ({"Retry": Unquoted("${Value}")}, '[{"ErrorEquals": ["E"]}]', [{"ErrorEquals": ["E"]}]),
        ({"Retry": Unquoted("${Value}")}, "[]", []),
        ({"Parameters": {"FunctionName": "f", "Payload": {"text": "${Value}"}}}, "true", "true"),
        ({"Parameters": {"FunctionName": "f", "Payload": {"text": "${Value}"}}}, "[]", "[]"),
    ],
)
def test_a_default_of_the_sidecar_has_the_kind_of_its_place(
    fields: dict, default: str, written: Json
) -> None:
    substitutions: Json = {"Value": {"parameter": "Value", "default": default}}
    sidecar = write_json({"version": 1, "deployment": {"substitutions": substitutions}})
    found = task(**{"Resource": f"{CALL}lambda:invoke", **fields})
    workflow = Workflow("w", found.document, Design(Document.parse(sidecar, "json")))
    service = yaml.safe_load(export(workflow, "serverless", force=True)[0].data)
    assert service["params"]["default"] == {"Value": written}


@pytest.mark.parametrize("format", ["cloudformation", "serverless", "cdk-python", "cdk-typescript"])
@pytest.mark.parametrize("name", samples())
def test_no_account_and_no_partition_is_made_up(name: str, format: str) -> None:
    for file in export(load_sample(name), format):
        for line in file.data.decode().splitlines():
            assert "123456789012" not in line
            assert "arn:aws:" not in line or "arn:aws:states:::" in line


@pytest.mark.parametrize(
    ("format", "fields", "code"),
    [
        ("cloudformation", {"TimeoutSeconds": Unquoted("${self:custom.x}")}, "placeholder-not-exported"),
        ("cloudformation", {"TimeoutSeconds": Unquoted("${two words}")}, "placeholder-not-exported"),
        ("cdk-python", {"Resource": {"Fn::If": ["A", "${F}", "${G}"]}}, "function-not-exported"),
        ("serverless", {"Resource": {"Fn::Sub": ["${X}", {"X": FIND}]}}, "function-not-exported"),
        ("serverless", {"TimeoutSeconds": {"Fn::ImportValue": "Patience"}}, "number-not-exported"),
    ],
)
def test_what_a_format_cannot_say_is_refused_in_one_line(format: str, fields: dict, code: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export(task(**{"Resource": "${Fn}", **fields}), format)
    (found,) = refused.value.diagnostics
    assert (found.code, found.pointer) == (code, f"/States/A/{next(iter(fields))}")
    assert found.line > 1
    assert "\n" not in found.message("ja") + found.message("en")


def test_a_definition_in_json_keeps_its_bytes_around_functions() -> None:
    call = '{"Fn::GetAtt":["Pay","Arn"]}'
    text = '{"StartAt":"A",  "States":{"A":{"Type":"Task","Resource":' + call + ',\n"End":true}}}'
    stack = TemplateStack.of(Workflow("w", Document.parse(text)))
    assert stack.definition_text == text.replace(call, '"${PayArn}"')
    assert stack.definition_substitutions() == {"PayArn": {"Fn::GetAtt": ["Pay", "Arn"]}}
    assert list(stack.missing_resources()) == ["Pay"]


def test_data_that_looks_like_a_function_stays_data() -> None:
    payload: Json = {"a": {"Ref": 5}, "b": {"Ref": "x", "y": 1}, "c": {"Fn::Join": "x"}}
    stack = TemplateStack.of(calling("lambda:invoke", FunctionName="f", Payload=payload))
    assert json.loads(stack.definition_text)["States"]["A"]["Parameters"]["Payload"] == payload


NAMES = [
    "注文",
    "返金",
    "注文Table",
    "返金Table",
    "注文が".replace("が", "か\u3099"),
    "é",
    "Order-Table",
    "a.注文",
]


@pytest.mark.parametrize("format", ["cloudformation", "serverless", "cdk-python"])
def test_a_name_in_other_letters_is_a_parameter_of_its_own(format: str) -> None:
    passed = {f"k{index}": f"x ${{{name}}}" for index, name in enumerate(NAMES)}
    workflow = calling("lambda:invoke", FunctionName="${注文}", Payload=passed)
    stack = TemplateStack.of(workflow)
    ids = [declared.name for declared in stack.substitutions.parameters]
    assert len(set(ids)) == len(NAMES) and all(name.isascii() and name.isalnum() for name in ids)
    keys = stack.definition_substitutions()
    assert len(keys) == len(NAMES) and all(re.fullmatch(r"\w+", key, re.ASCII) for key in keys)
    assert ids == [declared.name for declared in TemplateStack.of(workflow).substitutions.parameters]
    for file in export(workflow, format):
        assert file.path == "README.md" or not re.search(r"\$\{!?[^}]*[^\x00-\x7f]", file.data.decode())
