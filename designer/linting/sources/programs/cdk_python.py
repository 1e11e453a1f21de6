"""The CDK in Python: `DefinitionBody.from_file`, and `from_string` of a file that is opened."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from pathlib import Path

from designer.linting.sources.definitions import Found
from designer.linting.sources.programs.named import Named, definitions_named, settings
from designer.linting.sources.programs.python_values import Values, last_name
from schemas.core.paths import Json
from schemas.document.json.writer import write_json

_FIELDS = ("definition_body", "definition_string", "definition")


def sources(file: Path, text: str) -> Iterator[Found]:
    """The definition of each `StateMachine` that a file or a text of its own gives."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
            program = _Program(file, tree)
            found = [program.named(call, body) for call, body in program.machines()]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for named in found:
        yield from definitions_named(file, text, named)


class _Program:
    """The state machines of a program."""

    def __init__(self, file: Path, tree: ast.Module) -> None:
        self._calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        self._values = Values(file, tree)

    def machines(self) -> Iterator[tuple[ast.Call, ast.expr]]:
        """The calls that make a state machine, and the definition that is given to each."""
        for call in self._calls:
            bodies = (keyword.value for keyword in call.keywords if keyword.arg in _FIELDS)
            body = next(bodies, None) if last_name(call.func).endswith("StateMachine") else None
            if body is not None:
                yield call, body

    def named(self, call: ast.Call, body: ast.expr) -> Named:
        """The definition that is given to a machine."""
        body = self._values.followed(body)
        function = last_name(body.func) if isinstance(body, ast.Call) else ""
        named = Named(self._id(call), call.lineno, properties=settings(self._fields(call)))
        if isinstance(body, ast.Call) and function == "from_file" and body.args:
            return named.of_file(self._values.path(body.args[0]))
        if isinstance(body, ast.Call) and function == "from_string" and body.args:
            body = body.args[0]
        elif function == "from_chainable":
            return named
        path = self._values.content(body)
        if path:
            return named.of_content(path)
        object = self._values.object(body)
        return named.of_text(write_json(object) if object else self._values.text(body))

    def _id(self, call: ast.Call) -> str:
        """The construct's id."""
        second = call.args[1] if len(call.args) > 1 else None
        id = next((keyword.value for keyword in call.keywords if keyword.arg == "id"), second)
        return (self._values.text(id) if id is not None else None) or "StateMachine"

    def _fields(self, call: ast.Call) -> dict[str, Json]:
        """The other values that a machine is given, by their names in TypeScript."""
        given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        return {
            _camel(name): self._values.members(value) for name, value in given.items() if name not in _FIELDS
        }


def _camel(name: str) -> str:
    """The name in TypeScript of one in Python: `tracingEnabled`."""
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)
