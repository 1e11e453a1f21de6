"""Placeholders for values that the deployment fills in; they are allowed wherever a string is."""

from __future__ import annotations

import re

_IN_NAME = re.compile(r"\$\{[^{}]*\}")


def fills(name: str, target: str) -> bool:
    """True if `name`, with values for its placeholders, may be `target`: `Step${X}` may be `StepA`."""
    if not is_placeholder(name):
        return False
    first, *parts = _IN_NAME.split(name)
    last = parts.pop() if parts else ""
    if len(target) < len(first) + len(last) or not (target.startswith(first) and target.endswith(last)):
        return False
    at = len(first)
    for part in parts:
        at = target.find(part, at, len(target) - len(last))
        if at < 0:
            return False
        at += len(part)
    return True


def is_placeholder(value: object) -> bool:
    """True for a string with a substitution `${Name}` and for a template function such as `{"Ref": …}`."""
    if isinstance(value, str):
        return "${" in value and "}" in value
    if isinstance(value, dict) and len(value) == 1:
        name = next(iter(value))
        return isinstance(name, str) and (name == "Ref" or name.startswith("Fn::"))
    return False
