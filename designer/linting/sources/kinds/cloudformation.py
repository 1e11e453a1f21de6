"""Templates of CloudFormation and of SAM: state machines among their resources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from designer.linting.sources.definitions import (
    Context,
    Found,
    by,
    definitions,
    described,
    machine_type,
    whole_file,
)
from designer.linting.sources.files import Files
from designer.linting.sources.notice import NotFollowed
from designer.linting.sources.place import Place
from designer.linting.sources.substitutions import about_substitutions
from schemas.asl.template_functions import FOR_EACH, call_of, loop_names, possible_values
from schemas.asl.walk import StateMachineType
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.document.template import Template
from schemas.document.yaml.dialect import CLOUDFORMATION, DELIVERED
from schemas.validator.delivery import Delivery
from schemas.validator.logical_ids import LogicalIds

DIALECT = CLOUDFORMATION
MARKS = ("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine")
NAMES = re.compile(r"(?i)(.+\.)?template(\.(ya?ml|json))?")
_TRANSFORMS = ("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions")
_MARKS_OF_A_WHOLE = {"AWSTemplateFormatVersion", "Transform", "Parameters", "Outputs"}
"""A template with none of these may be a part of another, as the resources of a service are."""
_DEFINITIONS = ("Definition", "DefinitionString")


def is_of_kind(template: Template) -> bool:
    """True if the text is a template, which has resources."""
    return isinstance(mapping(template.value).get("Resources"), dict)


def sources(file: Path, template: Template) -> Iterator[Found]:
    """The definition of each state machine: an object, a string, or a file beside the template."""
    context = Context(Files(file.parent, CLOUDFORMATION))
    is_whole = bool(NAMES.fullmatch(file.name) or _MARKS_OF_A_WHOLE & mapping(template.value).keys())
    context.ids = _ids(mapping(template.value)) if is_whole else None
    resources = Place.whole(file, template).get("Resources")
    if resources is not None:
        yield from machines(context, resources)
    yield from context.notices.found


def _ids(template: dict[str, Json]) -> LogicalIds | None:
    """The ids of resources and parameters; None where a macro or a loop may make others."""
    transforms = template.get("Transform")
    named = transforms if isinstance(transforms, list) else [transforms] if transforms is not None else []
    resources = mapping(template.get("Resources"))
    if not all(name in _TRANSFORMS for name in named) or any(key.startswith("Fn::") for key in resources):
        return None
    types = {id: text(mapping(each).get("Type")) for id, each in resources.items()}
    of_sam = [id for id, type in types.items() if type.startswith("AWS::Serverless")]
    makers = [*of_sam, *(id for id, type in types.items() if type.endswith("::MODULE"))]
    made = [rf"{re.escape(id)}\w+" for id in makers]
    generated = "|".join([*(["Serverless\\w+", "CodeDeployServiceRole"] if of_sam else []), *made])
    return LogicalIds(frozenset({*resources, *mapping(template.get("Parameters"))}), generated)


def machines(context: Context, resources: Place, loops: frozenset[str] = frozenset()) -> Iterator[Found]:
    """The definition of each state machine among resources; `loops` are the variables around them."""
    for name, resource in resources.members():
        if name.startswith(FOR_EACH):
            for body in resource.items()[2:]:
                yield from machines(context, body, loops | loop_names(name, resource.value))
            continue
        followed = context.followed(resource, quietly=True)
        kind = followed.get("Type") if followed else None
        named = followed.get("Properties") if followed else None
        if kind is not None and kind.value in MARKS and named is not None:
            properties = context.followed(named)
            if properties is not None:
                found = _machine(context, properties, name, loops)
                kind_name = "sam" if kind.value == MARKS[1] else "cloudformation"
                yield from described(kind_name, mapping(properties.value), found)


def _machine(context: Context, properties: Place, name: str, loops: frozenset[str]) -> Iterator[Found]:
    fields = dict(properties.members())
    named = fields.get("StateMachineType", fields.get("Type"))
    type = machine_type(named.value) if named else None
    given = fields.get("DefinitionSubstitutions")
    substitutions = Delivery("substitutions", _names(context, given), loops, context.ids)
    found: list[Found] = []
    for each in _definitions(context, fields, substitutions, type, name):
        found.append(each)
        yield each
    followed = context.followed(given, quietly=True) if given else None
    if followed is not None and substitutions.names is not None:
        yield from about_substitutions(followed, found, context.ids, loops)


def _definitions(
    context: Context,
    fields: Mapping[str, Place],
    substitutions: Delivery,
    type: StateMachineType | None,
    name: str,
) -> Iterator[Found]:
    for field in _DEFINITIONS:
        if field in fields:
            delivery = _delivery(fields[field].value, substitutions)
            yield from by(delivery, definitions(context, fields[field], type, name))
    if "DefinitionUri" in fields:
        yield from by(substitutions, _delivered(context, fields["DefinitionUri"], type, name))
    if "DefinitionS3Location" in fields:
        reason = NotFollowed("not-followed", deployment="DefinitionS3Location")
        context.notices.add(reason, fields["DefinitionS3Location"])


def _names(context: Context, place: Place | None) -> frozenset[str] | None:
    """The names in `DefinitionSubstitutions`; None if a function gives them."""
    if place is None:
        return frozenset()
    followed = context.followed(place, quietly=True)
    value = followed.value if followed else None
    if not isinstance(value, dict) or any(name.startswith("Fn::") for name in value):
        return None
    return frozenset(value)


def _delivery(value: Json, substitutions: Delivery) -> Delivery | None:
    """The delivery of the definition that `value` gives: a text, an object, or the text of an `Fn::Sub`."""
    function, argument = call_of(value) if isinstance(value, dict) else ("", None)
    if not function:
        return substitutions
    if function != "Fn::Sub":
        return None
    variables = argument[1] if isinstance(argument, list) and len(argument) > 1 else {}
    return replace(substitutions, way="sub", names=frozenset(mapping(variables)))


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
