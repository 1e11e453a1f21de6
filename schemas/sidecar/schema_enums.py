"""The values that the JSON Schema of the sidecar offers for a field."""

from __future__ import annotations

from schemas.asl.json_schema import schema


def choices(definition: str, *fields: str) -> tuple[str, ...]:
    """The values of a definition's field in the schema, such as `choices("card", "kind")`, in its order."""
    found = schema("design")["$defs"][definition]
    for field in fields:
        found = found["properties"][field]
    return tuple(found["enum"])
