"""YAML 1.2's core schema on PyYAML's own composer: the oracle for values."""

from __future__ import annotations

import re

import yaml

from schemas.core.paths import Json


class _Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """A safe loader that knows none of YAML 1.1's plain scalars."""


_Core.yaml_implicit_resolvers = {}


def _number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    bases = {"0o": 8, "0x": 16}
    return int(node.value, bases.get(node.value[:2], 10))


for _tag, _pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
    ("merge", r"<<"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), None)
_Core.add_constructor("tag:yaml.org,2002:int", _number)
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def oracle(text: str) -> Json:
    return yaml.load(text, Loader=_Core)  # noqa: S506 - a safe loader with other resolvers
