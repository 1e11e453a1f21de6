"""Templates of CloudFormation and of SAM: state machines among their resources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from designer.linting.sources.definitions import Context, Found, definitions, machine_type, whole_file
from designer.linting.sources.files import Files
from designer.linting.sources.notice import NotFollowed
from designer.linting.sources.place import Place
from schemas.asl.template_functions import FOR_EACH, possible_values
from schemas.asl.walk import StateMachineType
from schemas.core.coerce import mapping
from schemas.document.template import Template
from schemas.document.yaml.dialect import CLOUDFORMATION, DELIVERED

DIALECT = CLOUDFORMATION
MARKS = ("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine")
NAMES = re.compile(r"(?i)(.+\.)?template(\.(ya?ml|json))?")
_DEFINITIONS = ("Definition", "DefinitionString")


def is_of_kind(template: Template) -> bool:
    """True if the text is a template, which has resources."""
    return isinstance(mapping(template.value).get("Resources"), dict)


def sources(file: Path, template: Template) -> Iterator[Found]:
    """The definition of each state machine: an object, a string, or a file beside the template."""
    context = Context(Files(file.parent, CLOUDFORMATION))
    resources = Place.whole(file, template).get("Resources")
    if resources is not None:
        yield from machines(context, resources)
    yield from context.notices.found


def machines(context: Context, resources: Place) -> Iterator[Found]:
    """The definition of each state machine among resources."""
    for name, resource in resources.members():
        if name.startswith(FOR_EACH):
            for body in resource.items()[2:]:
                yield from machines(context, body)
            continue
        followed = context.followed(resource, quietly=True)
        kind = followed.get("Type") if followed else None
        named = followed.get("Properties") if followed else None
        if kind is not None and kind.value in MARKS and named is not None:
            properties = context.followed(named)
            if properties is not None:
                yield from _machine(context, properties, name)


def _machine(context: Context, properties: Place, name: str) -> Iterator[Found]:
    fields = dict(properties.members())
    named = fields.get("StateMachineType", fields.get("Type"))
    type = machine_type(named.value) if named else None
    for field in _DEFINITIONS:
        if field in fields:
            yield from definitions(context, fields[field], type, name)
    if "DefinitionUri" in fields:
        yield from _delivered(context, fields["DefinitionUri"], type, name)
    if "DefinitionS3Location" in fields:
        reason = NotFollowed("not-followed", deployment="DefinitionS3Location")
        context.notices.add(reason, fields["DefinitionS3Location"])


def _delivered(context: Context, place: Place, type: StateMachineType | None, name: str) -> Iterator[Found]:
    """The definition in a file beside the template, which is uploaded as it is."""
    for _, uri in possible_values(place.value, place.at):
        if not isinstance(uri, str) or "://" in uri or "${" in uri:
            context.notices.add(NotFollowed("not-followed", deployment="DefinitionUri"), place)
            continue
        found = context.opened(uri, place)
        if found is not None:
            document = Template(found.document.text, found.document.format, DELIVERED)
            yield from whole_file(found.file, document, type, name)
