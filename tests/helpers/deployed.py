"""A template of CloudFormation with one state machine, and whether it deploys what a workflow means."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from osls import canonical, texts

from exporters.intrinsics import policy_statement
from exporters.substitutions import OWN_NAME
from exporters.substitutions import PLACEHOLDER as WRITTEN
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
IN_A_SUB = re.compile(r"\$\{(!?)([^}]*)\}")


@dataclass(frozen=True)
class Deployed:
    """The template of a stack, and the definition that it deploys, in text."""

    template: dict
    source: str

    def only(self, type: str) -> dict:
        """The properties of the one resource of this type."""
        (found,) = (item for item in self.template["Resources"].values() if item["Type"] == type)
        return dict(found["Properties"])

    @property
    def machine(self) -> dict:
        """The properties of the state machine."""
        return self.only("AWS::StepFunctions::StateMachine")

    @property
    def definition(self) -> object:
        """The definition after CloudFormation has put each substitution into its text; see `resolve`."""
        given = self.machine.get("DefinitionSubstitutions", {})
        values = {name: resolve(value) for name, value in given.items()}
        return json.loads(PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), self.source))

    @property
    def statements(self) -> list[dict]:
        """What the machine's role allows."""
        resources = self.template["Resources"].values()
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
            return f"⟦part {index} by {separator} of {resolve(text)}⟧"
        case {"Fn::ImportValue": name}:
            return f"⟦{name} imported⟧"
    return str(value)


def _substitute(text: str, variables: dict) -> str:
    def replaced(found: re.Match[str]) -> str:
        literally, name = found.groups()
        return f"${{{name}}}" if literally else resolve(variables.get(name, {"Ref": name}))

    return IN_A_SUB.sub(replaced, text)


def check(workflow: Workflow, deployed: Deployed, in_a_known_stack: bool) -> None:
    """The template deploys what the workflow means; region and name may be known in it already."""
    deployment, machine = workflow.design.deployment, deployed.machine
    stack = TemplateStack.of(workflow)
    known = {"AWS::Region": deployment.region, "AWS::StackName": stack.name, OWN_NAME: stack.name}
    references = {**stack.references, **(known if in_a_known_stack else {})}
    assert canonical(deployed.definition) == canonical(substituted(workflow.document.value, references))
    assert machine["StateMachineType"] == workflow.design.type
    assert machine.get("TracingConfiguration", {"Enabled": False}) == {"Enabled": deployment.tracing}
    assert {tag["Key"]: tag["Value"] for tag in machine.get("Tags", [])} == deployment.tags
    assert logged(machine) == (deployment.logging.level, deployment.logging.include_execution_data)
    assert machine.get("EncryptionConfiguration", {}).get("KmsKeyId", "") == deployment.kms_key
    if deployment.role:
        assert machine["RoleArn"] == deployment.role
        assert deployed.statements == []
        return
    granted = {allowed(statement) for statement in deployed.statements}
    assert_machine_may_start_itself(deployed)
    if deployment.kms_key:
        assert any("kms:GenerateDataKey" in each and deployment.kms_key in each for each in granted)
    needed = [policy_statement(permission.statement, references) for permission in stack.role.permissions]
    assert {allowed(statement) for statement in needed} <= granted


def substituted(value: object, references: dict) -> object:
    """A definition, each placeholder replaced by what it stands for."""
    return texts(value, lambda text: WRITTEN.sub(lambda found: resolve(references[found[1]]), text))


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
