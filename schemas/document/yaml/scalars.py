"""Reads plain YAML scalars by the core schema of YAML 1.2, and writes scalars."""

from __future__ import annotations

import re
from math import isinf

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from schemas.core.paths import Json

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_FLOW_INDICATOR = re.compile(r"[,\[\]{}?]")
_LEGACY_BOOLEANS = frozenset("yYnN")
_NEEDS_ESCAPE = re.compile(
    "[^\\x20-\\x7e\\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_resolver = Resolver()


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


def write_scalar(value: str | int | float | bool | None, flow: bool = False, quoted: bool = False) -> str:
    """`value` on one line. A string is quoted if a parser of YAML 1.1 or 1.2 would read it as another type.

    `flow` is true between brackets; `quoted` writes all strings in double quotes.
    """
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
    number = float(text)
    if isinf(number):
        raise NotInJson(text)
    return number


def _printable(number: int) -> int:
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
