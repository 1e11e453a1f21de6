"""Parses JSONata 2.0.6 by operator precedence, as the reference parser does; nothing is evaluated."""

from __future__ import annotations

from functools import lru_cache

from schemas.asl.expressions.jsonata_names import FUNCTION, NameRecord
from schemas.asl.expressions.jsonata_tokens import JsonataSyntaxError, Token, token_at, unclosed_bracket
from schemas.asl.expressions.jsonata_uses import ExpressionNames

_BINDING = {
    "[": 80, "(": 80, "@": 80, "#": 80, ".": 75, "{": 70, "*": 60, "/": 60, "%": 60, "+": 50, "-": 50,
    "&": 50, "=": 40, "<": 40, ">": 40, "^": 40, "!=": 40, "<=": 40, ">=": 40, "~>": 40, "in": 40,
    "and": 30, "or": 25, "?": 20, ":=": 10,
}  # fmt: skip
_OPENING = frozenset({"(", "[", "{", "-", "|"})
_NAMES_TOO = frozenset({"and", "or", "in", "*", "**", "%"})
MAX_DEPTH = 100
"""The greatest depth of parts in each other: each takes several calls, and Python allows 1,000 at a time."""


class _TooDeep(Exception):
    """The expression is nested too deeply to be parsed."""


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
        self._names = NameRecord(source)
        self._token, self._offset = token_at(source, 0, operand=True)

    def whole(self) -> ExpressionNames:
        self._expression(0)
        if self._token.kind != "end":
            raise JsonataSyntaxError(self._token.offset)
        return self._names.whole()

    def _expression(self, binding: int) -> str:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeep
        self._names.begin_path()
        kind = self._operand()
        while self._token.kind == "operator" and _BINDING.get(self._token.text, 0) > binding:
            kind = self._continued(kind)
        self._names.end_path()
        self._depth -= 1
        return kind

    def _operand(self) -> str:
        token = self._take(operand=self._token.text in _OPENING)
        if token.kind == "end" or (token.kind == "operator" and token.text not in _OPENING | _NAMES_TOO):
            raise JsonataSyntaxError(token.offset)
        self._names.add_operand(token)
        if token.kind != "operator" or token.text in _NAMES_TOO:
            self._names.add_use(token)
            return "lambda" if token.text in FUNCTION else token.kind
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
                with self._names.items():
                    self._transform()
        return token.text

    def _continued(self, left: str) -> str:
        token = self._take(operand=True)
        match token.text:
            case "(":
                return self._call(left)
            case "[":
                with self._names.items():
                    self._predicate()
            case "{":
                with self._names.items():
                    self._pairs()
            case "^":
                with self._names.items():
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
        self._names.bind_last()
        self._expression(_BINDING[":="] - 1)

    def _bound_name(self) -> None:
        token = self._take(operand=False)
        if token.kind != "variable":
            raise JsonataSyntaxError(token.offset)
        self._names.bind(token.text[1:])

    def _step(self, left: str, token: Token) -> None:
        if left == "text":
            self._names.add_text_before_step()
        with self._names.items():
            right = self._expression(_BINDING["."])
        self._names.add_step()
        if {left, right} & {"number", "constant"}:
            raise JsonataSyntaxError(token.offset)

    def _call(self, left: str) -> str:
        function = self._names.call_last() if left == "variable" else ""
        with self._names.arguments(function, is_lambda=left == "lambda"):
            kinds = [] if self._token.text == ")" else self._arguments()
            self._expect(")")
        if left == "lambda":
            with self._names.context_value():
                self._lambda(kinds)
        return "call"

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

    def _expect(self, text: str, operand: bool = False) -> None:
        token = self._take(operand)
        if token.kind != "operator" or token.text != text:
            raise JsonataSyntaxError(token.offset)

    def _take(self, operand: bool) -> Token:
        """Return the current token and read the next one, as an operand if `operand` is true."""
        token = self._token
        self._token, self._offset = token_at(self._source, self._offset, operand)
        return token
