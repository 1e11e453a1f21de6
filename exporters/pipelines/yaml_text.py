"""Text for YAML: quoted values, and commands as block scalars."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from textwrap import indent


def quoted(text: str) -> str:
    """`text` as a YAML value in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def entries(values: Mapping[str, str], spaces: int) -> str:
    """Lines `key: "value"`, indented."""
    return "".join(f"{' ' * spaces}{key}: {quoted(value)}\n" for key, value in values.items())


def block(commands: Iterable[str], spaces: int) -> str:
    """The commands as the lines of a block scalar, which follows `|`."""
    return indent("".join(f"{command}\n" for command in commands), " " * spaces)


def listed(commands: Iterable[str], spaces: int) -> str:
    """The commands as the items of a list."""
    return "".join(f"{' ' * spaces}- {quoted(command)}\n" for command in commands)
