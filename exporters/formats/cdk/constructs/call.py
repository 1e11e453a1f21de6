"""The call of a Task that is to be written: its arguments, its action and the resources it names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.formats.cdk.code import Name
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.resources import Resources
from exporters.formats.cdk.constructs.tokens import has_token
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.kinds import Kind
from schemas.asl.services.integration import WAIT
from schemas.core.coerce import mapping
from schemas.core.paths import Json

STARTS = ("arn:aws:states:::", "arn:${AWS::Partition}:states:::")
"""The Resources that the CDK writes, for the partition of the stack."""

_PATTERNS = {
    ".sync:2": "sfn.IntegrationPattern.RUN_JOB",
    WAIT: "sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN",
}


@dataclass(frozen=True, slots=True)
class Called:
    """The call of one Task: its arguments as they are `given`, and those still to be written."""

    service: str
    action: str
    pattern: str
    given: Json
    arguments: Fields
    resources: Resources

    def pattern_option(self, *allowed: str, sent_in: str = "") -> Options:
        """The pattern, if it is one of those `allowed`; the token must be in the argument `sent_in`."""
        if not self.pattern:
            return ()
        if self.pattern not in allowed or (self.pattern == WAIT and not self._has_token(sent_in)):
            raise Unfit
        return (("integrationPattern", Name(_PATTERNS[self.pattern])),)

    def resource(self, name: str, option: str, kind: Kind, attribute: str) -> Options:
        """The resource that the argument `name` names."""
        return ((option, self.resources.of(kind, attribute, self.arguments.take(name))),)

    def required(self, found: Options) -> Options:
        """The options, of which there must be one."""
        if not found:
            raise Unfit
        return found

    def _has_token(self, name: str) -> bool:
        given = mapping(self.given)
        inside: Json = {key: value for key, value in given.items() if key.removesuffix(".$") == name}
        return not name or has_token(inside, self.arguments.values.is_jsonata)


@dataclass(frozen=True, slots=True)
class TaskKind:
    """A construct for some calls: its class, and its options for one of them."""

    calls: tuple[str, ...]
    construct: str
    options: Callable[[Called], Options]
