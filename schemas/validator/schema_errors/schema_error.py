"""An error of JSON Schema, with its path in the definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from schemas.asl.machine import SchemaInstance
from schemas.core.paths import Path, field_of


@dataclass(frozen=True, slots=True)
class SchemaError:
    """A value that violates its schema.

    `demand` is the value of the violated keyword; `schema` is the subschema with that keyword, and `steps`
    leads to it from the root of the schema of `instance`. `path` leads from the definition's root to the
    value.
    """

    value: Any
    path: Path
    demand: Any
    schema: dict[str, Any]
    instance: SchemaInstance
    steps: tuple[str | int, ...]

    @classmethod
    def of(cls, error: ValidationError, instance: SchemaInstance) -> SchemaError:
        """Read the error of the `jsonschema` library."""
        return cls(
            value=error.instance,
            path=(*instance.path, *error.absolute_path),
            demand=error.validator_value,
            schema=dict(error.schema) if isinstance(error.schema, dict) else {},
            instance=instance,
            steps=tuple(error.absolute_schema_path)[:-1],
        )

    @property
    def name(self) -> str:
        """The name of the field that the value belongs to."""
        return field_of(self.path)

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the value; empty if it is no object."""
        return self.value if isinstance(self.value, dict) else {}
