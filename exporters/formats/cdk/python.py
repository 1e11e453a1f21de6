"""The code model in Python, as ruff would format it."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
from exporters.formats.cdk.layout import Bracket, Code, columns, lay_out

WIDTH = 88
STEP = "    "
_WORDS = {"this": "self", "lambda": "lambda_"}
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def statement(step: Step, indent: str) -> str:
    """The lines of one statement."""
    match step:
        case Default(name, value):
            return _if(f"{snake(name)} is None", Statement(value, name), indent)
        case IfThere(value, call):
            return _if(snake(value.path), Statement(call), indent)
        case Statement(value, variable):
            start = f"{snake(variable)} = " if variable else ""
            return _assigned(start, _code(value), indent)


def _assigned(start: str, code: Code, indent: str) -> str:
    """`code` behind `start`; between brackets where its first line is too long, and fits there."""
    laid_out = lay_out((start, *code), indent, STEP, WIDTH)
    inner = indent + STEP
    between = f"{start}(\n{inner}{lay_out(code, inner, STEP, WIDTH)}\n{indent})"
    is_long = "\n" in laid_out and columns(indent + laid_out.partition("\n")[0]) > WIDTH
    fits = all(columns(line) <= WIDTH for line in f"{indent}{between}".split("\n"))
    return between if start and is_long and fits else laid_out


def _if(condition: str, then: Statement, indent: str) -> str:
    inner = indent + STEP
    return f"if {condition}:\n{inner}{statement(then, inner)}"


def literal(text: str) -> str:
    """`text` as a literal, in the quotes that need fewer escapes."""
    quote = _quote(text)
    return f"{quote}{_escaped(text, quote)}{quote}"


def _code(value: Expression) -> Code:
    match value:
        case Text() | Plain() | Name() | Equal() | Template():
            return (_word(value),)
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


def _word(value: Text | Plain | Name | Equal | Template) -> str:
    match value:
        case Text(text):
            return literal(text)
        case Plain(number):
            return repr(number)
        case Name(path):
            return snake(path)
        case Equal(one, other):
            return f"{snake(one.path)} == {snake(other.path)}"
        case Template(parts):
            return _template(parts)


def _call(call: Call) -> Code:
    passed = ((name, Name(name)) for name in call.passed)
    items = (*map(_code, call.arguments), *_keywords((*passed, *call.options)))
    then: Code = (".", *_code(call.then)) if call.then else ()
    return (snake(call.target), Bracket("(", items, ")"), *then)


def _keywords(options: Iterable[tuple[str, Expression]]) -> Iterable[Code]:
    return ((f"{snake(name)}=", *_code(value)) for name, value in options)


def snake(path: str) -> str:
    """`this.stackName` as `self.stack_name`, properties by their names; classes and constants stay."""
    return ".".join(_snake_word(word) for word in path.removeprefix("props.").split("."))


def _snake_word(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", word).lower() if word[:1].islower() else word


def _template(parts: tuple[Text | Name, ...]) -> str:
    quote = _quote("".join(part.value for part in parts if isinstance(part, Text)))
    written = (
        f"{{{snake(part.path)}}}"
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
