"""Policies as IAM judges them: is a call allowed by the role in a deployed template?"""

from __future__ import annotations

import re
from dataclasses import dataclass

REGION = "ap-northeast-1"
ACCOUNT = "111122223333"
PSEUDO = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::StackName": "stack",
    "AWS::URLSuffix": "amazonaws.com",
}
IN_A_SUB = re.compile(r"\$\{(!?)([^}]*)\}")


@dataclass(frozen=True)
class Request:
    """A call to AWS: the action, the resource, and the keys of conditions that it comes with."""

    action: str
    resource: str
    context: dict[str, str]


@dataclass(frozen=True)
class Resolver:
    """Values of a template as the deployment resolves them; `given` are parameters beside the defaults."""

    template: dict
    given: dict[str, str]

    def text(self, value: object) -> str:
        match value:
            case str():
                return value
            case {"Ref": str(name)}:
                return self._reference(name)
            case {"Fn::GetAtt": [str(name), str(attribute)]}:
                return f"arn:aws:iam::{ACCOUNT}:role/{name}-{attribute}"
            case {"Fn::Sub": str(text)}:
                return self._substituted(text, {})
            case {"Fn::Sub": [str(text), dict(variables)]}:
                return self._substituted(text, variables)
            case {"Fn::Join": [str(separator), list(parts)]}:
                return separator.join(map(self.text, parts))
            case {"Fn::Select": [index, {"Fn::Split": [str(separator), text]}]}:
                return self.text(text).split(separator)[int(index)]
        raise AssertionError(f"not a text: {value!r}")

    def _reference(self, name: str) -> str:
        if name in PSEUDO:
            return PSEUDO[name]
        declared = self.template.get("Parameters", {})
        if name in self.given or name in declared:
            return self.given.get(name, declared.get(name, {}).get("Default", ""))
        resource = self.template["Resources"][name]
        if resource["Type"] == "AWS::StepFunctions::StateMachine":
            named = self.text(resource["Properties"].get("StateMachineName", name))
            return f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:{named}"
        if resource["Type"] == "AWS::SNS::Topic":
            return f"arn:aws:sns:{REGION}:{ACCOUNT}:{name}"
        return name

    def _substituted(self, text: str, variables: dict) -> str:
        def replaced(found: re.Match[str]) -> str:
            literally, name = found.groups()
            return f"${{{name}}}" if literally else self.text(variables.get(name, {"Ref": name}))

        return IN_A_SUB.sub(replaced, text)


@dataclass(frozen=True)
class Policy:
    """The statements of a role, resolved."""

    statements: tuple[dict, ...]

    def allows(self, request: Request) -> bool:
        effects = {item["Effect"] for item in self.statements if _speaks_of(item, request)}
        return effects == {"Allow"}

    def without(self, index: int) -> Policy:
        return Policy(self.statements[:index] + self.statements[index + 1 :])


def role_policies(template: dict, given: dict[str, str] | None = None) -> list[list[dict]]:
    """The statements of each policy, inline or managed, of the roles in a template, resolved."""
    resolver = Resolver(template, given or {})
    documents = []
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"):
            documents.append(properties["PolicyDocument"])
        if resource["Type"] == "AWS::IAM::Role":
            documents += [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    return [[_resolved(statement, resolver) for statement in document["Statement"]] for document in documents]


def policy_of(template: dict, given: dict[str, str] | None = None) -> Policy:
    """The whole policy of the one role in a template."""
    return Policy(tuple(statement for document in role_policies(template, given) for statement in document))


def machine_policy(template: dict, machine: str, given: dict[str, str] | None = None) -> Policy:
    """The policies in the role of the machine with this logical id."""
    resources = template["Resources"]
    (role, _) = resources[machine]["Properties"]["RoleArn"]["Fn::GetAtt"]
    documents = [policy["PolicyDocument"] for policy in resources[role]["Properties"].get("Policies", [])]
    resolver = Resolver(template, given or {})
    return Policy(tuple(_resolved(item, resolver) for each in documents for item in each["Statement"]))


def machine_name(template: dict) -> str:
    """The name of the one machine in a template, resolved."""
    resolver = Resolver(template, {})
    resources = template["Resources"].items()
    (name,) = (id for id, resource in resources if resource["Type"] == "AWS::StepFunctions::StateMachine")
    return resolver.text({"Ref": name}).rpartition(":")[2]


def _resolved(statement: dict, resolver: Resolver) -> dict:
    conditions = statement.get("Condition", {})
    return {
        "Effect": statement["Effect"],
        "Action": listed(statement["Action"]),
        "Resource": [resolver.text(resource) for resource in listed(statement["Resource"])],
        "Condition": {
            operator: {
                key: [resolver.text(value) for value in listed(values)] for key, values in keys.items()
            }
            for operator, keys in conditions.items()
        },
    }


def _speaks_of(statement: dict, request: Request) -> bool:
    actions = (action.lower() for action in statement["Action"])
    if not any(_matches(action, request.action.lower()) for action in actions):
        return False
    if not any(_matches(resource, request.resource) for resource in statement["Resource"]):
        return False
    return all(
        _holds(operator, values, request.context.get(key))
        for operator, keys in statement["Condition"].items()
        for key, values in keys.items()
    )


def _holds(operator: str, values: list[str], actual: str | None) -> bool:
    if actual is None:
        return False
    if operator == "StringLike":
        return any(_matches(value, actual) for value in values)
    assert operator in ("StringEquals", "ForAnyValue:StringEquals", "Bool"), operator
    return actual in values


def _matches(pattern: str, text: str) -> bool:
    parts = (re.escape(part).replace(r"\?", ".") for part in pattern.split("*"))
    return re.fullmatch(".*".join(parts), text, re.DOTALL) is not None


def listed(value: object) -> list:
    return value if isinstance(value, list) else [value]
