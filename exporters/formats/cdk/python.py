"""The code model in Python, as ruff would format it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exporters.formats.cdk.code import (
    Call,
    Entries,
    Expression,
    FileBeside,
    Items,
    Name,
    Options,
    Plain,
    Statement,
    Template,
    Text,
)
from exporters.formats.cdk.layout import Bracket, Code, lay_out

WIDTH = 88
STEP = "    "
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def statement(value: Statement, indent: str) -> str:
    """The lines of one statement."""
    start = f"{_snake(value.variable)} = " if value.variable else ""
    return lay_out((start, *_code(value.value)), indent, STEP, WIDTH)


def literal(text: str) -> str:
    """`text` as a literal, in the quotes that need fewer escapes."""
    quote = _quote(text)
    return f"{quote}{_escaped(text, quote)}{quote}"


def _code(value: Expression) -> Code:
    match value:
        case Text(text):
            return (literal(text),)
        case Plain(number):
            return (repr(number),)
        case Name(path):
            return (_snake(path),)
        case Template(parts):
            return (_template(parts),)
        case FileBeside(name):
            beside: Code = ("Path(__file__).with_name", Bracket("(", ((literal(name),),), ")"))
            return ("str", Bracket("(", (beside,), ")"))
        case Items(values):
            return (Bracket("[", tuple(map(_code, values)), "]"),)
        case Entries(values):
            return (Bracket("{", tuple((f"{literal(key)}: ", *_code(item)) for key, item in values), "}"),)
        case Options(type, values):
            return (type, Bracket("(", tuple(_keywords(values)), ")"))
        case Call():
            return _call(value)


def _call(call: Call) -> Code:
    items = (*map(_code, call.arguments), *_keywords(call.options))
    then: Code = (".", *_code(call.then)) if call.then else ()
    return (_snake(call.target), Bracket("(", items, ")"), *then)


def _keywords(options: Iterable[tuple[str, Expression]]) -> Iterable[Code]:
    return ((f"{_snake(name)}=", *_code(value)) for name, value in options)


def _snake(path: str) -> str:
    """`this.stackName` as `self.stack_name`; classes and constants stay as they are."""
    return ".".join(_snake_word(word) for word in path.split("."))


def _snake_word(word: str) -> str:
    if word == "this":
        return "self"
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", word).lower() if word[:1].islower() else word


def _template(parts: tuple[Text | Name, ...]) -> str:
    quote = _quote("".join(part.value for part in parts if isinstance(part, Text)))
    written = (
        f"{{{_snake(part.path)}}}"
        if isinstance(part, Name)
        else _escaped(part.value, quote).replace("{", "{{").replace("}", "}}")
        for part in parts
    )
    return f"f{quote}{''.join(written)}{quote}"


def _quote(text: str) -> str:
    return "'" if text.count('"') > text.count("'") else '"'


def _escaped(text: str, quote: str) -> str:
    return "".join(_ESCAPES.get(char) or _character(char, quote) for char in text)


def _character(char: str, quote: str) -> str:
    if char == quote:
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
