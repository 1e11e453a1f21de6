"""Values of Terraform's language as far as they stand in the text; what is computed becomes a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache

import tree_sitter_hcl
from tree_sitter import Language, Node

from designer.linting.sources.programs.syntax import Syntax, child, children
from schemas.core.paths import Json
from schemas.document.text.limits import MAX_DEPTH

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


@lru_cache(maxsize=128)
def parsed(text: str) -> Syntax:
    """The tree of a text; kept, as each machine of a folder looks for what it names in all files there."""
    return Syntax(text, _language())


@cache
def _language() -> Language:
    return Language(tree_sitter_hcl.language())


def blocks(syntax: Syntax, around: Node) -> Iterator[tuple[str, tuple[str, ...], Node]]:
    """The blocks in a body: the type, the labels, and the body of each."""
    for body in [around] if around.type == "body" else children(around, "body"):
        for block in children(body, "block"):
            name, *labels = [inner for inner in block.children if inner.type in ("identifier", "string_lit")]
            inner = child(block, "body")
            if inner is not None:
                yield syntax.source(name), tuple(syntax.source(each).strip('"') for each in labels), inner


def attributes(syntax: Syntax, body: Node) -> dict[str, Node]:
    """The expressions of the attributes in a body, by name."""
    found = {}
    for attribute in children(body, "attribute"):
        name, expression = child(attribute, "identifier"), child(attribute, "expression")
        if name is not None and expression is not None:
            found[syntax.source(name)] = expression
    return found


def inner(node: Node) -> Node:
    """The expression without brackets and wrapping nodes."""
    while node.type in ("expression", "literal_value", "template_expr", "collection_value"):
        named = node.named_children
        if len(named) != 1:
            break
        node = named[0]
    return node


def call(syntax: Syntax, node: Node) -> tuple[str, list[Node]]:
    """The function that an expression calls, with its arguments; "" for another expression."""
    node = inner(node)
    name = child(node, "identifier")
    if node.type != "function_call" or name is None:
        return "", []
    return syntax.source(name), children(child(node, "function_arguments"), "expression")


def value(syntax: Syntax, node: Node, depth: int = 0) -> Json:
    """The value of an expression; `${...}` with its source where it is computed."""
    node = inner(node)
    if depth > MAX_DEPTH:
        return _computed(syntax, node)
    if node.type == "string_lit":
        return unescaped(syntax.source(node)[1:-1])
    if node.type == "quoted_template":
        return unescaped(syntax.source(node)[1:-1])
    if node.type == "numeric_lit":
        return _number(syntax.source(node))
    if node.type in ("bool_lit", "null_lit"):
        return {"true": True, "false": False}.get(syntax.source(node))
    if node.type == "operation" and syntax.source(node).startswith("-"):
        with suppress(ValueError):
            return _number(syntax.source(node).replace(" ", ""))
    if node.type == "tuple":
        return [value(syntax, item, depth + 1) for item in children(node, "expression")]
    if node.type == "object":
        return dict(_members(syntax, node, depth))
    return _computed(syntax, node)


def path(syntax: Syntax, node: Node) -> str:
    """The path that an expression gives, also by `format` or `join`; `${...}` for what is computed in it."""
    function, arguments = call(syntax, node)
    given = [path(syntax, each) for each in arguments] if function in ("format", "abspath") else []
    if given:
        return re.sub("%s", lambda _: given.pop(1) if len(given) > 1 else "${}", given[0])
    parts = value(syntax, arguments[1]) if function == "join" and len(arguments) == 2 else None
    if isinstance(parts, list):
        return str(value(syntax, arguments[0])).join(map(str, parts))
    return str(value(syntax, node))


def unescaped(text: str) -> str:
    """The text between two quotes; what is put into it stays as it is written."""
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    escape = found.group()
    if len(escape) > 2:
        return chr(min(int(escape[2:], 16), 0x10FFFF))
    return _ESCAPES.get(escape[1], escape)


def _members(syntax: Syntax, node: Node, depth: int) -> Iterator[tuple[str, Json]]:
    for element in children(node, "object_elem"):
        parts = children(element, "expression")
        if len(parts) == 2:
            yield _key(syntax, parts[0]), value(syntax, parts[1], depth + 1)


def _key(syntax: Syntax, node: Node) -> str:
    """The name of a member: a word stands for itself."""
    found = inner(node)
    if found.type == "variable_expr" or (found.type == "identifier"):
        return syntax.source(found)
    return str(value(syntax, node))


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)


def _computed(syntax: Syntax, node: Node) -> str:
    return "${" + re.sub(r"\s*\n\s*", " ", syntax.source(node)) + "}"
