"""The values of a program in TypeScript that stand in its text: paths, contents of files, objects."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from tree_sitter import Node

from designer.linting.sources.programs.names import WHOLE, Names, Offset, Scope
from designer.linting.sources.programs.syntax import Syntax, children, walk
from schemas.core.paths import Json

_TEXTS = ("string", "template_string")
_FILES = (".json", ".yaml", ".yml", ".asl")
_WRAPPERS = (
    "parenthesized_expression", "as_expression", "non_null_expression", "satisfies_expression",
    "await_expression",
)  # fmt: skip
_NAMED = ("variable_declarator", "public_field_definition", "assignment_expression")
_FUNCTIONS = (
    "function_declaration", "function_expression", "method_definition", "arrow_function",
)  # fmt: skip
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}
_MOST_NESTED = 20
_MOST_STEPS = 50_000


class Values:
    """The values of the expressions in the program `syntax` in `file`."""

    def __init__(self, file: Path, syntax: Syntax) -> None:
        self._file = file
        self._syntax = syntax
        self._steps = 0
        self._names = Names[Node]()
        self._returned = Names[Node]()
        for found in walk(syntax.root, *_NAMED):
            self._assign(found)
        for found in walk(syntax.root, "return_statement"):
            self._return(found)
        self._imports = dict(self._imported())

    def _assign(self, found: Node) -> None:
        name = found.child_by_field_name("name") or found.child_by_field_name("left")
        value = found.child_by_field_name("value") or found.child_by_field_name("right")
        if name is None or value is None:
            return
        written = self._syntax.source(name)
        is_member = found.type == "public_field_definition" or written.startswith("this.")
        scope = _scope(found, "class_body") if is_member else _scope(found, *_FUNCTIONS)
        self._names.add(f"this.{written.removeprefix('this.')}" if is_member else written, scope, value)
        if value.type == "arrow_function" and (body := value.child_by_field_name("body")) is not None:
            self._returned.add(written.removeprefix("this."), WHOLE, body)

    def _return(self, found: Node) -> None:
        around = _around(found, *_FUNCTIONS)
        if around is not None and around.type == "arrow_function":
            around = around.parent
        name = around.child_by_field_name("name") if around is not None else None
        if name is not None and found.named_children:
            self._returned.add(self._syntax.source(name), WHOLE, found.named_children[0])

    def followed(self, node: Node) -> Node:
        """The expression that a name stands for first, out of its brackets."""
        for _ in range(_MOST_NESTED):
            if node.type in _WRAPPERS and node.named_children:
                node = node.named_children[0]
                continue
            found = self._values_of(node)
            if not found or found[0].id == node.id:
                break
            node = found[0]
        return node

    def fields(self, node: Node, depth: int = 0) -> dict[str, Node]:
        """The members of an object, those of objects that are spread in it as well."""
        found = {}
        for member in children(node):
            key, value = member.child_by_field_name("key"), member.child_by_field_name("value")
            if member.type == "pair" and key is not None and value is not None:
                found[self._key(key)] = value
            elif member.type == "spread_element" and not self._is_too_much(depth):
                found |= self.fields(self.followed(member.named_children[0]), depth + 1)
            elif member.type == "shorthand_property_identifier":
                found[self._syntax.source(member)] = member
        return found

    def call(self, node: Node) -> tuple[str, list[Node]]:
        """The function that an expression calls, as it is written, with its arguments."""
        function = node.child_by_field_name("function")
        if node.type != "call_expression" or function is None:
            return "", []
        arguments = children(node.child_by_field_name("arguments"))
        return self._syntax.source(function), [each for each in arguments if each.is_named]

    def content(self, node: Node, depth: int = 0) -> str | None:
        """The path of the file whose content an expression is, perhaps with texts replaced in it."""
        if self._is_too_much(depth):
            return None
        if node.type == "identifier" and self._syntax.source(node) in self._imports:
            return self._imports[self._syntax.source(node)]
        wrapped = node.named_children[:1] if node.type in _WRAPPERS else []
        for value in (*wrapped, *self._values_of(node)):
            found = self.content(value, depth + 1)
            if found:
                return found
        function, arguments = self.call(node)
        if function.endswith("readFileSync") and arguments:
            return self.path(arguments[0])
        if function == "require" and arguments:
            path = self.path(arguments[0])
            return self._beside(path) if path else None
        for value in self._passed(node, function, arguments):
            found = self.content(value, depth + 1)
            if found:
                return found
        paths = [self.path(argument) for argument in arguments]
        return next((path for path in paths if path and path.endswith(_FILES)), None)

    def object(self, node: Node, depth: int = 0) -> dict[str, Json] | None:
        """The object of which an expression is the text or the value; None if it is none."""
        if self._is_too_much(depth):
            return None
        node = self.followed(node)
        if node.type == "object":
            value = self.value(node)
            return value if isinstance(value, dict) and "StartAt" in value else None
        inner = self._passed(node, *self.call(node))
        return next((found for each in inner if (found := self.object(each, depth + 1))), None)

    def text(self, node: Node) -> str | None:
        """The text that an expression is, with `${...}` for what is computed in it."""
        found = self.followed(node)
        return self._written(found) if found.type in _TEXTS else None

    def path(self, node: Node, depth: int = 0) -> str | None:
        """The path that an expression gives, as far as it stands in the text."""
        if self._is_too_much(depth):
            return None
        if self._syntax.source(node) in ("__dirname", "import.meta.dirname"):
            return self._beside("")
        if self._syntax.source(node) in ("__filename", "import.meta.url", "import.meta.filename"):
            return str(self._file.absolute())
        node = self.followed(node)
        if node.type in _TEXTS:
            text = self._written(node)
            return None if "${" in text else text
        if node.type == "binary_expression":
            sides = [node.child_by_field_name("left"), node.child_by_field_name("right")]
            texts = [self.path(side, depth + 1) for side in sides if side is not None]
            return "".join(map(str, texts)) if None not in texts else None
        if node.type == "new_expression":
            inner = [each for each in children(node.child_by_field_name("arguments")) if each.is_named]
            relative = self.path(inner[0], depth + 1) if len(inner) == 2 else None
            return self._beside(relative) if relative is not None else None
        return self._path_of_call(node, depth)

    def _path_of_call(self, node: Node, depth: int) -> str | None:
        function, arguments = self.call(node)
        name = function.split(".")[-1]
        if name == "cwd":
            return ""
        parts = [self.path(argument, depth + 1) for argument in arguments]
        known = [part for part in parts if part is not None]
        if not known or len(known) != len(parts):
            return None
        if name in ("join", "resolve"):
            return posixpath.join(*known)
        if name == "dirname":
            return posixpath.dirname(known[0])
        return known[0] if name in ("fileURLToPath", "normalize") else None

    def _imported(self) -> Iterator[tuple[str, str]]:
        """The names of imported files of JSON."""
        for statement in walk(self._syntax.root, "import_statement"):
            source = statement.child_by_field_name("source")
            path = self._written(source) if source is not None else ""
            if path.endswith(".json"):
                for name in walk(statement, "identifier"):
                    yield self._syntax.source(name), self._beside(path)

    def _values_of(self, node: Node) -> list[Node]:
        """The expressions that a name stands for."""
        if node.type not in ("identifier", "member_expression", "shorthand_property_identifier"):
            return []
        return self._names.at(self._syntax.source(node), _offset(node.start_point))

    def _passed(self, node: Node, function: str, arguments: list[Node]) -> Iterator[Node]:
        """The expressions that a call gives on: of its function, of its object, and its arguments."""
        if not function:
            return
        yield from self._returned.at(function.removeprefix("this."), _offset(node.start_point))
        callee = node.child_by_field_name("function")
        of = callee.child_by_field_name("object") if callee is not None else None
        yield from [of] if of is not None else []
        yield from arguments

    def value(self, node: Node, depth: int = 0) -> Json:
        """The value of an expression; `${...}` with its source where it is computed."""
        named = self.followed(node)
        if self._is_too_much(depth):
            return self._computed(node)
        source = self._syntax.source(named)
        if named.type in _TEXTS:
            return self._written(named)
        if source in _CONSTANTS:
            return _CONSTANTS[source]
        if named.type in ("number", "unary_expression"):
            number = _number(source)
            return self._computed(node) if number is None else number
        if named.type == "array":
            return [self.value(each, depth + 1) for each in named.named_children if each.type != "comment"]
        if named.type == "object":
            return {key: self.value(value, depth + 1) for key, value in self.fields(named).items()}
        return self._computed(node)

    def _key(self, node: Node) -> str:
        if node.type == "computed_property_name" and node.named_children:
            return str(self.value(node.named_children[0]))
        return self._written(node) if node.type in _TEXTS else self._syntax.source(node)

    def _written(self, node: Node) -> str:
        """The text between quotes; what is put into it becomes a placeholder."""
        parts = []
        for part in node.named_children:
            written = self._syntax.source(part)
            if part.type == "template_substitution":
                is_folder = written == "${__dirname}"
                written = self._beside("") if is_folder else self._computed(part.named_children[0])
            elif part.type == "escape_sequence":
                written = _unescaped(written)
            parts.append(written)
        return "".join(parts)

    def _computed(self, node: Node) -> str:
        return "${" + re.sub(r"[{}]|\s*\n\s*", "", self._syntax.source(node)) + "}"

    def _is_too_much(self, depth: int) -> bool:
        """True where a program leads on and on, perhaps in a circle."""
        self._steps += 1
        return depth > _MOST_NESTED or self._steps > _MOST_STEPS

    def _beside(self, path: str) -> str:
        return str(self._file.parent.absolute() / path)


def _around(node: Node, *types: str) -> Node | None:
    """The nearest node around of one of these types."""
    found = node.parent
    while found is not None and found.type not in types:
        found = found.parent
    return found


def _scope(node: Node, *types: str) -> Scope:
    around = _around(node, *types)
    return (_offset(around.start_point), _offset(around.end_point)) if around is not None else WHOLE


def _offset(point: tuple[int, int]) -> Offset:
    return point[0], point[1]


def _number(source: str) -> int | float | None:
    for read in (int, float):
        try:
            return read(source.replace("_", ""))
        except ValueError:
            continue
    return None


def _unescaped(escape: str) -> str:
    try:
        return str(json.loads(f'"{escape}"'))
    except ValueError:
        return escape[1:]
