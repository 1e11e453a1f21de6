"""A template of CloudFormation with one state machine, and whether it deploys what a workflow means."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from osls import canonical, texts

from exporters.policy_statement import policy_statement
from exporters.stack import Stack
from exporters.substitutions import PLACEHOLDER as WRITTEN
from exporters.template_stack import TemplateStack
from schemas.core.placeholder import Unquoted
from schemas.sidecar.workflow import Workflow

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
WITH_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"|[^"]+')
FUNCTIONS = "arn:⟦AWS::Partition⟧:lambda:⟦AWS::Region⟧:⟦AWS::AccountId⟧:function:"
_STATES = "AWS::StepFunctions::"
IN_A_SUB = re.compile(r"\$\{(!?)([^}]*)\}")


@dataclass(frozen=True)
class Deployed:
    """The template of a stack, and the definition that it deploys, in text."""

    template: dict
    source: str

    def only(self, type: str) -> dict:
        """The properties of the one resource of this type, apart from a notification's."""
        (found,) = (item for item in self._resources if item["Type"] == type)
        return dict(found["Properties"])

    @property
    def _resources(self) -> list[dict]:
        return [item for id, item in self.template["Resources"].items() if "Failure" not in id]

    @property
    def machine(self) -> dict:
        """The properties of the state machine."""
        return self.only("AWS::StepFunctions::StateMachine")

    @property
    def definition(self) -> object:
        """The definition after CloudFormation has put each substitution into its text; see `resolve`."""
        given = self.machine.get("DefinitionSubstitutions", {})
        values = {name: self._first(value) for name, value in given.items()}
        source = self.source or self._joined(self.machine["DefinitionString"])
        return json.loads(WITH_STRINGS.sub(lambda piece: put_in(piece[0], values), source))

    def _joined(self, value: object) -> str:
        """A text that the template itself has, in the parts that the CDK makes of it."""
        parts = value["Fn::Join"][1] if isinstance(value, dict) else [value]
        return "".join(map(self._first, parts))

    def _first(self, value: object) -> str:
        """The value, for a parameter of a number, flag or collection the one that it has at first."""
        name = value.get("Ref") if isinstance(value, dict) else None
        parameter = self.template.get("Parameters", {}).get(name, {})
        is_text = parameter.get("Type") == "String" and "AllowedValues" not in parameter
        return resolve(value) if is_text or "Default" not in parameter else str(parameter["Default"])

    @property
    def alias(self) -> str:
        """The name of the alias that sends each execution to the version of the machine; "" for none."""
        kinds = ("StateMachine", "StateMachineVersion", "StateMachineAlias")
        (machine, *_), versions, aliases = (
            [id for id, item in self.template["Resources"].items() if item["Type"] == _STATES + kind]
            for kind in kinds
        )
        if not aliases:
            assert versions == []
            return ""
        (version,), (alias,) = versions, aliases
        published = self.template["Resources"][version]
        assert (published["DeletionPolicy"], published["UpdateReplacePolicy"]) == ("Retain", "Retain")
        assert published["Properties"] == {
            "StateMachineArn": {"Ref": machine},
            "StateMachineRevisionId": {"Fn::GetAtt": [machine, "StateMachineRevisionId"]},
        }
        properties = self.template["Resources"][alias]["Properties"]
        (route,) = properties["RoutingConfiguration"]
        assert route["StateMachineVersionArn"] in ({"Ref": version}, {"Fn::GetAtt": [version, "Arn"]})
        assert route["Weight"] == 100
        return str(properties["Name"])

    @property
    def statements(self) -> list[dict]:
        """What the machine's role allows."""
        resources = self._resources
        policies = [item["Properties"] for item in resources if item["Type"] == "AWS::IAM::Policy"]
        for role in (item["Properties"] for item in resources if item["Type"] == "AWS::IAM::Role"):
            policies.extend(role.get("Policies", []))
        return [statement for policy in policies for statement in policy["PolicyDocument"]["Statement"]]


def resolve(value: object) -> str:
    """A text or an intrinsic function as text: a reference is `⟦Id⟧` or `⟦Id.Attribute⟧`, however written."""
    match value:
        case {"Ref": str(name)}:
            return f"⟦{name}⟧"
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return f"⟦{name}.{attribute}⟧"
        case {"Fn::Sub": str(text)}:
            return _substitute(text, {})
        case {"Fn::Sub": [str(text), dict(variables)]}:
            return _substitute(text, variables)
        case {"Fn::Join": [separator, parts]}:
            return str(separator).join(map(resolve, parts))
        case {"Fn::Select": [index, {"Fn::Split": [separator, text]}]}:
            return _part(int(index), separator, resolve(text))
        case {"Fn::ImportValue": name}:
            return f"⟦{name} imported⟧"
    return str(value)


def _part(index: int, separator: str, text: str) -> str:
    """The part of a text between separators outside of references; those inside of them are not known."""
    parts = re.split(rf"{re.escape(separator)}(?![^⟦]*⟧)", text)
    return parts[index] if index < len(parts) else f"⟦part {index} by {separator} of {text}⟧"


def _substitute(text: str, variables: dict) -> str:
    def replaced(found: re.Match[str]) -> str:
        literally, name = found.groups()
        return f"${{{name}}}" if literally else resolve(variables.get(name, {"Ref": name}))

    return IN_A_SUB.sub(replaced, text)


def put_in(piece: str, values: dict[str, str]) -> str:
    """A string, or what stands between two, with its placeholders replaced; references get quotes there."""
    text = PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), piece)
    return text if piece.startswith('"') else re.sub("⟦[^⟧]*⟧", lambda found: f'"{found[0]}"', text)


def check(workflow: Workflow, deployed: Deployed, known: Mapping[str, object] = MappingProxyType({})) -> None:
    """The template deploys what the workflow means; `known` has values that are in it already."""
    deployment, machine = workflow.design.deployment, deployed.machine
    stack = TemplateStack.of(workflow)
    references = {**stack.references, **known}
    meant = _called_by_name(canonical(substituted(stack, references)))
    assert _called_by_name(canonical(deployed.definition)) == meant
    assert machine["StateMachineType"] == workflow.design.type
    assert machine.get("TracingConfiguration", {"Enabled": False}) == {"Enabled": deployment.tracing}
    assert {tag["Key"]: tag["Value"] for tag in machine.get("Tags", [])} == deployment.tags
    assert logged(machine) == (deployment.logging.level, deployment.logging.include_execution_data)
    assert machine.get("EncryptionConfiguration", {}).get("KmsKeyId", "") == deployment.kms_key
    assert deployed.alias == deployment.alias
    if deployment.role:
        assert machine["RoleArn"] == deployment.role
        assert deployed.statements == []
        return
    granted = {allowed(statement) for statement in deployed.statements}
    if any("${" in str(value) for value in known.values()):
        return  # a text that is no ARN stands in the role, as the definition has it
    assert_machine_may_start_itself(deployed)
    if deployment.kms_key:
        assert any("kms:GenerateDataKey" in each and deployment.kms_key in each for each in granted)
    needed = [policy_statement(permission.statement, references) for permission in stack.role.permissions]
    assert {allowed(statement) for statement in needed} <= granted


def _called_by_name(definition: str) -> str:
    """The definition with the names of functions in the place of their ARNs of the same account."""
    return definition.replace(json.dumps(FUNCTIONS)[1:-1], "")


def substituted(stack: Stack, references: dict) -> object:
    """The definition of a stack, each placeholder replaced by what it stands for."""
    given = {item.name: item for item in stack.substitutions.parameters}

    def value(name: str) -> str:
        parameter = given.get(getattr(stack.substitutions.targets[name], "name", ""))
        if parameter and name in stack.substitutions.unquoted:
            return str(parameter.first.default)
        return resolve(references[name])

    def replaced(text: str) -> object:
        written = WRITTEN.sub(lambda found: value(found[1]), text)
        return json.loads(written) if isinstance(text, Unquoted) and "⟦" not in written else written

    return texts(stack.definition.value, replaced)


def logged(machine: dict) -> tuple[str, bool]:
    logging = machine.get("LoggingConfiguration", {"Level": "OFF", "IncludeExecutionData": False})
    return logging["Level"], logging["IncludeExecutionData"]


def allowed(statement: dict) -> str:
    """What a statement allows, whatever functions it is written with."""
    actions, resources = (sorted(map(resolve, listed(statement[key]))) for key in ("Action", "Resource"))
    conditions = statement.get("Condition", {})
    resolved = {
        key: {name: resolve(value) for name, value in values.items()} for key, values in conditions.items()
    }
    return json.dumps([actions, resources, resolved], sort_keys=True)


def listed(value: object) -> list:
    return value if isinstance(value, list) else [value]


def assert_machine_may_start_itself(deployed: Deployed) -> None:
    """No placeholder is left in the role; where it speaks of starting a machine, that is this one."""
    statements = deployed.statements
    assert not any("${" in allowed(statement) for statement in statements)
    own = resolve(deployed.machine.get("StateMachineName", ""))
    for statement in statements:
        if "states:RedriveExecution" in listed(statement["Action"]):
            executions = {resolve(arn).split(":execution:")[1] for arn in listed(statement["Resource"])}
            assert executions == {f"{own}:*", f"{own}/*"}
            starts = [item for item in statements if listed(item["Action"]) == ["states:StartExecution"]]
            machines = [resolve(arn) for item in starts for arn in listed(item["Resource"])]
            assert any(arn.endswith(f":stateMachine:{own}") for arn in machines)
