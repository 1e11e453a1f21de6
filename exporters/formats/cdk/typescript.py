"""The code model in TypeScript."""

from __future__ import annotations

import json
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

WIDTH = 80
STEP = "  "
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def statement(value: Statement, indent: str) -> str:
    """The lines of one statement."""
    start = f"const {value.variable} = " if value.variable else ""
    return lay_out((start, *_code(value.value), ";"), indent, STEP, WIDTH)


def literal(text: str) -> str:
    """`text` as a literal between double quotes."""
    return f'"{"".join(map(_character, json.dumps(text, ensure_ascii=False)[1:-1]))}"'


def _code(value: Expression) -> Code:
    match value:
        case Text(text):
            return (literal(text),)
        case Plain(number):
            return (json.dumps(number),)
        case Name(path):
            return (path,)
        case Template(parts):
            return (f"`{''.join(map(_part, parts))}`",)
        case FileBeside(name):
            return ("path.join", Bracket("(", (("__dirname",), (literal(name),)), ")"))
        case Items(values):
            return (Bracket("[", tuple(map(_code, values)), "]"),)
        case Entries(values) | Options(_, values):
            return (_object(values),)
        case Call():
            return _call(value)


def _call(call: Call) -> Code:
    items = tuple(map(_code, call.arguments))
    if call.options:
        items = (*items, (_object(call.options),))
    then: Code = (".", *_code(call.then)) if call.then else ()
    target = f"new {call.target}" if call.new else call.target
    return (target, Bracket("(", items, ")", hugs=bool(call.options)), *then)


def _object(values: Iterable[tuple[str, Expression]]) -> Bracket:
    items = tuple((f"{_key(key)}: ", *_code(item)) for key, item in values)
    return Bracket("{", items, "}", padding=" ")


def _key(key: str) -> str:
    """`key` of an object literal; `__proto__` would set its prototype, so it is computed."""
    if key == "__proto__":
        return '["__proto__"]'
    return key if _IDENTIFIER.fullmatch(key) else literal(key)


def _part(part: Text | Name) -> str:
    if isinstance(part, Name):
        return f"${{{part.path}}}"
    inside = literal(part.value)[1:-1].replace('\\"', '"')
    return inside.replace("`", "\\`").replace("${", "\\${")


def _character(char: str) -> str:
    """`char` of a text that JSON has escaped; what cannot be seen is escaped as well."""
    if char.isprintable():
        return char
    pair = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pair[at : at + 2].hex()}" for at in range(0, len(pair), 2))
