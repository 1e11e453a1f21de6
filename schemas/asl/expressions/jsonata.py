"""Parses JSONata 2.0.6 by operator precedence, as the reference parser does; nothing is evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from schemas.asl.expressions.jsonata_tokens import JsonataSyntaxError, Token, token_at, unclosed_bracket
from schemas.asl.expressions.jsonata_uses import ExpressionNames, Use

_BINDING = {
    "[": 80, "(": 80, "@": 80, "#": 80, ".": 75, "{": 70, "*": 60, "/": 60, "%": 60, "+": 50, "-": 50,
    "&": 50, "=": 40, "<": 40, ">": 40, "^": 40, "!=": 40, "<=": 40, ">=": 40, "~>": 40, "in": 40,
    "and": 30, "or": 25, "?": 20, ":=": 10,
}  # fmt: skip
_OPENING = frozenset({"(", "[", "{", "-", "|"})
_NAMES_TOO = frozenset({"and", "or", "in", "*", "**", "%"})
_FUNCTION = frozenset({"function", "λ"})
_MEMBER = re.compile(r"\s*\.\s*(?:`([^`]*)`|'([^']*)'|\"([^\"]*)\"|([^\W\d]\w*))")
_FIELDS = ("field", "nothing")
_LEVELS = {"name": -1, "text": -1, "*": -1, "%": 1}
"""By kind of step, the change of the number of parents that a % after it goes up."""
_PARENTLESS = frozenset({"variable", "{", "["})
MAX_DEPTH = 100
"""The greatest depth of parts in each other: each takes several calls, and Python allows 1,000 at a time."""


class _TooDeep(Exception):
    """The expression is nested too deeply to be parsed."""


@dataclass(slots=True)
class _Path:
    """The path that is being parsed: the kinds of its steps so far.

    `has_items` is True while a step, a predicate or an order is parsed, which see those steps' items.
    """

    steps: list[str] = field(default_factory=list)
    has_items: bool = False
    is_lambda: bool = False


@lru_cache(maxsize=8192)
def expression(source: str) -> ExpressionNames:
    """Parse `source` as a JSONata expression: the names in it, or the offset of its syntax error."""
    try:
        return _Parser(source).whole()
    except JsonataSyntaxError as error:
        return ExpressionNames(error.offset)
    except _TooDeep:
        offset = unclosed_bracket(source)
        return ExpressionNames(offset, is_too_deep=offset is None)


class _Parser:
    """A parser with one method for each construct; the methods return the kind of the parsed node."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._depth = 0
        self._nested = 0
        self._in_data = 0
        self._text = self._step_kind = ""
        self._paths: list[_Path] = []
        self._uses: list[Use] = []
        self._bound: set[str] = set()
        self._tested: set[str] = set()
        self._token, self._offset = token_at(source, 0, operand=True)

    def whole(self) -> ExpressionNames:
        self._expression(0)
        if self._token.kind != "end":
            raise JsonataSyntaxError(self._token.offset)
        uses = (use for use in self._uses if use.kind in _FIELDS or use.name not in self._bound)
        return ExpressionNames(None, tuple(uses), frozenset(self._tested))

    def _expression(self, binding: int) -> str:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeep
        self._paths.append(_Path())
        kind = self._operand()
        while self._token.kind == "operator" and _BINDING.get(self._token.text, 0) > binding:
            kind = self._continued(kind)
        self._step_kind = self._paths.pop().steps[0]
        self._depth -= 1
        return kind

    def _operand(self) -> str:
        token = self._take(operand=self._token.text in _OPENING)
        if token.kind == "end" or (token.kind == "operator" and token.text not in _OPENING | _NAMES_TOO):
            raise JsonataSyntaxError(token.offset)
        self._paths[-1].steps.append(token.text if token.kind == "operator" else token.kind)
        if token.kind != "operator" or token.text in _NAMES_TOO:
            self._use(token)
            return "lambda" if token.text in _FUNCTION else token.kind
        match token.text:
            case "(":
                self._listed(")", ";")
            case "[":
                self._listed("]", ",", ranges=True)
            case "{":
                self._pairs()
            case "-":
                self._expression(70)
            case "|":
                with self._with_items():
                    self._transform()
        return token.text

    def _continued(self, left: str) -> str:
        token = self._take(operand=True)
        match token.text:
            case "(":
                return self._call(left)
            case "[":
                with self._with_items():
                    self._predicate()
            case "{":
                with self._with_items():
                    self._pairs()
            case "^":
                with self._with_items():
                    self._order()
            case "?":
                self._condition()
            case ".":
                self._step(left, token)
            case ":=":
                self._binding(left, token)
            case "@" | "#":
                self._bound_name()
            case _:
                self._expression(_BINDING[token.text])
        return "operator"

    def _binding(self, left: str, token: Token) -> None:
        if left != "variable":
            raise JsonataSyntaxError(token.offset)
        self._bound.add(self._uses.pop().name)
        self._expression(_BINDING[":="] - 1)

    def _bound_name(self) -> None:
        token = self._take(operand=False)
        if token.kind != "variable":
            raise JsonataSyntaxError(token.offset)
        self._bound.add(token.text[1:])

    def _step(self, left: str, token: Token) -> None:
        if left == "text" and not self._in_data and self._text[0] in "'\"":
            self._uses.append(Use("nothing", self._text))
        with self._with_items():
            right = self._expression(_BINDING["."])
        self._paths[-1].steps.append(self._step_kind)
        if {left, right} & {"number", "constant"}:
            raise JsonataSyntaxError(token.offset)

    def _call(self, left: str) -> str:
        function = self._function_name(left)
        first = len(self._uses)
        kinds = [] if self._token.text == ")" else self._arguments()
        self._expect(")")
        if function == "exists":
            self._tested.update(use.name for use in self._uses[first:])
        if left == "lambda":
            self._bound.update(use.name for use in self._uses[first:])
            del self._uses[first:]
            self._paths[-1].is_lambda = True
            with self._with_context_value():
                self._lambda(kinds)
        return "call"

    def _function_name(self, left: str) -> str:
        """Record the called function and return its name; empty if it is not called by a name."""
        if left != "variable":
            return ""
        name = self._uses.pop().name
        self._uses.append(Use("call", name))
        return name

    def _arguments(self) -> list[str]:
        kinds = [self._argument()]
        while self._token.text == ",":
            self._take(operand=True)
            kinds.append(self._argument())
        return kinds

    def _argument(self) -> str:
        if self._token.text != "?":
            return self._expression(0)
        self._take(operand=False)
        return "?"

    def _lambda(self, parameters: list[str]) -> None:
        if any(kind != "variable" for kind in parameters):
            raise JsonataSyntaxError(self._token.offset)
        if self._token.text == "<":
            self._signature()
        self._expect("{", operand=True)
        self._expression(0)
        self._expect("}")

    def _signature(self) -> None:
        depth = 0
        while True:
            token = self._take(operand=False)
            if token.kind == "end":
                raise JsonataSyntaxError(token.offset)
            depth += {"<": 1, ">": -1}.get(token.text, 0)
            if not depth:
                return

    def _predicate(self) -> None:
        if self._token.text != "]":
            self._expression(0)
        self._expect("]")

    def _order(self) -> None:
        self._expect("(", operand=True)
        while True:
            if self._token.text in ("<", ">"):
                self._take(operand=True)
            self._expression(0)
            if self._token.text != ",":
                break
            self._take(operand=True)
        self._expect(")")

    def _condition(self) -> None:
        self._expression(0)
        if self._token.text == ":":
            self._take(operand=True)
            self._expression(0)

    def _transform(self) -> None:
        self._expression(0)
        self._expect("|", operand=True)
        self._expression(0)
        if self._token.text == ",":
            self._take(operand=True)
            self._expression(0)
        self._expect("|")

    def _listed(self, closing: str, separator: str, ranges: bool = False) -> None:
        while self._token.text != closing:
            self._expression(0)
            if ranges and self._token.text == "..":
                self._take(operand=True)
                self._expression(0)
            if self._token.text != separator:
                break
            self._take(operand=True)
            if separator == "," and self._token.text == closing:
                raise JsonataSyntaxError(self._token.offset)
        self._expect(closing)

    def _pairs(self) -> None:
        while self._token.text != "}":
            self._expression(0)
            self._expect(":", operand=True)
            self._expression(0)
            if self._token.text != ",":
                break
            self._take(operand=True)
            if self._token.text == "}":
                raise JsonataSyntaxError(self._token.offset)
        self._expect("}")

    def _use(self, token: Token) -> None:
        """Record the name in `token`: of a variable, or of a field outside of any context value."""
        self._text = token.text
        if token.kind == "variable":
            members = self._members(token.offset + len(token.text))
            self._uses.append(Use("variable", token.text[1:], members, self._nested > 0))
        is_field = token.kind in ("name", "operator") and token.text not in _FUNCTION
        if is_field and not self._nested:
            self._uses.append(Use("field", token.text.strip("`")))
        elif (is_field or token.text == "$") and not self._in_data and self._nested:
            self._uses.append(Use("nothing", token.text.strip("`")))
        elif token.text == "%" and token.kind == "operator" and not self._has_parent():
            self._uses.append(Use("nothing", "%"))

    def _members(self, offset: int) -> tuple[str, ...]:
        names: list[str] = []
        while member := _MEMBER.match(self._source, offset):
            names.append(next(name for name in member.groups() if name is not None))
            offset = member.end()
        return tuple(names)

    def _has_parent(self) -> bool:
        """False if the steps before a % have no parent for it; True where that is not certain."""
        level = 1
        before = [path.steps for path in self._paths[:-1] if path.has_items]
        for step in reversed([step for steps in (*before, self._paths[-1].steps[:-1]) for step in steps]):
            if step not in _LEVELS:
                return step not in _PARENTLESS
            level += _LEVELS[step]
            if not level:
                return True
        return any(path.is_lambda for path in self._paths)

    @contextmanager
    def _with_items(self) -> Iterator[None]:
        """Parse what is evaluated for each item of the path so far."""
        self._in_data += 1
        self._paths[-1].has_items = True
        with self._with_context_value():
            yield
        self._paths[-1].has_items = False
        self._in_data -= 1

    @contextmanager
    def _with_context_value(self) -> Iterator[None]:
        self._nested += 1
        yield
        self._nested -= 1

    def _expect(self, text: str, operand: bool = False) -> None:
        token = self._take(operand)
        if token.kind != "operator" or token.text != text:
            raise JsonataSyntaxError(token.offset)

    def _take(self, operand: bool) -> Token:
        """Return the current token and read the next one, as an operand if `operand` is true."""
        token = self._token
        self._token, self._offset = token_at(self._source, self._offset, operand)
        return token
