"""Writes the protocol as TypeScript: `python -m designer.canvas.typescript`."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from designer.canvas import protocol
from designer.canvas.protocol import Message

TARGET = Path(__file__).parent / "frontend" / "src" / "protocol.gen.ts"
HEADER = "// Generated from designer/canvas/protocol.py by `python -m designer.canvas.typescript`."
PLAIN: dict[Any, str] = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}


def typescript() -> str:
    """The TypeScript of every message and named alternative in `protocol.py`, in its order."""
    names = {name: value for name, value in vars(protocol).items() if not name.startswith("_")}
    parts = [HEADER]
    for name, value in names.items():
        if inspect.isclass(value) and issubclass(value, Message) and value is not Message:
            parts.append(_interface(value))
        elif get_origin(value) in (Literal, Annotated, Union, UnionType):
            parts.append(f"export type {name} = {_type(value)};")
    return "\n\n".join(parts) + "\n"


def _interface(message: type[Message]) -> str:
    fields = [f"  {name}: {_type(field.annotation)};" for name, field in message.model_fields.items()]
    doc = inspect.cleandoc(message.__doc__ or "").splitlines()
    comment = ["/**", *(f" * {line}".rstrip() for line in doc), " */"]
    return "\n".join([*comment, f"export interface {message.__name__} {{", *fields, "}"])


def _type(annotation: Any) -> str:  # noqa: ANN401 - a type form has no narrower type
    if annotation in PLAIN:
        return PLAIN[annotation]
    if inspect.isclass(annotation) and issubclass(annotation, Message):
        return annotation.__name__
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " | ".join(f'"{argument}"' for argument in arguments)
    if origin is Annotated:
        return _type(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(_type(argument) for argument in arguments)
    if origin is list:
        item = _type(arguments[0])
        return f"({item})[]" if " " in item else f"{item}[]"
    if origin is dict:
        return f"Record<string, {_type(arguments[1])}>"
    raise TypeError(f"no TypeScript for {annotation!r}")


if __name__ == "__main__":
    TARGET.write_text(typescript(), encoding="utf-8")
