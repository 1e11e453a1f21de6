"""The kind of value that a field holds, from its JSON Schema: it decides on the field's control."""

from __future__ import annotations

from typing import Literal

from designer.screen.panels.inspector.field_ref import FieldRef

ValueKind = Literal["typed", "any", "option", "names", "object", "payload", "valued"]

PATH_SUFFIXES = ("Path", ".$")


def kind_of_value(ref: FieldRef) -> ValueKind:
    """The kind of the field, whatever its value is now."""
    schema = ref.schema
    type = schema.get("type")
    if str(schema.get("format", "")).endswith(("payload", "assignments")):
        return "payload"
    if "enum" in schema:
        return "option"
    if type == "array" and schema.get("items", {}).get("type") == "string":
        return "names"
    if "properties" in schema:
        return "object"
    if type not in (None, "object", "array") and (path_suffix(ref) or takes_expression(ref)):
        return "valued"
    return "any" if type in (None, "object", "array") else "typed"


def path_suffix(ref: FieldRef) -> str:
    """The suffix of the field's name when its value is read from a path: "Path", ".$", or "" for none."""
    keys = ref.orders[-1] if ref.orders else ()
    return next((suffix for suffix in PATH_SUFFIXES if ref.key + suffix in keys), "")


def takes_expression(ref: FieldRef) -> bool:
    """True if the value may be a JSONata expression."""
    return "jsonata" in str(ref.schema.get("format", ""))


def is_path_variant(name: str, keys: tuple[str, ...]) -> bool:
    """True if `name` is the path variant of another key, as SecondsPath is: both share one control."""
    return any(name.endswith(suffix) and name.removesuffix(suffix) in keys for suffix in PATH_SUFFIXES)
