"""Values that deployment puts in: they may stand wherever a text stands."""

from __future__ import annotations


def is_placeholder(value: object) -> bool:
    """Whether `value` holds a substitution, `${Name}`, or is a template's own function, `{"Ref": …}`."""
    if isinstance(value, str):
        return "${" in value and "}" in value
    if isinstance(value, dict) and len(value) == 1:
        name = next(iter(value))
        return isinstance(name, str) and (name == "Ref" or name.startswith("Fn::"))
    return False
