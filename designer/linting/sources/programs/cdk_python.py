"""The CDK in Python: `DefinitionBody.from_file`, and `from_string` of a file that is opened."""

from __future__ import annotations

import ast
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from designer.linting.sources.definitions import Found
from designer.linting.sources.programs.named import Named, definitions_named
from schemas.core.paths import Json

_FIELDS = ("definition_body", "definition_string")
_MOST_NESTED = 20


def sources(file: Path, text: str) -> Iterator[Found]:
    """The definition of each `StateMachine` that a file or a text of its own gives."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    program = _Program(file, tree)
    for call in program.machines():
        for keyword in call.keywords:
            named = program.named(call, keyword.value) if keyword.arg in _FIELDS else None
            if named is not None:
                yield from definitions_named(file, text, named)


class _Program:
    """The values of a program that stand in its text."""

    def __init__(self, file: Path, tree: ast.Module) -> None:
        self._file = file
        self._calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        self._values: dict[str, ast.expr] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                self._values.setdefault(ast.unparse(node.targets[0]), node.value)
            elif isinstance(node, ast.withitem) and isinstance(node.optional_vars, ast.Name):
                self._values.setdefault(node.optional_vars.id, node.context_expr)

    def machines(self) -> Iterator[ast.Call]:
        """The calls that make a state machine."""
        yield from (call for call in self._calls if _name(call.func).endswith("StateMachine"))

    def named(self, call: ast.Call, body: ast.expr) -> Named | None:
        """The definition that is given to a machine; None if it is put together from states."""
        body = self._followed(body)
        function = _name(body.func) if isinstance(body, ast.Call) else ""
        name, line, properties = self._id(call), call.lineno, dict(self._properties(call))
        if isinstance(body, ast.Call) and function == "from_file" and body.args:
            return Named(name, line, self._path(body.args[0]) or "", properties=properties)
        if isinstance(body, ast.Call) and function == "from_string" and body.args:
            body = body.args[0]
        elif isinstance(body, ast.Call) and function == "from_chainable":
            return None
        text = self._followed(body)
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            return Named(name, line, text=text.value, properties=properties)
        path = self._content(body)
        return Named(name, line, path, properties=properties) if path else None

    def _id(self, call: ast.Call) -> str:
        """The construct's id."""
        second = call.args[1] if len(call.args) > 1 else None
        id = next((keyword.value for keyword in call.keywords if keyword.arg == "id"), second)
        value = self._followed(id) if id is not None else None
        return (
            value.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str)
            else "StateMachine"
        )

    def _properties(self, call: ast.Call) -> Iterator[tuple[str, Json]]:
        for keyword in call.keywords:
            if keyword.arg is None or keyword.arg in _FIELDS:
                continue
            written = ast.unparse(keyword.value)
            if keyword.arg == "state_machine_type":
                yield "type", "EXPRESS" if written.endswith("EXPRESS") else "STANDARD"
            elif keyword.arg == "tracing_enabled":
                yield "tracing", written == "True"
            elif keyword.arg == "definition_substitutions" and isinstance(keyword.value, ast.Dict):
                yield (
                    "substitutions",
                    [str(key.value) for key in keyword.value.keys if isinstance(key, ast.Constant)],
                )

    def _followed(self, node: ast.expr) -> ast.expr:
        """The expression that a name stands for."""
        for _ in range(_MOST_NESTED):
            found = (
                self._values.get(ast.unparse(node)) if isinstance(node, ast.Name | ast.Attribute) else None
            )
            if found is None:
                break
            node = found
        return node

    def _content(self, node: ast.expr, depth: int = 0) -> str | None:
        """The path of the file whose content an expression is."""
        node = self._followed(node)
        if depth > _MOST_NESTED or not isinstance(node, ast.Call):
            return None
        function = _name(node.func)
        if function == "open" and isinstance(node.func, ast.Name) and node.args:
            return self._path(node.args[0])
        if function in ("read", "read_text", "open") and isinstance(node.func, ast.Attribute):
            return self._content(node.func.value, depth + 1) or self._path(node.func.value)
        if function in ("dumps", "load", "loads", "safe_load", "to_json_string") and node.args:
            return self._content(node.args[0], depth + 1)
        return None

    def _path(self, node: ast.expr, depth: int = 0) -> str | None:
        """The path that an expression gives, as far as it stands in the text."""
        node = self._followed(node)
        if depth > _MOST_NESTED:
            return None
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            return str(self._file.absolute()) if node.id == "__file__" else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Add):
            parts = [self._path(node.left, depth + 1), self._path(node.right, depth + 1)]
            return _joined(parts) if isinstance(node.op, ast.Div) else _added(parts)
        if isinstance(node, ast.Attribute) and node.attr == "parent":
            inner = self._path(node.value, depth + 1)
            return os.path.dirname(inner) if inner else None  # noqa: PTH120 - as the program does
        if isinstance(node, ast.JoinedStr):
            values = [part.value if isinstance(part, ast.FormattedValue) else part for part in node.values]
            return _added([self._path(value, depth + 1) for value in values])
        return self._called(node, depth) if isinstance(node, ast.Call) else None

    def _called(self, node: ast.Call, depth: int) -> str | None:
        function = _name(node.func)
        arguments = [self._path(argument, depth + 1) for argument in node.args]
        if function in ("join", "joinpath"):
            of = node.func.value if function == "joinpath" and isinstance(node.func, ast.Attribute) else None
            return _joined([*([self._path(of, depth + 1)] if of is not None else []), *arguments])
        if function == "dirname" and arguments and arguments[0]:
            return os.path.dirname(arguments[0])  # noqa: PTH120 - as the program does
        if function in ("abspath", "realpath", "str", "Path", "PurePath", "fspath"):
            return _joined(arguments)
        if function in ("resolve", "absolute", "as_posix") and isinstance(node.func, ast.Attribute):
            return self._path(node.func.value, depth + 1)
        return None


def _name(node: ast.expr) -> str:
    """The last part of a name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _joined(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return str(Path(*known)) if known and len(known) == len(parts) else None


def _added(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return "".join(known) if len(known) == len(parts) else None
