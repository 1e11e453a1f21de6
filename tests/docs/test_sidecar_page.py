"""The page on the sidecar lists the fields that its schema has, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.validator.check_design import check_design

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "asl" / "design.schema.json").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "sidecar.md").read_text(encoding="utf-8")


SHARED = ("cards", "arrows", "lanes", "operations")
"""The definitions that several fields have; the page explains each once, under its own name."""


def fields(schema: dict, path: str = "") -> Iterator[str]:
    """The path of each field, `*` for a name that is free; an object with free names is known by those."""
    if "$ref" in schema:
        definition = schema["$ref"].rsplit("/", 1)[-1]
        if definition in SHARED and path != definition:
            yield path
            return
        schema = SCHEMA["$defs"][definition]
    if isinstance(schema.get("additionalProperties"), dict):
        yield from fields(schema["additionalProperties"], f"{path}.*")
        return
    if path:
        yield path
    for name, inner in schema.get("properties", {}).items():
        yield from fields(inner, f"{path}.{name}" if path else name)


def test_every_field_is_explained_once_and_nothing_else_is() -> None:
    assert sorted(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)) == sorted(expected())


def expected() -> set[str]:
    """The paths of the page: those of the schema, and those of each shared definition."""
    shared = {path for name in SHARED for path in fields({"$ref": f"#/$defs/{name}"}, name)}
    return shared.union(fields(SCHEMA))


def test_the_example_is_a_sidecar() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert check_design(Design(Document.parse(example, "json"))) == []
