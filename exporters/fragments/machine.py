"""The workflow's state machine as other resources of a template refer to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.stack import Stack
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class Machine:
    """The ARN and the name of the workflow's state machine, as values of CloudFormation."""

    arn: Json
    name: Json

    @classmethod
    def in_template(cls, id: str) -> Machine:
        """The machine of that id in the same template."""
        return cls({"Ref": id}, {"Fn::GetAtt": [id, "Name"]})


def ref(parameter: str) -> Json:
    """The value of a parameter in CloudFormation."""
    return {"Ref": parameter}


@dataclass(frozen=True, slots=True)
class Deployed:
    """A stack with its machine, and the way in which the format refers to its parameters."""

    stack: Stack
    machine: Machine
    value_of: Callable[[str], Json] = ref
