"""The code model in TypeScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from exporters.formats.cdk.code import (
    Call,
    Default,
    Entries,
    Equal,
    Expression,
    FileBeside,
    IfThere,
    Items,
    Name,
    Options,
    Plain,
    Statement,
    Step,
    Template,
    Text,
)
from exporters.formats.cdk.layout import Bracket, Code, Links, columns, lay_out

WIDTH = 80
STEP = "  "
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def statement(step: Step, indent: str) -> str:
    """The lines of one statement."""
    match step:
        case Default(name, value):
            return _default(name, value, indent)
        case IfThere(value, call):
            return _if_there(value.path, call, indent)
        case Statement(value, variable):
            start = f"{_declared(variable)} = " if variable else ""
            return lay_out((start, *_code(value), ";"), indent, STEP, WIDTH)


def _if_there(path: str, call: Call, indent: str) -> str:
    if call.target.startswith(f"{path}."):
        optional = replace(call, target=f"{path}?{call.target.removeprefix(path)}")
        return statement(Statement(optional), indent)
    inner = indent + STEP
    return f"if ({path}) {{\n{inner}{statement(Statement(call), inner)}\n{indent}}}"


def _declared(variable: str) -> str:
    return variable if variable.startswith("this.") else f"const {variable}"


def _default(name: str, value: Expression, indent: str) -> str:
    """The property, or else `value`: on one line, or behind the name, or each of both on its own line."""
    start, given, inner = f"const {name} =", f"props.{name} ??", indent + STEP
    code: Code = (*_code(value), ";")
    for line, column in ((f"{start} {given} ", indent), (f"{given} ", inner)):
        whole = lay_out((line, *code), column, STEP, WIDTH)
        if "\n" not in whole and columns(column + whole) <= WIDTH:
            return whole if column == indent else f"{start}\n{inner}{whole}"
    return f"{start}\n{inner}{given}\n{inner}{lay_out(code, inner, STEP, WIDTH)}"


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
        case Equal(one, other):
            return (f"{one.path} === {other.path}",)
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
    """A call, and what is called on its result; calls on a variable may stand on a line each."""
    variable, _, method = call.target.rpartition(".")
    is_variable = bool(_IDENTIFIER.fullmatch(variable)) and variable[0].islower() and not call.new
    if is_variable and isinstance(call.then, Call):
        calls = [replace(call, target=method, then=None)]
        then: Call | Name | None = call.then
        while isinstance(then, Call):
            calls.append(replace(then, then=None))
            then = then.then
        return (variable, Links(tuple((".", *_call(each)) for each in calls)))
    items = tuple(map(_code, call.arguments))
    has_options = bool(call.options or call.passed)
    if has_options:
        items = (*items, (_object(call.options, ("...props",) if call.passed else ()),))
    after: Code = (".", *_code(call.then)) if call.then else ()
    target = f"new {call.target}" if call.new else call.target
    return (target, Bracket("(", items, ")", hugs=_hugs(call)), *after)


def _hugs(call: Call) -> bool:
    """True if the last argument is an object, so that it alone is broken."""
    if call.options or call.passed:
        return True
    return bool(call.arguments) and isinstance(call.arguments[-1], Entries | Options)


def _object(values: Iterable[tuple[str, Expression]], spread: tuple[str, ...] = ()) -> Bracket:
    items = (*((each,) for each in spread), *(_member(key, item) for key, item in values))
    return Bracket("{", items, "}", padding=" ")


def _member(key: str, value: Expression) -> Code:
    """A member of an object; a variable of the same name is written once."""
    return (key,) if value == Name(key) else (f"{_key(key)}: ", *_code(value))


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
