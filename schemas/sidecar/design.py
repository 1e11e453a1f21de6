"""The sidecar `<name>.design.json`: all data of a workflow that is not ASL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from schemas.asl.walk import StateMachineType
from schemas.core.coerce import mapping, names, number, text
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.deployment import Deployment, read_deployment
from schemas.sidecar.estimates import UNESTIMATED, Estimate, Volume, read_estimate, read_volume
from schemas.sidecar.operations import UNANSWERED, Operations, read_operations

MAX_COORDINATE = 1_000_000.0

_UID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the canvas, in pixels from the top left corner of the scope."""

    x: float
    y: float

    @property
    def written(self) -> Json:
        """The point as the sidecar writes it: whole numbers have no fraction."""
        return {"x": _plain(self.x), "y": _plain(self.y)}


@dataclass(frozen=True, slots=True)
class StateDesign:
    """The entry of one state in the sidecar.

    `name` is the state's name in the ASL. `scope` is the id of its scope, needed only if several states have
    that name. `card` is the uid of the sketch's card that it came from. `child` is the id of the library's
    workflow that was made of a part of this one, and that the state starts. `otherwise` are the words on the
    arrow that a Choice takes where no rule holds. `undecided` has the names in
    `${Name}` that stand for what nobody has decided; they do so only as long as the state has them.
    """

    name: str
    scope: str | None = None
    position: Point | None = None
    business_name: str = ""
    note: str = ""
    owner: str = ""
    card: str = ""
    child: str = ""
    otherwise: str = ""
    undecided: tuple[str, ...] = ()
    operations: Operations = UNANSWERED
    estimate: Estimate = UNESTIMATED


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample input of the workflow: inline, or in a file next to the sidecar."""

    input: Json = None
    file: str = ""
    description: str = ""


@dataclass(frozen=True)
class Design:
    """A sidecar as a JSON document, changed by the same edits as a definition.

    Its schema is `asl/design.schema.json`. The properties never raise: missing or invalid data has its
    default value, and `check_design` reports the errors.
    """

    document: Document

    @classmethod
    def empty(cls) -> Design:
        """A new sidecar without entries."""
        return cls(Document.parse('{\n  "version": 1\n}\n', "json"))

    @property
    def fields(self) -> dict[str, Json]:
        """The top-level fields of the sidecar."""
        return mapping(self.document.value)

    @property
    def type(self) -> StateMachineType:
        """The type of the state machine: EXPRESS, or STANDARD by default."""
        return "EXPRESS" if self.fields.get("type") == "EXPRESS" else "STANDARD"

    @property
    def title(self) -> str:
        """The title of the workflow in business words."""
        return text(self.fields.get("title"))

    @property
    def description(self) -> str:
        """The purpose of the workflow."""
        return text(self.fields.get("description"))

    @cached_property
    def states(self) -> dict[str, StateDesign]:
        """The entries of the states, by uid."""
        entries = mapping(self.fields.get("states"))
        return {uid: _state(mapping(entry)) for uid, entry in entries.items() if is_uid(uid)}

    def otherwise(self, uid: str) -> str:
        """The words on the arrow that the Choice `uid` takes where no rule holds; "" for none."""
        return self.states[uid].otherwise if uid in self.states else ""

    @cached_property
    def deployment(self) -> Deployment:
        """The deployment settings, for exporters."""
        return read_deployment(self.fields.get("deployment"))

    @cached_property
    def volume(self) -> Volume:
        """The runs a month and their memory, for the costs."""
        return read_volume(self.fields.get("volume"))

    @cached_property
    def samples(self) -> dict[str, Sample]:
        """The sample inputs, by name."""
        entries = mapping(self.fields.get("samples"))
        return {name: _sample(mapping(entry)) for name, entry in entries.items()}

    @property
    def cases(self) -> dict[str, Json]:
        """The cases as they are written (see `player.cases.reading`), by name."""
        return mapping(self.fields.get("cases"))


def is_uid(text: str) -> bool:
    """True if `text` is a valid uid of a state, a card or an arrow."""
    return _UID.fullmatch(text) is not None


def read_point(value: Json) -> Point | None:
    """Read a point from JSON; None if it is invalid."""
    fields = mapping(value)
    x, y = number(fields.get("x"), MAX_COORDINATE), number(fields.get("y"), MAX_COORDINATE)
    return None if x is None or y is None else Point(x, y)


def _state(fields: dict[str, Json]) -> StateDesign:
    scope = fields.get("scope")
    return StateDesign(
        name=text(fields.get("name")),
        scope=scope if isinstance(scope, str) else None,
        position=read_point(fields.get("position")),
        business_name=text(fields.get("businessName")),
        note=text(fields.get("note")),
        owner=text(fields.get("owner")),
        card=text(fields.get("card")),
        child=text(fields.get("child")),
        otherwise=text(fields.get("otherwise")),
        undecided=names(fields.get("undecided")),
        operations=read_operations(fields.get("operations")),
        estimate=read_estimate(fields.get("estimate")),
    )


def _sample(fields: dict[str, Json]) -> Sample:
    return Sample(fields.get("input"), text(fields.get("file")), text(fields.get("description")))


def _plain(number: float) -> Json:
    return int(number) if number == int(number) else number
