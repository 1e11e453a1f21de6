"""Reads YAML tags and scalars as JSON values; no other objects are constructed."""

from __future__ import annotations

import re

from yaml import events

from schemas.core.paths import Json
from schemas.document.text.tree import ParseError
from schemas.document.yaml.dialect import Dialect
from schemas.document.yaml.scalars import NotInJson, resolve, resolve_old

_SHORT_FORM = re.compile(r"![A-Za-z0-9]+(?:::[A-Za-z0-9]+)?")
_OF_VALUES = frozenset(
    ("Ref", "Base64", "Cidr", "FindInMap", "GetAtt", "GetAZs", "If", "ImportValue", "Join", "Length")
) | {"Select", "Split", "Sub", "ToJsonString", "Transform"}
_CORE = "tag:yaml.org,2002:"
_KINDS: dict[str, tuple[type, ...]] = {
    "null": (type(None),),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
}


def scalar_value(event: events.ScalarEvent, offset: int, old: bool = False) -> Json:
    """The value of a scalar that stands at `offset`; plain ones are read by YAML 1.1 if `old` is true.

    Raises `ParseError` for an unknown tag, or a value that is not of its tag's kind or
    that JSON does not have.
    """
    tag = event.tag
    if tag in ("!", _CORE + "str") or (tag is None and not event.implicit[0]):
        return str(event.value)
    kind = (tag or "").removeprefix(_CORE)
    if tag is not None and kind not in _KINDS and not is_merge(event):
        raise ParseError("yaml-tag", offset, {"tag": _short_tag(tag)})
    try:
        value = resolve_old(event.value) if old else resolve(event.value)
    except NotInJson:
        raise ParseError("yaml-number", offset, {"number": event.value[:40]}) from None
    if kind in _KINDS and type(value) not in _KINDS[kind]:
        raise ParseError("yaml-value", offset, {"found": event.value[:40], "tag": _short_tag(tag)})
    return value


def function_of(tag: str | None, dialect: Dialect) -> str:
    """The JSON name of a function that `dialect` allows, such as `Fn::Sub` for `!Sub`; "" for another tag."""
    if tag is None or dialect.functions == "none" or not _SHORT_FORM.fullmatch(tag):
        return ""
    if dialect.functions == "values" and tag[1:] not in _OF_VALUES:
        return ""
    return tag[1:] if tag in ("!Ref", "!Condition") else f"Fn::{tag[1:]}"


def check_collection(event: events.CollectionStartEvent, kind: str, offset: int) -> None:
    """Raise `ParseError` if a mapping (`kind` map) or sequence (seq) has the tag of another kind."""
    if event.tag not in (None, "!", _CORE + kind):
        raise ParseError("yaml-tag", offset, {"tag": _short_tag(event.tag)})


def is_merge(event: events.ScalarEvent) -> bool:
    """True if a key is the merge key `<<`."""
    return event.value == "<<" and bool(event.implicit[0]) and event.tag in (None, _CORE + "merge")


def _short_tag(tag: str | None) -> str:
    short = "!!" + tag.removeprefix(_CORE) if tag and tag.startswith(_CORE) else str(tag)
    return short[:80]
