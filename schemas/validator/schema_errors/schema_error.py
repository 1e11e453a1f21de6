"""A value that does not fit its schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from schemas.asl.machine import SchemaInstance
from schemas.core.paths import Path, field_of


@dataclass(frozen=True, slots=True)
class SchemaError:
    """What the value is, where it stands, and what its schema demands there.

    `schema` is the part of the schema that the value was checked by, `steps` leads to it from the whole
    schema of `part`.
    """

    value: Any
    path: Path
    demand: Any
    schema: dict[str, Any]
    part: SchemaInstance
    steps: tuple[str | int, ...]

    @classmethod
    def of(cls, error: ValidationError, part: SchemaInstance) -> SchemaError:
        """What a validator's error says."""
        return cls(
            value=error.instance,
            path=(*part.path, *error.absolute_path),
            demand=error.validator_value,
            schema=dict(error.schema) if isinstance(error.schema, dict) else {},
            part=part,
            steps=tuple(error.absolute_schema_path)[:-1],
        )

    @property
    def name(self) -> str:
        """The field that the value belongs to."""
        return field_of(self.path)

    @property
    def fields(self) -> dict[str, Any]:
        """The value's fields, where it is an object."""
        return self.value if isinstance(self.value, dict) else {}
