"""Apps of the CDK in TypeScript, read by the grammar of tree-sitter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

from exporters.merging.apps.stack_use import NameTaken, StackUse, Uncertain, inserted

_DECLARED = ("lexical_declaration", "variable_declaration")


def lines_of(use: StackUse, app: str = "app", quote: str = '"', end: str = ";") -> tuple[str, str]:
    """The line of the import, and that of the instance."""
    imported = f"import {{ {use.name} }} from {quote}{use.module}{quote}{end}"
    return imported, f"new {use.name}({app}, {quote}{use.id}{quote}){end}"


def modules_of(text: str) -> list[str]:
    """The modules that an app imports. Raises `Uncertain` if the text cannot be read."""
    return [_module(node) for node in _parsed(text).children if node.type == "import_statement"]


def is_used(text: str, use: StackUse) -> bool:
    """True if the app imports the stack. Raises `Uncertain` and `NameTaken`."""
    for node in _parsed(text).children:
        if node.type == "import_statement" and use.name in _imported(node):
            if _module(node).removesuffix(".js").removesuffix(".ts") == use.module:
                return True
            raise NameTaken(use.name, _line(node))
        if use.name in [_text(name) for name in _named(node)]:
            raise NameTaken(use.name, _line(node))
    return False


def with_stack(text: str, use: StackUse) -> str:
    """The text of an app with the stack. Raises `Uncertain` and `NameTaken`."""
    root = _parsed(text)
    imports = [node for node in root.children if node.type == "import_statement"]
    declared = list(_apps(root))
    if not imports or len(declared) != 1:
        raise Uncertain(_line(declared[1][1]) if declared else 1)
    app, node = declared[0]
    instances = [(statement, made) for statement in root.children for made in _made_in(statement, app)]
    for made in _walk(root, "new_expression"):
        if _arguments(made)[:1] == [app] and use.id in [part[1:-1] for part in _arguments(made)[1:2]]:
            raise NameTaken(use.id, _line(made))
    last = instances[-1][0] if instances else node
    ends = [imports[-1], last]
    if any(_shares_line(root, end) for end in ends):
        raise Uncertain(_line(last))
    model = _text(imports[-1])
    quote = "'" if "'" in model else '"'
    lines = lines_of(use, app, quote, ";" if model.endswith(";") else "")
    return inserted(text, zip([end.end_point[0] + 1 for end in ends], lines, strict=True))


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_typescript.language_typescript()))


def _parsed(text: str) -> Node:
    root = _parser().parse(text.encode()).root_node
    if root.has_error:
        broken = next((node for node in _walk(root) if node.is_error or node.is_missing), root)
        raise Uncertain(_line(broken))
    return root


def _walk(node: Node, *types: str) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if not types or found.type in types:
            yield found
        waiting.extend(reversed(found.children))


def _apps(root: Node) -> Iterator[tuple[str, Node]]:
    """The variables of the program itself that hold an app, with their declarations."""
    for node in root.children:
        for declared in node.children if node.type in _DECLARED else ():
            name, value = declared.child_by_field_name("name"), declared.child_by_field_name("value")
            made = (
                value.child_by_field_name("constructor") if value and value.type == "new_expression" else None
            )
            if name is not None and made is not None and _text(made).rpartition(".")[2] == "App":
                yield _text(name), node


def _made_in(statement: Node, app: str) -> Iterator[Node]:
    """The instances in the scope of the app that a statement of the program itself makes."""
    for node in statement.children if statement.type in (*_DECLARED, "expression_statement") else ():
        value = node.child_by_field_name("value") if node.type == "variable_declarator" else node
        if value is not None and value.type == "new_expression" and _arguments(value)[:1] == [app]:
            yield value


def _arguments(made: Node) -> list[str]:
    arguments = made.child_by_field_name("arguments")
    return [_text(node) for node in arguments.named_children] if arguments else []


def _imported(node: Node) -> list[str]:
    """The names that an import gives to the program."""
    found = []
    for specifier in _walk(node, "import_specifier"):
        name = specifier.child_by_field_name("alias") or specifier.child_by_field_name("name")
        found += [_text(name)] if name else []
    clause = next((child for child in node.children if child.type == "import_clause"), None)
    return found + [
        _text(child) for child in (clause.children if clause else ()) if child.type == "identifier"
    ]


def _named(node: Node) -> Iterator[Node]:
    """The names that a declaration of the program itself gives."""
    declared = node.child_by_field_name("declaration") or node
    name = declared.child_by_field_name("name")
    yield from [name] if name else []
    for inner in declared.children if declared.type in _DECLARED else ():
        name = inner.child_by_field_name("name")
        yield from [name] if name else []


def _module(node: Node) -> str:
    source = node.child_by_field_name("source")
    return _text(source)[1:-1] if source else ""


def _shares_line(root: Node, node: Node) -> bool:
    """True if another statement stands on the last line of one."""
    line = node.end_point[0]
    others = (other for other in root.children if other != node and other.type != "comment")
    return any(other.start_point[0] <= line <= other.end_point[0] for other in others)


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1


def _text(node: Node) -> str:
    return (node.text or b"").decode()
