"""The text of a `serverless.yml`.

The role is written out, because the plugin's own knows only some services; `definition` is an object, because
the plugin grants nothing to a text; `validate` is left out, because its validator refuses valid definitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.comments import introduction, listed, to_be_added
from exporters.formats.serverless.definition import (
    EMPTY,
    literal,
    literal_values,
    needs_empty,
    plugin_definition,
)
from exporters.formats.serverless.stack import literal_need, stack_parameters
from exporters.intrinsics import PSEUDO_PARAMETERS, References, reference
from exporters.names import logical_id, service_name
from exporters.permissions.need import Need
from exporters.permissions.role import Role, role_of
from exporters.resources import LOG_GROUPS, all_needs, log_group, role_resource
from exporters.substitutions import SELF, Substitutions, substitutions
from exporters.yaml_comments import with_comments
from schemas.core.paths import Json, Path
from schemas.document.yaml.printer import write_yaml
from schemas.sidecar.deployment import Deployment
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Service:
    """A workflow as a service: its name, the stem of its ids, what its placeholders and tasks need."""

    workflow: Workflow
    name: str
    id: str
    substitutions: Substitutions
    references: References
    role: Role

    @classmethod
    def of(cls, workflow: Workflow) -> Service:
        """The service that `workflow` makes."""
        deployment = workflow.design.deployment
        name = service_name(deployment.service or workflow.name)
        id = logical_id(name)
        reserved = {EMPTY, *(f"{id}{kind}" for kind in ("StateMachine", "Role", "LogGroup"))}
        found = substitutions(workflow.document.value, deployment, reserved)
        used = {key: literal_values(reference(target)) for key, target in found.targets.items()}
        references = {**PSEUDO_PARAMETERS, **used, SELF: _machine_name(name)}
        role = role_of(workflow.document.value, f"${{{SELF}}}")
        return cls(workflow, name, id, found, references, role)

    @property
    def deployment(self) -> Deployment:
        """The sidecar's settings."""
        return self.workflow.design.deployment

    def text(self) -> str:
        """The whole `serverless.yml`."""
        definition = plugin_definition(self.workflow.document.value, self.references)
        sections: list[dict[str, Json]] = [
            {"service": self.name, "frameworkVersion": ">=3"},
            {"plugins": ["serverless-step-functions"]},
            {"provider": self._provider()},
            *self._params(),
            {"stepFunctions": {"stateMachines": {self.name: self._machine(definition)}}},
            {"resources": self._resources(needs_empty(definition))},
        ]
        return with_comments("\n".join(map(write_yaml, sections)), dict(self._comments()))

    def _provider(self) -> Json:
        fields: dict[str, Json] = {"name": "aws", "region": literal(self.deployment.region)}
        if self.deployment.environment:
            fields["environment"] = _literals(self.deployment.environment)
        return fields

    def _params(self) -> list[dict[str, Json]]:
        defaults = {parameter.name: parameter.default for parameter in self.substitutions.parameters}
        return [{"params": {"default": _literals(defaults)}}] if defaults else []

    def _machine(self, definition: Json) -> Json:
        deployment = self.deployment
        fields: dict[str, Json] = {
            "id": f"{self.id}StateMachine",
            "name": _machine_name(self.name),
            "type": self.workflow.design.type,
            "role": {"Fn::GetAtt": [f"{self.id}Role", "Arn"]},
            "tracingConfig": {"enabled": deployment.tracing},
            "loggingConfig": self._logging(),
            "tags": _literals(deployment.tags),
        }
        return {key: value for key, value in fields.items() if value} | {"definition": definition}

    def _logging(self) -> Json:
        logging = self.deployment.logging
        if logging.level == "OFF":
            return {}
        return {
            "level": logging.level,
            "includeExecutionData": logging.include_execution_data,
            "destinations": [{"Fn::GetAtt": [f"{self.id}LogGroup", "Arn"]}],
        }

    def _resources(self, with_empty: bool) -> Json:
        resources: dict[str, Json] = {f"{self.id}Role": role_resource(self._needs(), self.references)}
        if self.deployment.logging.level != "OFF":
            resources[f"{self.id}LogGroup"] = log_group(f"{LOG_GROUPS}{_machine_name(self.name)}")
        declared = stack_parameters(self.substitutions.parameters, with_empty)
        return {"Parameters": declared, "Resources": resources} if declared else {"Resources": resources}

    def _needs(self) -> list[Need]:
        return [literal_need(need) for need in all_needs(self.role, self.deployment)]

    def _comments(self) -> Iterator[tuple[Path, str]]:
        yield ("service",), introduction(self.workflow)
        if self.substitutions.parameters:
            yield ("params",), 'Replace these, or give them on deployment: osls deploy --param="NAME=VALUE"'
        statements: Path = ("resources", "Resources", f"{self.id}Role", "Properties", "Policies", 0)
        statements = (*statements, "PolicyDocument", "Statement")
        for index, need in enumerate(self._needs()):
            if need.states:
                yield (*statements, index), listed(need.states)
        if self.role.unknown:
            yield ("resources", "Resources", f"{self.id}Role"), to_be_added(self.role)


def _literals(texts: dict[str, str]) -> Json:
    return {name: literal(text) for name, text in texts.items()}


def _machine_name(service: str) -> str:
    return f"{service}-${{sls:stage}}"
