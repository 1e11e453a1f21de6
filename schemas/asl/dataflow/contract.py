"""The shape of the input that a list of field paths describes, such as "order.total" or "items[].sku"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from schemas.asl.dataflow.shapes import ListOf, Member, Presence, Record, Scalar, Shape, Unknown

_PART = re.compile(r"([^.\[\]]+)|\[(?:\*|\d*)\]")
_DEEPEST = 12
_SCALARS = frozenset({"string", "number", "boolean"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the input: its path, its type ("" if unknown), and if a run may be started without it."""

    path: str
    type: str = ""
    optional: bool = False


@dataclass
class _Node:
    own: Field | None = None
    inner: dict[str, _Node] = field(default_factory=dict)
    item: _Node | None = None


def input_shape(fields: Iterable[Field]) -> Shape:
    """The shape of an input with these fields and no others; each is the origin of its own value."""
    root = _Node()
    for each in fields:
        node = root
        for part in islice(_PART.finditer(each.path), _DEEPEST):
            name = part[1]
            if name is None or name.isdigit():
                node.item = node.item or _Node()
                node = node.item
            else:
                node = node.inner.setdefault(name, _Node())
        node.own = each
    return _shape(root)


def _shape(node: _Node) -> Shape:
    origins = frozenset([node.own.path]) if node.own else frozenset[str]()
    if node.item is not None and not node.inner:
        return ListOf(_shape(node.item))
    if node.inner and node.item is None:
        return Record({name: Member(_shape(each), _presence(each)) for name, each in node.inner.items()})
    if node.own is not None and node.own.type in _SCALARS:
        return Scalar(origins)
    return ListOf(Unknown(origins)) if node.own is not None and node.own.type == "array" else Unknown(origins)


def _presence(node: _Node) -> Presence:
    return "maybe" if _is_optional(node) else "always"


def _is_optional(node: _Node) -> bool:
    if node.own is not None:
        return node.own.optional
    inner = [*node.inner.values(), *([node.item] if node.item else [])]
    return bool(inner) and all(map(_is_optional, inner))
