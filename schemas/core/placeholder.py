"""Placeholders for values that the deployment fills in; they are allowed wherever a string is."""

from __future__ import annotations


def is_placeholder(value: object) -> bool:
    """True for a string with a substitution `${Name}` and for a template function such as `{"Ref": …}`."""
    if isinstance(value, str):
        return "${" in value and "}" in value
    if isinstance(value, dict) and len(value) == 1:
        name = next(iter(value))
        return isinstance(name, str) and (name == "Ref" or name.startswith("Fn::"))
    return False
