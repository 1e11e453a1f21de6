"""The text of a `serverless.yml`.

The role is written out, because the plugin's own knows only some services; `definition` is an object, because
the plugin grants nothing to a text; `validate` is left out, because its validator refuses valid definitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

from exporters.attachments.attachments import in_template
from exporters.comments import introduction
from exporters.formats.serverless.definition import (
    EMPTY,
    literal,
    literal_values,
    needs_empty,
    param_text,
    plugin_definition,
)
from exporters.formats.serverless.params import constant, param_call, with_params
from exporters.formats.serverless.stack import literal_policies, stack_parameters
from exporters.formats.serverless.stages import Stages, names_of_stages, stages_of
from exporters.formats.serverless.stubs.stubs import Stubs
from exporters.fragments.fragment import Fragment
from exporters.intrinsics import reference
from exporters.names import logical_id
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
from schemas.sidecar.deployment import Deployment, Parameter, Substitution, Value
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Service(Stack):
    """A workflow as a service of Serverless, with references that Serverless leaves as they are."""

    has_stages: ClassVar[bool] = True
    stubs: Stubs = field(default_factory=Stubs)

    @classmethod
    def of(cls, workflow: Workflow) -> Service:
        """Return the service of `workflow`."""
        name = stack_name(workflow)
        names = names_of_stages(workflow.design.deployment)
        stubs = Stubs.of(workflow)
        reserved = {EMPTY, *names.values(), *stubs.ids}
        stack = cls.join(workflow, ResourceIds(logical_id(name)), reserved, stubs.put_in)
        references = {key: literal_values(value) for key, value in stack.references.items()}
        given = {item.name for item in stack.substitutions.parameters if item.default is None}
        for key, target in stack.substitutions.targets.items():
            if isinstance(target, Parameter) and target.name in given:
                references[key] = param_call(target.name)
        if ("kmsKey",) in names:
            references[_key_placeholder(stack)] = param_call(names["kmsKey",])
        return replace(stack, references={**references, OWN_NAME: _machine_name(name)}, stubs=stubs)

    @property
    def deployment(self) -> Deployment:
        """The settings of the sidecar; a key for each stage is the placeholder of its parameter."""
        found = self.workflow.design.deployment
        is_staged = ("kmsKey",) in found.staged
        return replace(found, kms_key=f"${{{_key_placeholder(self)}}}") if is_staged else found

    def missing_resources(self) -> Iterator[str]:
        """Yield the ids that the stack refers to and that are neither of an export nor of a stub."""
        yield from (id for id in Stack.missing_resources(self) if id not in self.stubs.ids)

    @property
    def stages(self) -> Stages:
        """The settings with a value for each stage."""
        return stages_of(self.workflow.design.deployment, self.substitutions.parameters)

    def text(self) -> str:
        """Return the whole `serverless.yml`."""
        policies = literal_policies(role_policies(self))
        definition = plugin_definition(self.definition.value, self.references, self._unquoted())
        sections: list[dict[str, Json]] = [
            {"service": self.name, "frameworkVersion": ">=3"},
            {"plugins": ["serverless-step-functions"]},
            {"provider": self._provider()},
            *self.stubs.sections(),
            *self._params(),
            {"stepFunctions": {"stateMachines": {self.name: self._machine(with_params(definition))}}},
            *self._resources(policies, needs_empty(definition)),
        ]
        comments = dict(self._comments(policies))
        return "\n".join(write_commented_yaml(section, comments) for section in sections)

    def _provider(self) -> Json:
        fields: dict[str, Json] = {"name": "aws", "region": literal(self.deployment.region)}
        if self.deployment.environment:
            fields["environment"] = self._texts("environment", self.deployment.environment)
        return fields

    def _unquoted(self) -> dict[str, Json]:
        """The value of each placeholder that stands without quotes somewhere."""
        targets = self.substitutions.targets
        return {name: _value(targets[name]) for name in self.substitutions.unquoted}

    def _params(self) -> list[dict[str, Json]]:
        told = {name: _first(mapping(fields)) for name, fields in self._told().parameters.items()}
        defaults: dict[str, Json] = {item.name: _default(item) for item in self.substitutions.parameters}
        by_stage = self.stages.values
        first = {**told, **defaults, **by_stage.get("default", {})}
        params: dict[str, Json] = {"default": first} if first else {}
        params |= {stage: values for stage, values in by_stage.items() if stage != "default"}
        return [{"params": params}] if params else []

    def _texts(self, group: str, texts: dict[str, str]) -> Json:
        """The texts of a setting, a variable for each that has one for each stage."""
        return {name: self.stages.text((group, name), text) for name, text in texts.items()}

    def _told(self) -> Fragment:
        return in_template(self, param_call)

    def _machine(self, definition: Json) -> Json:
        deployment = self.deployment
        fields: dict[str, Json] = {
            "id": self.ids.machine,
            "name": _machine_name(self.name),
            "type": self.workflow.design.type,
            "role": self._role(),
            "encryptionConfig": self._encryption(),
            "tracingConfig": {"enabled": deployment.tracing},
            "loggingConfig": self._logging(),
            "tags": self._texts("tags", deployment.tags),
        }
        return {key: value for key, value in fields.items() if value} | {"definition": definition}

    def _role(self) -> Json:
        if ("role",) in self.stages.names:
            return self.stages.text(("role",), "")
        return literal_values(role_arn(self))

    def _encryption(self) -> Json:
        fields = encryption(self)
        if fields:
            fields["KmsKeyId"] = self.stages.text(("kmsKey",), self.deployment.kms_key)
        return fields

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
        resources = {**role_resources(self, policies), **self.stubs.resources()}
        if self.is_logged:
            resources[self.ids.log_group] = log_group(f"{LOG_GROUPS}{_machine_name(self.name)}")
        told = self._told()
        fields: dict[str, Json] = {
            "Parameters": stack_parameters(self._stack_parameters(), with_empty),
            "Mappings": told.mappings,
            "Conditions": told.conditions,
            "Resources": {**resources, **mapping(literal_values(told.resources))},
            "Outputs": self._outputs(told),
        }
        given: Json = {key: value for key, value in fields.items() if value}
        return [{"resources": with_params(given)}] if given else []

    def _outputs(self, told: Fragment) -> Json:
        """The name, and what is attached; the plugin has the ARN of the machine among its own outputs."""
        ids = self.ids
        name: Json = {"Fn::GetAtt": [ids.machine, "Name"]}
        words = "The name of the state machine"
        return {f"{ids.machine}Name": {"Description": words, "Value": name}, **told.outputs}

    def _stack_parameters(self) -> tuple[StackParameter, ...]:
        """The parameters that CloudFormation sees; Serverless puts in the others itself."""
        found = (item for item in self.substitutions.parameters if item.default is not None)
        return tuple(item for item in found if item.placeholder in self.substitutions.in_texts)

    def _comments(self, policies: RolePolicies) -> Iterator[tuple[Path, str]]:
        yield ("service",), introduction(self.workflow)
        if self._params():
            yield ("params",), 'Replace these, or give them on deployment: osls deploy --param="NAME=VALUE"'
        yield from role_comments(("resources", "Resources"), self, policies)


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
    return param_text(first.default) if first.is_text else constant(first.default)


def _first(fields: dict[str, Json]) -> Json:
    """The value under `params` of a parameter of the notification; for a topic, one of this account."""
    if "Default" in fields:
        return param_text(text(fields["Default"]))
    return {"Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:failures"}


def _key_placeholder(stack: Stack) -> str:
    """A placeholder for the key that the definition does not have."""
    name = "KmsKeyOfStage"
    while name in stack.substitutions.targets:
        name += "Value"
    return name


def _machine_name(service: str) -> str:
    return f"{service}-${{sls:stage}}"
