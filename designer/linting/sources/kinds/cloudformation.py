"""Templates of CloudFormation and of SAM: state machines among their resources."""

from __future__ import annotations

from collections.abc import Iterator

from designer.linting.sources.embedded import Embedded, machine_type
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.yaml.dialect import CLOUDFORMATION

DIALECT = CLOUDFORMATION
MARKS = ("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine")
_DEFINITIONS = ("Definition", "DefinitionString")


def embedded(value: Json) -> Iterator[Embedded]:
    """The definition of each state machine: an object, a string, or a file beside the template."""
    for name, resource in mapping(mapping(value).get("Resources")).items():
        fields = mapping(resource)
        if fields.get("Type") not in MARKS:
            continue
        properties = mapping(fields.get("Properties"))
        kind = machine_type(properties.get("StateMachineType", properties.get("Type")))
        for field in _DEFINITIONS:
            if field in properties:
                yield Embedded(("Resources", name, "Properties", field), kind)
        file = properties.get("DefinitionUri")
        if isinstance(file, str) and "://" not in file:
            yield Embedded(("Resources", name, "Properties", "DefinitionUri"), kind, file)
