"""A part of a CloudFormation template that every format which deploys takes in as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.core.paths import Json

Members = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Parameters, mappings, conditions, resources and outputs of a template, by their ids."""

    parameters: Members = field(default_factory=dict)
    mappings: Members = field(default_factory=dict)
    conditions: Members = field(default_factory=dict)
    resources: Members = field(default_factory=dict)
    outputs: Members = field(default_factory=dict)

    @property
    def sections(self) -> dict[str, Members]:
        """The sections of a template that have members, by their names."""
        found = {
            "Parameters": self.parameters,
            "Mappings": self.mappings,
            "Conditions": self.conditions,
            "Resources": self.resources,
            "Outputs": self.outputs,
        }
        return {name: members for name, members in found.items() if members}


def joined(fragments: Iterable[Fragment]) -> Fragment:
    """Return all `fragments` as one."""
    whole = Fragment()
    for fragment in fragments:
        whole.parameters.update(fragment.parameters)
        whole.mappings.update(fragment.mappings)
        whole.conditions.update(fragment.conditions)
        whole.resources.update(fragment.resources)
        whole.outputs.update(fragment.outputs)
    return whole
