"""The CDK in TypeScript and JavaScript: `DefinitionBody.fromFile`, and `fromString` of a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node

from designer.linting.sources.definitions import Found
from designer.linting.sources.programs.named import Named, definitions_named, settings
from designer.linting.sources.programs.syntax import Syntax, children, walk
from designer.linting.sources.programs.typescript_values import Values
from schemas.core.paths import Json
from schemas.document.json.writer import write_json

_FIELDS = ("definitionBody", "definitionString", "definition")


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
    """The state machines of a program."""

    def __init__(self, file: Path, syntax: Syntax) -> None:
        self._syntax = syntax
        self._values = Values(file, syntax)

    def machines(self) -> Iterator[Node]:
        """The expressions that make a state machine."""
        for made in walk(self._syntax.root, "new_expression"):
            constructor = made.child_by_field_name("constructor")
            if constructor is not None and self._syntax.source(constructor).endswith("StateMachine"):
                yield made

    def named(self, machine: Node) -> Named | None:
        """The definition that is given to a machine; None if none is."""
        values = self._values
        arguments = [each for each in children(machine.child_by_field_name("arguments")) if each.is_named]
        fields = values.fields(values.followed(arguments[2])) if len(arguments) > 2 else {}
        given = next((fields[name] for name in _FIELDS if name in fields), None)
        if given is None:
            return None
        id = values.text(arguments[1]) or "StateMachine"
        named = Named(id, self._syntax.line(machine), properties=self._settings(fields))
        body = values.followed(given)
        function, inner = values.call(body)
        if function.endswith("DefinitionBody.fromFile") and inner:
            return named.of_file(values.path(inner[0]))
        if function.endswith("DefinitionBody.fromChainable"):
            return named
        body = inner[0] if function.endswith("DefinitionBody.fromString") and inner else given
        path = values.content(body)
        if path:
            return named.of_content(path)
        object = values.object(body)
        return named.of_text(write_json(object) if object else values.text(body))

    def _settings(self, fields: dict[str, Node]) -> dict[str, Json]:
        others = ((name, node) for name, node in fields.items() if name not in _FIELDS)
        return settings({name: self._values.value(node) for name, node in others})
