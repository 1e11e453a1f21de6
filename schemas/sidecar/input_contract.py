"""The input contract of a workflow: the fields that a run is started with, and who sends each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from schemas.core.coerce import flag, mapping, one_of, text
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.schema_enums import choices

FIELD_TYPES = choices("input-field", "type")
SENDERS = choices("input-field", "sentBy")


@dataclass(frozen=True, slots=True)
class InputField:
    """A field of the input.

    `type` is one of `FIELD_TYPES` and `sent_by` one of `SENDERS`, or "" where nobody has said. A `guarded`
    field must not come from the browser, such as a price.
    """

    type: str = ""
    example: Json = None
    sent_by: str = ""
    guarded: bool = False
    optional: bool = False
    description: str = ""


def read_input_contract(design: Design) -> dict[str, InputField]:
    """The fields by their paths, such as "order.total"; empty where there is no contract. Never raises."""
    fields = mapping(mapping(design.fields.get("input")).get("fields"))
    return {path: _field(mapping(entry)) for path, entry in islice(fields.items(), MAX_ENTRIES) if path}


def _field(fields: dict[str, Json]) -> InputField:
    return InputField(
        type=one_of(FIELD_TYPES, fields.get("type")),
        example=fields.get("example"),
        sent_by=one_of(SENDERS, fields.get("sentBy")),
        guarded=flag(fields.get("guarded"), False),
        optional=flag(fields.get("optional"), False),
        description=text(fields.get("description")),
    )
