"""Texts that one of the readers between the file and the service would take for its own syntax."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osls import canonical, definition_of, package
from tooling import needs_node

from exporters import export, write
from schemas import Document
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.node, needs_node]

OF_SERVERLESS = [
    "${env:HOME}",
    "${file(/etc/passwd)}",
    "before ${self:service} after",
    "${self:${env:HOME}}",
    "${not a variable ${env:HOME}}",
    "\\${env:HOME}",
    "\\\\${env:HOME}",
    "\\\\\\${not a variable}",
    "${sls:stage, 'x'}",
    "${strToBool(true)}",
    "${param:Other}",
]
OF_CLOUDFORMATION = ["${!x}", "${!!x}", "${}", "${", "${not a name}", "${AWS::Region", "$${a b}", "#${a b}"]
OF_THE_PLUGIN = ["#{AWS::Region}", "#{x}", "#{!x}", "#{", "a #{ b", "#{}", "##{x}", "$#{x}"]
OF_YAML = [
    *("~", "null", "yes", "NO", "on", "1e3", "0o14", "0x1F", "1_000", "1:30", "12:30:45", ".5", "-0", ".inf"),
    *(
        "2016-03-14T01:59:00Z",
        "=",
        "<<",
        "a: b",
        "a #b",
        "- x",
        "? x",
        "!Ref x",
        "&a",
        "*a",
        "%x",
        "@x",
        "`x`",
    ),
    *(" lead", "trail ", "\ttab", "two\nlines\n", "two\n\nlines", "\u2028x\u0085y", "\x01\x7f", "'\"", "> x"),
    *("絵文字 😀", "日本語：値", "", "x" * 2000 + " y"),
]
OF_JSON_SCHEMA_AND_JAVASCRIPT: Json = {"$ref": "https://127.0.0.1:1/x", "constructor": 1, "10": 2, "9": 3}
NO_FUNCTIONS: Json = {"Ref": "x", "Fn::Join": ["", ["a"]], "n": [{"Ref": 5}, {"Fn::GetAtt": ["a"]}]}
NUMBERS: Json = {"a": 1.5, "b": 1e21, "c": -0.0, "d": True, "e": None, "f": {}, "g": [], "h": 2**53}


def test_texts_stay_what_they_are_where_nothing_is_substituted(tmp_path: Path) -> None:
    texts = [*OF_SERVERLESS, *OF_CLOUDFORMATION, *OF_YAML]
    states = flow(texts, OF_JSON_SCHEMA_AND_JAVASCRIPT, NUMBERS)
    machine, template = packaged(states, tmp_path)
    assert isinstance(machine["Properties"]["DefinitionString"], str)
    assert canonical(definition_of(machine, template.get("Parameters", {}))) == canonical(states)


def test_texts_stay_what_they_are_beside_a_substitution(tmp_path: Path) -> None:
    texts = [*OF_SERVERLESS, *OF_CLOUDFORMATION, *OF_THE_PLUGIN, *OF_YAML]
    states = flow(texts, OF_JSON_SCHEMA_AND_JAVASCRIPT, NO_FUNCTIONS, NUMBERS)
    states["States"]["call"] = {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {
            "FunctionName": "${Function}",
            "in a text": 'a "${Function}" \\${other_name}',
            "${Key}": "$${Function} #${Function}",
        },
        "End": True,
    }
    machine, template = packaged(states, tmp_path)
    states["States"]["call"] |= {
        "Parameters": {
            "FunctionName": "⟦Function⟧",
            "in a text": 'a "⟦Function⟧" \\⟦OtherName⟧',
            "⟦Key⟧": "$⟦Function⟧ #⟦Function⟧",
        },
    }
    assert canonical(definition_of(machine, template["Parameters"])) == canonical(states)


def test_the_sidecar_says_what_a_placeholder_stands_for(tmp_path: Path) -> None:
    substitutions = {
        "Table": {"resource": "OrdersTable"},
        "Function": {"resource": "PayFunction", "attribute": "Arn"},
        "Topic": {"parameter": "alarm-topic", "default": "arn:aws:sns:ap-northeast-1:123456789012:alarm"},
        "Currency": {"value": "${env:HOME} JPY"},
        "Shared": {"value": {"Fn::ImportValue": "shared ${env:HOME}"}},
    }
    states = flow(["${Table} ${Function} ${Topic} ${Currency}", 'in "a" text: ${Shared}', "${Shared}"])
    machine, template = packaged(states, tmp_path, {"substitutions": substitutions})
    text, variables = machine["Properties"]["DefinitionString"]["Fn::Sub"]
    imported = [value for value in variables.values() if "Fn::ImportValue" in value]
    assert imported == [{"Fn::ImportValue": "shared ${env:HOME}"}]
    assert "${OrdersTable} ${PayFunction.Arn} ${AlarmTopic} ${!env:HOME} JPY" in text
    assert template["Parameters"]["AlarmTopic"]["Default"] == "arn:aws:sns:ap-northeast-1:123456789012:alarm"


def flow(texts: list[str], *values: Json) -> dict:
    """A definition whose states hold each text as a value and as a key, and each value."""
    results: list[Json] = [{"value": text, "list": [text], "key": {text: 1}} for text in texts]
    results.extend(values)
    states = {
        f"s{index}": {"Type": "Pass", "Result": result, "End": True} for index, result in enumerate(results)
    }
    return {"StartAt": "s0", "States": states}


def packaged(definition: dict, folder: Path, deployment: Json = None) -> tuple[dict, dict]:
    design = Design(Document.parse(json.dumps({"version": 1, "deployment": deployment or {}}), "json"))
    workflow = Workflow("決済", Document.parse(json.dumps(definition), "json"), design)
    write(export(workflow, "serverless", force=True), folder / "service")
    run = package(folder / "service", folder / "home")
    assert run.is_without_warning, run.output
    (machine,) = run.machines.values()
    return machine, run.template
