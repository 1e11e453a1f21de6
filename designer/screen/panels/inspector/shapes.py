"""What kind of value a field holds, by its JSON Schema: it decides how the field is edited."""

from __future__ import annotations

from typing import Literal

from designer.screen.panels.inspector.field_ref import FieldRef

Shape = Literal["typed", "any", "option", "names", "object", "payload", "valued"]

PAIRED = ("Path", ".$")


def shape_of(ref: FieldRef) -> Shape:
    """The kind of value of the field, whatever stands in it now."""
    rule = ref.rule
    kind = rule.get("type")
    if str(rule.get("format", "")).endswith(("payload", "assignments")):
        return "payload"
    if "enum" in rule:
        return "option"
    if kind == "array" and rule.get("items", {}).get("type") == "string":
        return "names"
    if "properties" in rule:
        return "object"
    if kind not in (None, "object", "array") and (pair_of(ref) or takes_expression(ref)):
        return "valued"
    return "any" if kind in (None, "object", "array") else "typed"


def pair_of(ref: FieldRef) -> str:
    """What is behind the name of the field where its value is at a path: "Path" or ".$"; "" if it isn't."""
    beside = ref.orders[-1] if ref.orders else ()
    return next((suffix for suffix in PAIRED if ref.key + suffix in beside), "")


def takes_expression(ref: FieldRef) -> bool:
    """Whether an expression in JSONata may stand for the value."""
    return "jsonata" in str(ref.rule.get("format", ""))


def is_second(name: str, beside: tuple[str, ...]) -> bool:
    """Whether `name` is the one of a pair whose value is at a path: it is edited with the first."""
    return any(name.endswith(suffix) and name.removesuffix(suffix) in beside for suffix in PAIRED)
