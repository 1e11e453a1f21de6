"""The values that every infrastructure format takes from a workflow, joined once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import ClassVar, Self

from exporters.intrinsics import PSEUDO_PARAMETERS, References, name_in_sub, reference, referred
from exporters.names import service_name
from exporters.permissions.role import Role, role_of, with_arns
from exporters.role_policies import MOST_MANAGED
from exporters.stack_definition import StackDefinition, stack_definition
from exporters.substitutions import OWN_NAME, Substitutions, substitutions
from schemas.asl.walk import values
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.core.placeholder_syntax import is_variable, placeholders_in
from schemas.sidecar.deployment import Deployment, Parameter
from schemas.sidecar.workflow import Workflow

NOTIFICATION_PARTS = (
    "Topic",
    "TopicPolicy",
    "Email",
    "EmailGiven",
    "Subscription",
    "Console",
    "Rule",
    "RuleRole",
    "Queue",
    "QueuePolicy",
    "QueueAlarm",
    "Notifier",
    "NotifierRole",
    "NotifierAlarm",
    "FailedAlarm",
    "TimedOutAlarm",
    "Machine",
    "MachineName",
)
"""The resources, parameters, conditions and mappings of the notification of failures."""

MOST_PARAMETERS = 200
"""The parameters that a template may declare ("Understand CloudFormation quotas" in its user guide)."""


@dataclass(frozen=True, slots=True)
class ResourceIds:
    """The logical ids of the resources that an export declares, each behind `prefix`."""

    prefix: str = ""

    def __iter__(self) -> Iterator[str]:
        own = (self.machine, self.version, self.alias, self.role, self.log_group)
        return iter((*own, *self.role_policies, *self.notification))

    @property
    def machine(self) -> str:
        """The state machine."""
        return f"{self.prefix}StateMachine"

    @property
    def version(self) -> str:
        """The version of the state machine that a deployment publishes."""
        return f"{self.machine}Version"

    @property
    def alias(self) -> str:
        """The alias that points to the version."""
        return f"{self.machine}Alias"

    @property
    def role(self) -> str:
        """The role that the state machine runs with."""
        return f"{self.prefix}Role"

    @property
    def role_policies(self) -> tuple[str, ...]:
        """The managed policies of the role, where one inline policy would be too large."""
        return tuple(f"{self.role}Policy{number}" for number in range(1, MOST_MANAGED + 1))

    @property
    def log_group(self) -> str:
        """The group that the state machine logs to."""
        return f"{self.prefix}LogGroup"

    @property
    def notification(self) -> tuple[str, ...]:
        """The parts of the notification of failures, in the order of `NOTIFICATION_PARTS`."""
        return tuple(self.of_notification(part) for part in NOTIFICATION_PARTS)

    def of_notification(self, part: str) -> str:
        """The part of the notification of failures with that name in `NOTIFICATION_PARTS`."""
        return f"{self.prefix}Failure{part}"


@dataclass(frozen=True, slots=True)
class Stack:
    """A workflow as a stack of CloudFormation, in no format's own terms.

    `definition` has a placeholder for each value of the stack. `references` maps each placeholder, and
    `OWN_NAME`, to its value in CloudFormation; `role` holds the permissions that the tasks need.
    """

    workflow: Workflow
    name: str
    ids: ResourceIds
    definition: StackDefinition
    substitutions: Substitutions
    references: References
    role: Role

    has_stages: ClassVar[bool] = False
    """True if the format writes the values of every stage, not those of the first one alone."""

    @classmethod
    def join(
        cls,
        workflow: Workflow,
        ids: ResourceIds,
        reserved: Set[str],
        adapt: Callable[[Substitutions], Substitutions] = lambda found: found,
    ) -> Self:
        """Return the stack of `workflow`.

        No parameter gets an id of `ids` or `reserved`; `adapt` fits the substitutions to the format's rules.
        """
        definition, deployment = stack_definition(workflow.document), workflow.design.deployment
        value, known = definition.value, definition.functions
        found = adapt(substitutions(value, deployment, reserved | set(ids), known))
        used = {name: reference(target) for name, target in found.targets.items()}
        references: References = {**PSEUDO_PARAMETERS, **used, OWN_NAME: {"Ref": "AWS::StackName"}}
        role = with_arns(role_of(value, f"${{{OWN_NAME}}}"), _arns(found))
        return cls(workflow, stack_name(workflow), ids, definition, found, references, role)

    @property
    def deployment(self) -> Deployment:
        """The settings of the sidecar."""
        return self.workflow.design.deployment

    def notices(self) -> tuple[Diagnostic, ...]:
        """Return the warnings on too many parameters and variables of Serverless, the hint on alarms."""
        found = (*self._variables(), *self._of_express(), *self._of_stages())
        count = len(self.substitutions.parameters)
        if count <= MOST_PARAMETERS:
            return found
        params = {"count": str(count), "limit": str(MOST_PARAMETERS)}
        return (*found, Diagnostic("too-many-parameters", "warning", (), params=params))

    def _of_express(self) -> Iterator[Diagnostic]:
        """The hints on what an Express workflow has not: events at its end, some metrics."""
        if self.workflow.design.type != "EXPRESS":
            return
        if self.deployment.notification.is_on:
            yield Diagnostic("express-notification", "hint", ())
        alarms = self.deployment.alarms
        if len(alarms.watched(is_express=True)) < len(alarms.by_metric):
            yield Diagnostic("express-alarms", "hint", ())

    def _of_stages(self) -> Iterator[Diagnostic]:
        """The hint that only the values of the first stage are written."""
        staged = self.workflow.design.deployment.staged.values()
        first = next((stage for stages in staged for stage in stages if len(stages) > 1), None)
        if first is not None and not self.has_stages:
            yield Diagnostic("stages-not-exported", "hint", (), params={"stage": first})

    def _variables(self) -> Iterator[Diagnostic]:
        """The warning on each variable of Serverless in the definition, which the export leaves as it is."""
        told: set[str] = set()
        for path, value in values(self.definition.value, ()):
            for name in placeholders_in(value) if isinstance(value, str) else ():
                if is_variable(name) and name not in told:
                    told.add(name)
                    at = self.workflow.document.position(path)
                    params = {"found": f"${{{name}}}"}
                    yield Diagnostic("variable-not-exported", "warning", path, at.line, at.column, params)

    def missing_resources(self) -> Iterator[str]:
        """Yield the ids of the resources that the stack refers to and that no export declares."""
        declared = {parameter.name for parameter in self.substitutions.parameters}
        values = map(reference, self.substitutions.targets.values())
        found = dict.fromkeys(name for value in values for name in referred(value))
        yield from (name for name in found if name not in declared and "::" not in name)

    @property
    def is_logged(self) -> bool:
        """True if the state machine logs its executions."""
        return self.deployment.logging.level != "OFF"


def _arns(found: Substitutions) -> frozenset[str]:
    """The placeholders whose values are ARNs: those of parameters by what they are at first."""
    given = {parameter.name for parameter in found.parameters if parameter.is_arn}
    return frozenset(
        name
        for name, target in found.targets.items()
        if (target.name in given if isinstance(target, Parameter) else _is_arn(reference(target)))
    )


def _is_arn(value: Json) -> bool:
    if isinstance(value, str):
        return value.startswith("arn:")
    return (name_in_sub(value) or "").endswith(".Arn")


def stack_name(workflow: Workflow) -> str:
    """Return the service's name from the sidecar, or else the workflow's, in letters that stacks allow."""
    return service_name(workflow.design.deployment.service or workflow.name)


def same_service(workflow: Workflow, others: Iterable[str]) -> str | None:
    """Return the first name of another workflow that would be deployed as the same service; None for none."""
    service = stack_name(workflow)
    return next((name for name in others if service_name(name) == service), None)
