"""The definitions at places of a template: objects, strings, and files that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_sidecar
from designer.linting.sources.files import Files
from designer.linting.sources.notice import NotFollowed, Notice, Notices
from designer.linting.sources.place import Place
from designer.linting.sources.source import Source
from schemas.asl.template_functions import call_of, possible_values
from schemas.asl.walk import StateMachineType
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.document.assembly import Assembly
from schemas.document.document import Document
from schemas.document.inlaid import Inlaid
from schemas.validator.delivery import Delivery
from schemas.validator.logical_ids import LogicalIds

Found = Source | Notice | Refusal
"""A definition; or something that is not checked, or not read, and why."""


class Context:
    """A template that is read: its `files`, the `notices` of what is not followed, and its logical `ids`."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.notices = Notices()
        self.ids: LogicalIds | None = None

    def followed(self, place: Place, quietly: bool = False) -> Place | None:
        """The place of the value that the one at `place` stands for; None, with a notice unless `quietly`."""
        return place

    def assembled(self, place: Place) -> Assembly | None:
        """The definition at `place`, if values in it stand in other places."""
        return None

    def opened(self, name: str, place: Place) -> Place | None:
        """The file that the text at `place` names; None, with a notice, if it is not read."""
        try:
            found = self.files.open(name)
            if found is None:
                raise NotFollowed("leads-nowhere")
        except NotFollowed as reason:
            self.notices.add(reason, place)
            return None
        return found


def whole_file(
    file: Path, document: Document, type: StateMachineType | None = None, name: str = ""
) -> Iterator[Source | Refusal]:
    """The definition that a whole file is, with its sidecar; `name` is that of the machine in a template."""
    yield from with_sidecar(Source(file, document.text, document, type=type, name=name))


def with_sidecar(source: Source) -> Iterator[Source | Refusal]:
    """The definition with its sidecar; first the refusal of one that cannot be read."""
    design = None
    try:
        design = read_sidecar(source.sidecar)
    except Refusal as refusal:
        yield refusal
    yield replace(source, design=design)


def definitions(
    context: Context, place: Place, type: StateMachineType | None, name: str
) -> Iterator[Source | Refusal]:
    """The definition at `place`, of the machine `name`; several if a function of a template chooses there."""
    followed = context.followed(place)
    if followed is None:
        return
    for at, value in possible_values(followed.value, followed.at):
        chosen = Place(followed.file, followed.document, at, value)
        try:
            found = _definition(context, chosen, type, name)
        except NotFollowed as reason:
            context.notices.add(reason, place)
            continue
        files = frozenset(context.files.names)
        if found is None:
            context.notices.add(NotFollowed("no-definition"), place)
        elif found.at or found.quotation or found.assembly:
            yield from with_sidecar(replace(found, followed=files))
        else:
            for each in whole_file(found.file, found.document, type, name):
                yield replace(each, followed=files) if isinstance(each, Source) else each


def by(delivery: Delivery | None, found: Iterable[Found]) -> Iterator[Found]:
    """The definitions with the way in which their placeholders get values; None where that is not known."""
    for each in found:
        yield replace(each, delivery=delivery) if isinstance(each, Source) else each


def described(kind: str, properties: Mapping[str, Json], found: Iterable[Found]) -> Iterator[Found]:
    """The definitions with the properties of their machine in a template of that `kind`."""
    for each in found:
        yield replace(each, kind=kind, properties=properties) if isinstance(each, Source) else each


def machine_type(value: Json) -> StateMachineType | None:
    """`value` as a type of state machine, if it is one."""
    if value == "EXPRESS":
        return "EXPRESS"
    return "STANDARD" if value == "STANDARD" else None


def _definition(context: Context, place: Place, type: StateMachineType | None, name: str) -> Source | None:
    file, template = place.file, place.document
    if isinstance(place.value, dict) and call_of(place.value)[0] == "Fn::Transform":
        return _included(context, place, type, name)
    if not place.at and isinstance(place.value, str) and "StartAt" in place.value:
        return Source(file, template.text, Document.parse(place.value), type=type, name=name)
    quotation = template.quotation(place.at)
    if quotation is not None:
        inset = Inlaid(template, place.at, quotation)
        return Source(
            file, template.text, quotation.document, place.at, quotation, type=type, name=name, inset=inset
        )
    if not isinstance(place.value, dict) or call_of(place.value)[0]:
        return None
    excerpt = template.excerpt(place.at)
    assembly = context.assembled(place)
    inset = Inlaid(template, place.at)
    return Source(
        file, template.text, excerpt, place.at, type=type, name=name, assembly=assembly, inset=inset
    )


def _included(context: Context, place: Place, type: StateMachineType | None, name: str) -> Source | None:
    """The definition in a file that the macro AWS::Include puts in; None if there is none beside."""
    macro = mapping(mapping(place.value).get("Fn::Transform"))
    location = text(mapping(macro.get("Parameters")).get("Location"))
    if macro.get("Name") != "AWS::Include" or not location or "://" in location:
        return None
    found = context.opened(location, place)
    return _definition(context, found, type, name) if found else None
