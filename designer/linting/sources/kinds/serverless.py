"""`serverless.yml` with the plugin serverless-step-functions: `stepFunctions.stateMachines`.

That section may be a file of its own, which then begins at `stateMachines`. State machines among the
`resources` are those of CloudFormation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from designer.linting.sources.definitions import Found, by, definitions, described, machine_type
from designer.linting.sources.kinds import cloudformation
from designer.linting.sources.notice import NotFollowed
from designer.linting.sources.place import Place
from designer.linting.sources.service.ids import ids_of
from designer.linting.sources.service.service import Service
from schemas.core.coerce import mapping
from schemas.document.template import Template
from schemas.document.yaml.dialect import SERVERLESS
from schemas.validator.delivery import Delivery

DIALECT = SERVERLESS
MARKS = ("stepFunctions", "stateMachines")
_MOST_NESTED = 5
NAMES = re.compile(r"(?i)serverless([-.].+)?\.(ya?ml|json)")


def is_of_kind(template: Template) -> bool:
    """True if the text is the configuration of a service, or its section of state machines."""
    value = mapping(template.value)
    return bool({"stepFunctions", "stateMachines"} & value.keys()) or {"service", "provider"} <= value.keys()


def sources(file: Path, template: Template) -> Iterator[Found]:
    """The definition of each state machine: an object, a string, or what a variable stands for."""
    root = Place.whole(file, template)
    service = Service.around(root)
    service.ids = ids_of(service, root)
    for section in _each(service, root.get("stepFunctions")) if "stepFunctions" in _keys(root) else [root]:
        for machines in _each(service, section.get("stateMachines")):
            yield from _machines(service, machines)
    for template_part in _each(service, root.get("resources")):
        for resources in _each(service, template_part.get("Resources")):
            yield from cloudformation.machines(service, resources)
    yield from service.notices.found


def _each(service: Service, place: Place | None, depth: int = 0) -> Iterator[Place]:
    """The value that the one at `place` stands for; each item of a list by itself."""
    followed = service.followed(place) if place else None
    if place is None or followed is None:
        return
    if not isinstance(followed.value, list):
        yield followed
        return
    if depth == _MOST_NESTED:
        service.notices.add(NotFollowed("variable-circle"), place)
        return
    if place.at[-1:] in (("stepFunctions",), ("stateMachines",)):
        service.notices.add(NotFollowed("list-of-machines"), place, "warning")
    for item in followed.items():
        yield from _each(service, item, depth + 1)


def _machines(service: Service, machines: Place) -> Iterator[Found]:
    """The definitions of an object of machines by name, or of a machine alone, as in a list."""
    if not isinstance(machines.value, dict):
        service.notices.add(NotFollowed("no-definition"), machines)
    if _is_machine(machines):
        yield from _machine(service, machines, str(machines.at[-1]) if machines.at else machines.file.stem)
        return
    for name, place in machines.members():
        machine = service.followed(place)
        if machine is not None:
            yield from _machine(service, machine, name)


def _machine(service: Service, machine: Place, name: str) -> Iterator[Found]:
    definition = machine.get("definition")
    if definition is None:
        service.notices.add(NotFollowed("no-definition"), machine)
        return
    type = machine.get("type")
    named = service.followed(type) if type else None
    found = definitions(service, definition, machine_type(named.value if named else None), name)
    yield from described(
        "serverless", mapping(machine.value), by(Delivery("serverless", ids=service.ids), found)
    )


def _is_machine(place: Place) -> bool:
    """True for a machine itself, not for an object of machines by name, one of which may be `definition`."""
    definition = mapping(place.value).get("definition")
    return isinstance(definition, str) or not {"StartAt", "States"}.isdisjoint(mapping(definition))


def _keys(place: Place) -> Collection[str]:
    return place.value if isinstance(place.value, dict) else ()
