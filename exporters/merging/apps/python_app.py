"""Apps of the CDK in Python, read by Python's own parser."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.merging.apps.stack_use import NameTaken, StackUse, Uncertain, inserted


def lines_of(use: StackUse, app: str = "app") -> tuple[str, str]:
    """The line of the import, and that of the instance."""
    return f"from {use.module} import {use.name}", f'{use.name}({app}, "{use.id}")'


def modules_of(text: str) -> list[str]:
    """The modules that an app imports names from. Raises `Uncertain` if the text cannot be read."""
    return [node.module for node in _parsed(text).body if isinstance(node, ast.ImportFrom) and node.module]


def is_used(text: str, use: StackUse) -> bool:
    """True if the app imports the stack. Raises `Uncertain` and `NameTaken`."""
    for node in _parsed(text).body:
        names = [
            alias.asname or alias.name for alias in getattr(node, "names", ()) if isinstance(alias, ast.alias)
        ]
        if use.name in names:
            if isinstance(node, ast.ImportFrom) and node.module == use.module:
                return True
            raise NameTaken(use.name, node.lineno)
        if use.name == getattr(node, "name", None):
            raise NameTaken(use.name, node.lineno)
    return False


def with_stack(text: str, use: StackUse) -> str:
    """The text of an app with the stack. Raises `Uncertain` and `NameTaken`."""
    body = _parsed(text).body
    imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    app = _app(body)
    synths = [index for index, node in enumerate(body) if _is_synth(node, app.name)]
    if not imports or len(synths) != 1 or synths[0] <= body.index(app.node):
        raise Uncertain(app.node.lineno)
    for made in _instances(body, app.name):
        if made.id == use.id:
            raise NameTaken(use.id, made.line)
    before, synth = body[synths[0] - 1], body[synths[0]]
    ends = [_end(imports[-1]), _end(before)]
    if _end(before) == synth.lineno or any(_shares_line(body, end) for end in ends):
        raise Uncertain(synth.lineno)
    return inserted(text, zip(ends, lines_of(use, app.name), strict=True))


@dataclass(frozen=True, slots=True)
class _App:
    name: str
    node: ast.stmt


@dataclass(frozen=True, slots=True)
class _Instance:
    id: str
    line: int


def _parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Uncertain(getattr(error, "lineno", None) or 1) from None


def _app(body: list[ast.stmt]) -> _App:
    """The one variable that holds the app."""
    found = [
        _App(node.targets[0].id, node)
        for node in body
        if isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
        and _called(node.value) == "App"
    ]
    if len(found) != 1:
        raise Uncertain(found[1].node.lineno if found else 1)
    return found[0]


def _called(value: ast.expr | None) -> str:
    """The last name of the function that an expression calls; "" for none."""
    function = value.func if isinstance(value, ast.Call) else None
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_synth(node: ast.stmt, app: str) -> bool:
    call = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    function = call.func if isinstance(call, ast.Call) else None
    on = function.value if isinstance(function, ast.Attribute) and function.attr == "synth" else None
    return isinstance(on, ast.Name) and on.id == app


def _instances(body: list[ast.stmt], app: str) -> Iterator[_Instance]:
    """The calls that make something with the app as its scope."""
    for node in (inner for statement in body for inner in ast.walk(statement)):
        if isinstance(node, ast.Call) and len(node.args) > 1:
            scope, id = node.args[:2]
            if isinstance(scope, ast.Name) and scope.id == app and isinstance(id, ast.Constant):
                yield _Instance(str(id.value), node.lineno)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _shares_line(body: list[ast.stmt], line: int) -> bool:
    """True if another statement begins on the line on which one ends."""
    return sum(node.lineno <= line <= _end(node) for node in body) > 1
