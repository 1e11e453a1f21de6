"""The CDK in TypeScript and JavaScript: `DefinitionBody.fromFile`, and `fromString` of a file."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node

from designer.linting.sources.definitions import Found
from designer.linting.sources.programs.named import Named, definitions_named
from designer.linting.sources.programs.syntax import Syntax, children, walk
from schemas.core.paths import Json

_FIELDS = ("definitionBody", "definitionString")
_TEXTS = ("string", "template_string")
_MOST_NESTED = 20


@cache
def _language(tsx: bool) -> Language:
    typescript = tree_sitter_typescript
    return Language(typescript.language_tsx() if tsx else typescript.language_typescript())


def sources(file: Path, text: str) -> Iterator[Found]:
    """The definition of each `StateMachine` that a file or a text of its own gives."""
    program = _Program(file, Syntax(text, _language(file.suffix == ".tsx")))
    for machine in program.machines():
        named = program.named(machine)
        if named is not None:
            yield from definitions_named(file, text, named)


class _Program:
    """The values of a program that stand in its text."""

    def __init__(self, file: Path, syntax: Syntax) -> None:
        self._file = file
        self._syntax = syntax
        self._values: dict[str, Node] = {}
        for declared in walk(syntax.root, "variable_declarator", "public_field_definition"):
            name, value = declared.child_by_field_name("name"), declared.child_by_field_name("value")
            if name is not None and value is not None:
                self._values.setdefault(syntax.source(name), value)
        self._imports = dict(self._imported())

    def machines(self) -> Iterator[Node]:
        """The expressions that make a state machine."""
        for made in walk(self._syntax.root, "new_expression"):
            constructor = made.child_by_field_name("constructor")
            if constructor is not None and self._syntax.source(constructor).endswith("StateMachine"):
                yield made

    def named(self, machine: Node) -> Named | None:
        """The definition that is given to a machine; None if it is put together from states."""
        arguments = [each for each in children(machine.child_by_field_name("arguments")) if each.is_named]
        fields = self._fields(self._followed(arguments[2])) if len(arguments) > 2 else {}
        body = next((self._followed(fields[name]) for name in _FIELDS if name in fields), None)
        if body is None:
            return None
        id = self._path(arguments[1]) or "StateMachine"
        line, properties = self._syntax.line(machine), dict(self._properties(fields))
        function, inner = self._call(body)
        if function.endswith("DefinitionBody.fromFile") and inner:
            return Named(id, line, self._path(inner[0]) or "", properties=properties)
        if function.endswith("DefinitionBody.fromChainable"):
            return None
        given = self._followed(inner[0]) if function.endswith("DefinitionBody.fromString") and inner else body
        path = self._content(given)
        if path:
            return Named(id, line, path, properties=properties)
        text = self._path(given) if given.type in _TEXTS else None
        return Named(id, line, text=text or "", properties=properties)

    def _imported(self) -> Iterator[tuple[str, str]]:
        """The names of imported files of JSON."""
        for statement in walk(self._syntax.root, "import_statement"):
            source = statement.child_by_field_name("source")
            path = self._text(source) if source is not None else None
            if not path or not path.endswith(".json"):
                continue
            for name in walk(statement, "identifier"):
                yield self._syntax.source(name), self._beside(path)

    def _properties(self, fields: dict[str, Node]) -> Iterator[tuple[str, Json]]:
        for name, node in fields.items():
            written = self._syntax.source(node)
            if name == "stateMachineType":
                yield "type", "EXPRESS" if written.endswith("EXPRESS") else "STANDARD"
            elif name == "tracingEnabled":
                yield "tracing", written == "true"
            elif name == "definitionSubstitutions":
                yield "substitutions", list(self._fields(node))

    def _fields(self, node: Node) -> dict[str, Node]:
        """The members of an object."""
        found = {}
        for pair in children(node, "pair"):
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is not None and value is not None:
                name = self._text(key) if key.type == "string" else self._syntax.source(key)
                found[name or ""] = value
        for short in children(node, "shorthand_property_identifier"):
            name = self._syntax.source(short)
            if name in self._values:
                found[name] = self._values[name]
        return found

    def _followed(self, node: Node) -> Node:
        """The expression that a name stands for."""
        for _ in range(_MOST_NESTED):
            if node.type in ("parenthesized_expression", "as_expression", "non_null_expression"):
                node = node.named_children[0]
                continue
            found = self._values.get(self._syntax.source(node)) if node.type == "identifier" else None
            if found is None:
                break
            node = found
        return node

    def _call(self, node: Node) -> tuple[str, list[Node]]:
        """The function that an expression calls, as it is written, with its arguments."""
        function = node.child_by_field_name("function")
        if node.type != "call_expression" or function is None:
            return "", []
        arguments = children(node.child_by_field_name("arguments"))
        return self._syntax.source(function), [each for each in arguments if each.is_named]

    def _content(self, node: Node, depth: int = 0) -> str | None:
        """The path of the file whose content an expression is."""
        name = self._syntax.source(node)
        if node.type == "identifier" and name in self._imports:
            return self._imports[name]
        node = self._followed(node)
        function, arguments = self._call(node)
        if depth > _MOST_NESTED or not function:
            return None
        if function.endswith("readFileSync") and arguments:
            return self._path(arguments[0])
        if function == "require" and arguments:
            path = self._path(arguments[0])
            return self._beside(path) if path else None
        if function in ("JSON.stringify", "JSON.parse") and arguments:
            return self._content(arguments[0], depth + 1)
        if function.endswith(".toString"):
            callee = node.child_by_field_name("function")
            inner = callee.child_by_field_name("object") if callee is not None else None
            return self._content(inner, depth + 1) if inner is not None else None
        return None

    def _path(self, node: Node, depth: int = 0) -> str | None:
        """The path that an expression gives, as far as it stands in the text."""
        node = self._followed(node)
        if depth > _MOST_NESTED:
            return None
        if node.type in _TEXTS:
            return self._text(node)
        if node.type == "identifier" and self._syntax.source(node) == "__dirname":
            return str(self._file.parent.absolute())
        function, arguments = self._call(node)
        if function.split(".")[-1] in ("join", "resolve") and arguments:
            parts = [self._path(argument, depth + 1) for argument in arguments]
            known = [part for part in parts if part is not None]
            return posixpath.join(*known) if len(known) == len(parts) else None
        if node.type == "binary_expression":
            sides = [node.child_by_field_name("left"), node.child_by_field_name("right")]
            texts = [self._path(side, depth + 1) for side in sides if side is not None]
            return "".join(map(str, texts)) if None not in texts else None
        return None

    def _text(self, node: Node) -> str | None:
        """The text between quotes, with the folder of the program where that is put into it."""
        parts = []
        for part in node.named_children:
            written = self._syntax.source(part)
            if part.type == "template_substitution":
                written = str(self._file.parent.absolute()) if written == "${__dirname}" else "${}"
            elif part.type == "escape_sequence":
                written = _unescaped(written)
            parts.append(written)
        text = "".join(parts)
        return None if "${}" in text else text

    def _beside(self, path: str) -> str:
        return str(self._file.parent.absolute() / path)


def _unescaped(escape: str) -> str:
    try:
        return str(json.loads(f'"{escape}"'))
    except ValueError:
        return escape[1:]
