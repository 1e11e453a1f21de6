"""Reads plain YAML scalars by the core schema of YAML 1.2 or by YAML 1.1, and writes scalars."""

from __future__ import annotations

import re
from math import isinf
from typing import TypeVar

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_OLD_TRUE = re.compile(r"true|True|TRUE|yes|Yes|YES|on|On|ON")
_OLD_FALSE = re.compile(r"false|False|FALSE|no|No|NO|off|Off|OFF")
_OLD_INTEGER = re.compile(r"([-+]?)(?:0b([01_]+)|0([0-7_]+)|0x([0-9a-fA-F_]+)|([0-9][0-9_]*))")
_OLD_BASES = (2, 8, 16, 10)
_OLD_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?")
_OLD_BASE_60 = re.compile(r"([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+)(\.[0-9_]*)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]*[0-9]")

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_FLOW_INDICATOR = re.compile(r"[,\[\]{}?]")
_ENDS_PLAIN = re.compile(r":(?:\s|$)|\s#")
_LEGACY_BOOLEANS = frozenset("yYnN")
_NEEDS_ESCAPE = re.compile(
    "[^\\x20-\\x7e\\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_resolver = Resolver()

Number = TypeVar("Number", int, float)


class NotInJson(ValueError):
    """A number that exists in YAML but not in JSON, or that is too large for most parsers."""


def resolve(text: str) -> Json:
    """The value of the plain scalar `text`. Raises `NotInJson`."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if text[0] not in "-+.0123456789":
        return text
    return _number(text)


def resolve_old(text: str) -> Json:
    """The value of the plain scalar `text` in YAML 1.1. Raises `NotInJson`.

    https://yaml.org/type/, as PyYAML and SnakeYAML read it: `y` and `n` are text. Dates are text too, because
    no tool that reads templates makes anything else of them. A number with a leading zero is octal; decimal
    if it has an 8 or a 9, as CloudFormation reads it.
    """
    if text in _NULL:
        return None
    if _OLD_TRUE.fullmatch(text) or _OLD_FALSE.fullmatch(text):
        return _OLD_TRUE.fullmatch(text) is not None
    if text[0] not in "-+.0123456789":
        return text
    return _old_number(text)


def has_leading_zero(text: str) -> bool:
    """True if the plain scalar `text` is a number such as `012`, whose zero is lost or makes it octal."""
    return _LEADING_ZERO.fullmatch(text) is not None


def write_scalar(value: str | int | float | bool | None, flow: bool = False, quoted: bool = False) -> str:
    """`value` on one line. A string is quoted if a parser of YAML 1.1 or 1.2 would read it as another type.

    `flow` is true between brackets; `quoted` writes all strings in double quotes.
    """
    if isinstance(value, Unquoted) and not flow and needs_no_escape(value) and not _ENDS_PLAIN.search(value):
        return str(value)
    if isinstance(value, str):
        return _write_string(value, flow, quoted)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _write_float(value) if isinstance(value, float) else str(value)


def needs_no_escape(text: str) -> bool:
    """True if `text` needs no escapes, so that it can be plain, single quoted or literal."""
    return _NEEDS_ESCAPE.search(text) is None


def _number(text: str) -> Json:
    try:
        if _DECIMAL.fullmatch(text):
            return int(text)
        if _OCTAL.fullmatch(text):
            return _printable(int(text[2:], 8))
        if _HEXADECIMAL.fullmatch(text):
            return _printable(int(text[2:], 16))
    except ValueError:
        raise NotInJson(text) from None
    if _NOT_FINITE.fullmatch(text):
        raise NotInJson(text)
    if not _FLOAT.fullmatch(text):
        return text
    return _finite(text)


def _old_number(text: str) -> Json:
    integer = _OLD_INTEGER.fullmatch(text)
    try:
        if integer is not None:
            return _printable(_old_integer(integer))
        base_60 = _OLD_BASE_60.fullmatch(text)
        if base_60 is not None:
            return _printable(_in_base_60(base_60))
    except ValueError:
        raise NotInJson(text) from None
    if _OLD_FLOAT.fullmatch(text):
        return _finite(text.replace("_", ""))
    if _NOT_FINITE.fullmatch(text):
        raise NotInJson(text)
    return text


def _old_integer(match: re.Match[str]) -> int:
    sign, *digits = match.groups()
    for base, found in zip(_OLD_BASES, digits, strict=True):
        if found is not None:
            return int(sign + (found.replace("_", "") or "0"), base)
    return 0


def _in_base_60(match: re.Match[str]) -> int | float:
    sign, digits, fraction = match.groups()
    number: int | float = 0
    for part in digits.replace("_", "").split(":"):
        number = number * 60 + int(part)
    if fraction is not None:
        number += float("0" + fraction.replace("_", "") + "0")
    return -number if sign == "-" else number


def _finite(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise NotInJson(text)
    return number


def _printable(number: Number) -> Number:
    """Return `number`. Raises ValueError if it has too many decimal digits to be printed."""
    str(number)
    return number


def _write_string(text: str, flow: bool, quoted: bool) -> str:
    if not quoted and _is_plain(text, flow):
        return text
    if quoted or not needs_no_escape(text) or ("'" in text and '"' not in text and "\\" not in text):
        return '"' + re.sub(f'["\\\\]|{_NEEDS_ESCAPE.pattern}', _escape, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or not needs_no_escape(text) or (flow and _FLOW_INDICATOR.search(text)):
        return False
    return text not in _LEGACY_BOOLEANS and _means_itself(text)


def _means_itself(text: str) -> bool:
    try:
        new = resolve(text)
    except NotInJson:
        return False
    old = _resolver.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return isinstance(new, str) and old == "tag:yaml.org,2002:str"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _write_float(number: float) -> str:
    """The shortest form with a decimal point; without one, `1e+16` is a string in YAML 1.1."""
    digits = repr(number)
    return digits.replace("e", ".0e") if "e" in digits and "." not in digits else digits
