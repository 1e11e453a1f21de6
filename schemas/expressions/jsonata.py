"""The syntax of JSONata, read by operator precedence as its own parser does; nothing is evaluated."""

from __future__ import annotations

from schemas.expressions.jsonata_tokens import JsonataMistake, Token, token_at

_BINDING = {
    "[": 80, "(": 80, "@": 80, "#": 80, ".": 75, "{": 70, "*": 60, "/": 60, "%": 60, "+": 50, "-": 50,
    "&": 50, "=": 40, "<": 40, ">": 40, "^": 40, "!=": 40, "<=": 40, ">=": 40, "~>": 40, "in": 40,
    "?:": 40, "??": 40, "and": 30, "or": 25, "?": 20, ":=": 10,
}  # fmt: skip
_OPENING = frozenset({"(", "[", "{", "-", "|"})
_NAMES_TOO = frozenset({"and", "or", "in", "*", "**", "%"})
_DEEPEST = 100


class _TooDeep(Exception):
    """An expression nested so deeply that it is not judged."""


def mistake(source: str) -> int | None:
    """The offset at which `source` stops being a JSONata expression; None where it is one."""
    try:
        _Parser(source).whole()
    except JsonataMistake as found:
        return found.offset
    except _TooDeep:
        return None
    return None


class _Parser:
    """Reads one expression, a construct a method; each tells the kind of what it read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._depth = 0
        self._token, self._place = token_at(source, 0, operand=True)

    def whole(self) -> None:
        self._expression(0)
        if self._token.kind != "end":
            raise JsonataMistake(self._token.offset)

    def _expression(self, binding: int) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooDeep
        kind = self._operand()
        while self._token.kind == "operator" and _BINDING.get(self._token.text, 0) > binding:
            kind = self._continued(kind)
        self._depth -= 1
        return kind

    def _operand(self) -> str:
        token = self._take(operand=self._token.text in _OPENING)
        if token.kind == "end" or (token.kind == "operator" and token.text not in _OPENING | _NAMES_TOO):
            raise JsonataMistake(token.offset)
        if token.kind != "operator" or token.text in _NAMES_TOO:
            return "lambda" if token.text in ("function", "λ") else token.kind
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
                self._transform()
        return token.text

    def _continued(self, left: str) -> str:
        token = self._take(operand=True)
        match token.text:
            case "(":
                return self._call(left)
            case "[":
                self._predicate()
            case "{":
                self._pairs()
            case "^":
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
            raise JsonataMistake(token.offset)
        self._expression(_BINDING[":="] - 1)

    def _bound_name(self) -> None:
        token = self._take(operand=False)
        if token.kind != "variable":
            raise JsonataMistake(token.offset)

    def _step(self, left: str, token: Token) -> None:
        right = self._expression(_BINDING["."])
        if {left, right} & {"number", "constant"}:
            raise JsonataMistake(token.offset)

    def _call(self, left: str) -> str:
        kinds = [] if self._token.text == ")" else self._arguments()
        self._expect(")")
        if left == "lambda":
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
            raise JsonataMistake(self._token.offset)
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
                raise JsonataMistake(token.offset)
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
                raise JsonataMistake(self._token.offset)
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
                raise JsonataMistake(self._token.offset)
        self._expect("}")

    def _expect(self, text: str, operand: bool = False) -> None:
        token = self._take(operand)
        if token.kind != "operator" or token.text != text:
            raise JsonataMistake(token.offset)

    def _take(self, operand: bool) -> Token:
        """The token at hand; the one after it is read as an operand where `operand` says so."""
        token = self._token
        self._token, self._place = token_at(self._source, self._place, operand)
        return token
