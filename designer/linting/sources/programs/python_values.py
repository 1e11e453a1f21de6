"""The values of a program in Python that stand in its text: paths, contents of files, objects."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

from designer.linting.sources.programs.names import WHOLE, Names, Offset, Scope
from schemas.core.paths import Json

_MOST_NESTED = 20
_MOST_STEPS = 50_000
_READS = ("read", "read_text", "open")
_FILES = (".json", ".yaml", ".yml", ".asl")


class Values:
    """The values of the expressions in the program `tree` in `file`."""

    def __init__(self, file: Path, tree: ast.Module) -> None:
        self._file = file
        self._names = Names[ast.expr]()
        self._returned = Names[ast.expr]()
        self._function = ""
        self._steps = 0
        self._assign(tree, WHOLE, WHOLE)

    def _assign(self, around: ast.AST, function: Scope, members: Scope) -> None:
        """Add the names in `around`, those of members with the class as their scope."""
        for node in ast.iter_child_nodes(around):
            if isinstance(node, ast.Return) and node.value is not None:
                self._returned.add(self._function, members, node.value)
            for target, value in _assigned(node):
                scope = members if isinstance(target, ast.Attribute) else function
                self._names.add(ast.unparse(target), scope, value)
            if isinstance(node, ast.FunctionDef):
                self._function = node.name
                self._assign(node, _scope(node), members)
            elif isinstance(node, ast.ClassDef):
                self._assign(node, _scope(node), _scope(node))
            else:
                self._assign(node, function, members)

    def followed(self, node: ast.expr) -> ast.expr:
        """The expression that a name stands for first."""
        for _ in range(_MOST_NESTED):
            found = self._values_of(node)
            if not found or found[0] is node:
                break
            node = found[0]
        return node

    def content(self, node: ast.expr, depth: int = 0) -> str | None:
        """The path of the file whose content an expression is, perhaps with texts replaced in it."""
        if self._is_too_much(depth):
            return None
        for value in self._values_of(node):
            found = self.content(value, depth + 1)
            if found:
                return found
        if isinstance(node, ast.BinOp):
            return self.content(node.left, depth + 1) or self.content(node.right, depth + 1)
        return self._content_of_call(node, depth) if isinstance(node, ast.Call) else None

    def _content_of_call(self, node: ast.Call, depth: int) -> str | None:
        function = last_name(node.func)
        if function == "open" and isinstance(node.func, ast.Name) and node.args:
            return self.path(node.args[0])
        if function in _READS and isinstance(node.func, ast.Attribute):
            return self.content(node.func.value, depth + 1) or self.path(node.func.value)
        for each in self._passed(node):
            found = self.content(each, depth + 1)
            if found:
                return found
        paths = [self.path(argument) for argument in node.args]
        return next((path for path in paths if path and path.endswith(_FILES)), None)

    def object(self, node: ast.expr, depth: int = 0) -> dict[str, Json] | None:
        """The object of which an expression is the text or the value; None if it is none."""
        if self._is_too_much(depth):
            return None
        node = self.followed(node)
        if isinstance(node, ast.Dict):
            value = self._value(node)
            return value if isinstance(value, dict) and "StartAt" in value else None
        inner = self._passed(node) if isinstance(node, ast.Call) else ()
        return next((found for each in inner if (found := self.object(each, depth + 1))), None)

    def text(self, node: ast.expr) -> str | None:
        """The text that an expression is, with `${...}` for what is computed in it."""
        value = self._value(self.followed(node))
        return value if isinstance(value, str) else None

    def members(self, node: ast.expr) -> Json:
        """The value of an expression; of a call, as `LogOptions(...)`, its arguments by name."""
        node = self.followed(node)
        if not isinstance(node, ast.Call):
            return self._value(node)
        return {keyword.arg: self._value(keyword.value) for keyword in node.keywords if keyword.arg}

    def path(self, node: ast.expr, depth: int = 0) -> str | None:
        """The path that an expression gives, as far as it stands in the text."""
        node = self.followed(node)
        if self._is_too_much(depth):
            return None
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            return str(self._file.absolute()) if node.id == "__file__" else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Add):
            parts = [self.path(node.left, depth + 1), self.path(node.right, depth + 1)]
            return _joined(parts) if isinstance(node.op, ast.Div) else _added(parts)
        if isinstance(node, ast.Attribute) and node.attr == "parent":
            inner = self.path(node.value, depth + 1)
            return os.path.dirname(inner) if inner else None  # noqa: PTH120 - as the program does
        if isinstance(node, ast.Subscript):
            return self._parent(node, depth)
        if isinstance(node, ast.JoinedStr):
            values = [part.value if isinstance(part, ast.FormattedValue) else part for part in node.values]
            return _added([self.path(value, depth + 1) for value in values])
        return self._called(node, depth) if isinstance(node, ast.Call) else None

    def _parent(self, node: ast.Subscript, depth: int) -> str | None:
        """The folder that `Path(...).parents[1]` is."""
        of, index = node.value, node.slice
        if not (isinstance(of, ast.Attribute) and of.attr == "parents" and isinstance(index, ast.Constant)):
            return None
        parents = list(Path(self.path(of.value, depth + 1) or "").parents)
        at = index.value if isinstance(index.value, int) else len(parents)
        return str(parents[at]) if at < len(parents) else None

    def _called(self, node: ast.Call, depth: int) -> str | None:
        function = last_name(node.func)
        arguments = [self.path(argument, depth + 1) for argument in node.args]
        if function in ("join", "joinpath"):
            of = node.func.value if function == "joinpath" and isinstance(node.func, ast.Attribute) else None
            return _joined([*([self.path(of, depth + 1)] if of is not None else []), *arguments])
        if function == "dirname" and arguments and arguments[0]:
            return os.path.dirname(arguments[0])  # noqa: PTH120 - as the program does
        if function in ("getcwd", "cwd"):
            return ""
        if function in ("abspath", "realpath", "normpath", "str", "Path", "PurePath", "fspath"):
            return _joined(arguments)
        if function in ("resolve", "absolute", "as_posix") and isinstance(node.func, ast.Attribute):
            return self.path(node.func.value, depth + 1)
        return None

    def _is_too_much(self, depth: int) -> bool:
        """True where a program leads on and on, perhaps in a circle."""
        self._steps += 1
        return depth > _MOST_NESTED or self._steps > _MOST_STEPS

    def _values_of(self, node: ast.expr) -> list[ast.expr]:
        """The expressions that a name stands for."""
        if not isinstance(node, ast.Name | ast.Attribute):
            return []
        return self._names.at(ast.unparse(node), _offset(node))

    def _passed(self, node: ast.Call) -> Iterator[ast.expr]:
        """The expressions that a call gives on: of its function, of its object, and its arguments."""
        yield from self._returned.at(last_name(node.func), _offset(node))
        if isinstance(node.func, ast.Attribute):
            yield node.func.value
        yield from node.args

    def _value(self, node: ast.expr, depth: int = 0) -> Json:
        """The value of an expression; `${...}` with its source where it is computed."""
        named = self.followed(node)
        if self._is_too_much(depth):
            return _computed(node)
        if isinstance(named, ast.Constant):
            constant = named.value
            return constant if isinstance(constant, str | int | float | None) else _computed(node)
        if isinstance(named, ast.Dict):
            return dict(self._members(named, depth + 1))
        if isinstance(named, ast.List | ast.Tuple):
            return [self._value(item, depth + 1) for item in named.elts]
        if isinstance(named, ast.UnaryOp) and isinstance(named.op, ast.USub):
            value = self._value(named.operand, depth + 1)
            return -value if isinstance(value, int | float) else _computed(node)
        if isinstance(named, ast.JoinedStr):
            return "".join(str(self._value(part, depth + 1)) for part in named.values)
        if isinstance(named, ast.FormattedValue):
            return self._value(named.value, depth + 1)
        return _computed(node)

    def _members(self, node: ast.Dict, depth: int) -> Iterator[tuple[str, Json]]:
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                yield str(self._value(key, depth)), self._value(value, depth)
                continue
            inner = self.followed(value)
            if isinstance(inner, ast.Dict) and depth < _MOST_NESTED:
                yield from self._members(inner, depth + 1)


def last_name(node: ast.expr) -> str:
    """The last part of a name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _assigned(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The targets to which a statement assigns, each with its value."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        yield node.targets[0], node.value
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, ast.withitem) and isinstance(node.optional_vars, ast.Name):
        yield node.optional_vars, node.context_expr


def _offset(node: ast.expr | ast.stmt) -> Offset:
    return node.lineno, node.col_offset


def _scope(node: ast.stmt) -> Scope:
    return _offset(node), (node.end_lineno or 0, node.end_col_offset or 0)


def _computed(node: ast.expr) -> str:
    return "${" + re.sub(r"[{}]", "", ast.unparse(node)) + "}"


def _joined(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return str(Path(*known)) if known and len(known) == len(parts) else None


def _added(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return "".join(known) if len(known) == len(parts) else None
