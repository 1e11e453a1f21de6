"""The placeholders in a text, and whether the tools that deliver a definition put something in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLACEHOLDER = re.compile(r"\$\{((?:\$\{[^{}]*\}|[^{}$]|\$(?!\{))*)\}")
_SUBSTITUTION = re.compile(r"[A-Za-z0-9_]+(?:,[A-Za-z0-9_]+)*", re.ASCII)
_IN_SUB = re.compile(r"!.*|AWS::[A-Za-z]+|[A-Za-z0-9]+(?:\.[A-Za-z0-9._:-]+)?", re.ASCII | re.DOTALL)
_SERVERLESS = re.compile(r"[a-z][\w-]*(?:\(.*\))?:(?!:).*|[a-z][\w-]*\(.*\)", re.DOTALL)
_TOKENS = re.compile(
    r"""\s+|(?P<operand>"(?:[^"\\]|\\.)*"|[^\W\d][\w-]*|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)"""
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<operator>=>|==|!=|<=|>=|&&|\|\||\.\.\.|[-+*/%<>!?:.,=~])"
)
_WORDS = frozenset(("for", "in", "if", "else", "endif", "endfor"))


def placeholders_in(text: str) -> Iterator[str]:
    """The texts between `${` and `}` in `text`; a JSONata expression has none, it has a `$` of its own."""
    if not text.lstrip().startswith("{%"):
        yield from (found[1] for found in _PLACEHOLDER.finditer(text))


def is_substitution(name: str) -> bool:
    """True for a name that `DefinitionSubstitutions` can give a value: ASCII letters, digits, underscores."""
    return _SUBSTITUTION.fullmatch(name) is not None


def is_in_sub(name: str) -> bool:
    """True for what `Fn::Sub` takes: a name, an attribute, a pseudo parameter, or `!` before a text."""
    return _IN_SUB.fullmatch(name) is not None


def is_variable(name: str) -> bool:
    """True for a variable of the Serverless Framework, such as `self:custom.table` or `file(x.yml):key`."""
    return _SERVERLESS.fullmatch(name.strip()) is not None


def is_template_expression(name: str) -> bool:
    """True if `name` may be an expression of a Terraform template: operands, with operators between them."""
    at, before, depth = 0, "operator", 0
    while at < len(name):
        found = _TOKENS.match(name, at)
        if found is None:
            return False
        at = found.end()
        kind = found.lastgroup
        if kind is None or found.group() in _WORDS:
            before = "operator" if kind else before
            continue
        if kind == "operand" and before in ("operand", "close"):
            return False
        depth += (kind == "open") - (kind == "close")
        if depth < 0:
            return False
        before = kind
    return depth == 0 and before in ("operand", "close")


def is_known_to_some_tool(name: str) -> bool:
    """True if some tool that delivers definitions may put something in for the placeholder."""
    return is_substitution(name) or is_in_sub(name) or is_variable(name) or is_template_expression(name)
