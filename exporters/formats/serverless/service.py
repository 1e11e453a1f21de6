"""The text of a `serverless.yml`.

The role is written out, because the plugin's own knows only some services; `definition` is an object, because
the plugin grants nothing to a text; `validate` is left out, because its validator refuses valid definitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.comments import introduction
from exporters.formats.serverless.definition import (
    EMPTY,
    literal,
    literal_values,
    needs_empty,
    plugin_definition,
)
from exporters.formats.serverless.params import constant, param_call, with_params
from exporters.formats.serverless.stack import literal_policies, stack_parameters
from exporters.intrinsics import reference
from exporters.names import logical_id
from exporters.notification.fragment import Fragment
from exporters.notification.notification import notification
from exporters.notification.target import Machine
from exporters.resources import (
    LOG_GROUPS,
    encryption,
    log_group,
    role_arn,
    role_comments,
    role_policies,
    role_resources,
)
from exporters.role_policies import RolePolicies
from exporters.stack import ResourceIds, Stack, stack_name
from exporters.substitutions import OWN_NAME, StackParameter
from exporters.yaml_comments import write_commented_yaml
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json, Path
from schemas.sidecar.deployment import Parameter, Substitution, Value
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Service(Stack):
    """A workflow as a service of Serverless, with references that Serverless leaves as they are."""

    @classmethod
    def of(cls, workflow: Workflow) -> Service:
        """Return the service of `workflow`."""
        name = stack_name(workflow)
        stack = cls.join(workflow, ResourceIds(logical_id(name)), {EMPTY})
        references = {key: literal_values(value) for key, value in stack.references.items()}
        given = {item.name for item in stack.substitutions.parameters if item.default is None}
        for key, target in stack.substitutions.targets.items():
            if isinstance(target, Parameter) and target.name in given:
                references[key] = param_call(target.name)
        return replace(stack, references={**references, OWN_NAME: _machine_name(name)})

    def text(self) -> str:
        """Return the whole `serverless.yml`."""
        policies = literal_policies(role_policies(self))
        definition = plugin_definition(self.definition.value, self.references, self._unquoted())
        sections: list[dict[str, Json]] = [
            {"service": self.name, "frameworkVersion": ">=3"},
            {"plugins": ["serverless-step-functions"]},
            {"provider": self._provider()},
            *self._params(),
            {"stepFunctions": {"stateMachines": {self.name: self._machine(with_params(definition))}}},
            *self._resources(policies, needs_empty(definition)),
        ]
        comments = dict(self._comments(policies))
        return "\n".join(write_commented_yaml(section, comments) for section in sections)

    def _provider(self) -> Json:
        fields: dict[str, Json] = {"name": "aws", "region": literal(self.deployment.region)}
        if self.deployment.environment:
            fields["environment"] = _literals(self.deployment.environment)
        return fields

    def _unquoted(self) -> dict[str, Json]:
        """The value of each placeholder that stands without quotes somewhere."""
        targets = self.substitutions.targets
        return {name: _value(targets[name]) for name in self.substitutions.unquoted}

    def _params(self) -> list[dict[str, Json]]:
        told = {name: _first(mapping(fields)) for name, fields in self._told().parameters.items()}
        defaults: dict[str, Json] = {item.name: _default(item) for item in self.substitutions.parameters}
        return [{"params": {"default": {**told, **defaults}}}] if told or defaults else []

    def _told(self) -> Fragment:
        return notification(self, Machine.in_template(self.ids.machine), param_call)

    def _machine(self, definition: Json) -> Json:
        deployment = self.deployment
        fields: dict[str, Json] = {
            "id": self.ids.machine,
            "name": _machine_name(self.name),
            "type": self.workflow.design.type,
            "role": literal_values(role_arn(self)),
            "encryptionConfig": literal_values(encryption(self)),
            "tracingConfig": {"enabled": deployment.tracing},
            "loggingConfig": self._logging(),
            "tags": _literals(deployment.tags),
        }
        return {key: value for key, value in fields.items() if value} | {"definition": definition}

    def _logging(self) -> Json:
        if not self.is_logged:
            return {}
        logging = self.deployment.logging
        return {
            "level": logging.level,
            "includeExecutionData": logging.include_execution_data,
            "destinations": [{"Fn::GetAtt": [self.ids.log_group, "Arn"]}],
        }

    def _resources(self, policies: RolePolicies, with_empty: bool) -> list[dict[str, Json]]:
        resources = role_resources(self, policies)
        if self.is_logged:
            resources[self.ids.log_group] = log_group(f"{LOG_GROUPS}{_machine_name(self.name)}")
        told = self._told()
        fields: dict[str, Json] = {
            "Parameters": stack_parameters(self._stack_parameters(), with_empty),
            "Mappings": told.mappings,
            "Conditions": told.conditions,
            "Resources": {**resources, **mapping(literal_values(told.resources))},
        }
        given: Json = {key: value for key, value in fields.items() if value}
        return [{"resources": with_params(given)}] if given else []

    def _stack_parameters(self) -> tuple[StackParameter, ...]:
        """The parameters that CloudFormation sees; Serverless puts in the others itself."""
        found = (item for item in self.substitutions.parameters if item.default is not None)
        return tuple(item for item in found if item.placeholder in self.substitutions.in_texts)

    def _comments(self, policies: RolePolicies) -> Iterator[tuple[Path, str]]:
        yield ("service",), introduction(self.workflow)
        if self._params():
            yield ("params",), 'Replace these, or give them on deployment: osls deploy --param="NAME=VALUE"'
        yield from role_comments(("resources", "Resources"), self, policies)


def _literals(texts: dict[str, str]) -> Json:
    return {name: literal(text) for name, text in texts.items()}


def _value(target: Substitution) -> Json:
    match target:
        case Parameter(name):
            return param_call(name)
        case Value(str() as written):
            return constant(written)
    return reference(target)


def _default(parameter: StackParameter) -> Json:
    """The value under `params`: a text, a number, or an ARN in this stack's own region and account."""
    first = parameter.first
    if first.default is None:
        return {"Fn::Sub": first.example}
    return literal(first.default) if first.is_text else constant(first.default)


def _first(fields: dict[str, Json]) -> Json:
    """The value under `params` of a parameter of the notification; for a topic, one of this account."""
    if "Default" in fields:
        return literal(text(fields["Default"]))
    return {"Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:failures"}


def _machine_name(service: str) -> str:
    return f"{service}-${{sls:stage}}"
