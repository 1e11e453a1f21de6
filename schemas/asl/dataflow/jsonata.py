"""The shapes of what JSONata states compute: paths, object and array constructors, $merge, and templates."""

from __future__ import annotations

from schemas.asl.dataflow.access import Reading, read
from schemas.asl.dataflow.environment import Values
from schemas.asl.dataflow.shapes import (
    ANYTHING,
    EMPTY,
    NOWHERE,
    TEXT,
    ListOf,
    Member,
    Record,
    Shape,
    Unknown,
    any_of,
    merged,
    origins_in,
    shape_of,
)
from schemas.asl.expressions import embedded
from schemas.asl.expressions.jsonata import expression as parse
from schemas.asl.expressions.jsonata_tokens import JsonataSyntaxError, Token, token_at
from schemas.asl.expressions.jsonata_uses import Use
from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder

_DEEPEST = 20
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def use_reading(use: Use, values: Values) -> Reading:
    """The value that a variable of an expression, with the names after it, leads to."""
    if use.name == "states":
        return states_reading(use.members, values)
    return read(values.environment.variable(use.name), use.members, maps_lists=True)


def states_reading(members: tuple[str, ...], values: Values) -> Reading:
    """The value of `$states` and the names after it; `missing` counts from the first of these."""
    roots = {"input": values.input, "result": values.result, "errorOutput": values.error}
    if not members or members[0] not in {*roots, "context"}:
        return Reading(ANYTHING)
    if members[0] == "context":
        reading = values.environment.context(members[1:], maps_lists=True)
    else:
        reading = read(roots[members[0]], members[1:], maps_lists=True)
    if reading.missing is None:
        return reading
    return Reading(reading.shape, reading.missing + 1, reading.sometimes)


def template(value: Json, values: Values) -> Shape:
    """The shape of a value whose strings may be expressions."""
    if isinstance(value, dict) and not is_placeholder(value):
        return Record({key: Member(template(item, values)) for key, item in value.items()})
    if isinstance(value, list):
        return ListOf(any_of(template(item, values) for item in value))
    source = embedded.source(value)
    if source is None or is_placeholder(value):
        return shape_of(value)
    return expression(source, values)


def expression(source: str, values: Values) -> Shape:
    """The shape of a JSONata expression; what is computed in another way than by the above is unknown."""
    try:
        return _Reader(source, values).whole()
    except JsonataSyntaxError:
        return ANYTHING


class _Reader:
    """Reads one expression; an operand that goes on in another way is passed over to its end."""

    def __init__(self, source: str, values: Values) -> None:
        self._source = source
        self._values = values
        self._token, self._offset = token_at(source, 0, operand=True)

    def whole(self) -> Shape:
        shape = self._value(0)
        return shape if self._token.kind == "end" else self._unknown(0, len(self._source))

    def _value(self, depth: int) -> Shape:
        """The shape of the value up to the next comma or closing bracket."""
        begun = self._token, self._offset
        shape = self._operand(depth) if depth < _DEEPEST else None
        if shape is not None and self._is_at_end():
            return shape
        self._token, self._offset = begun
        self._skip()
        return self._unknown(begun[0].offset, self._token.offset)

    def _operand(self, depth: int) -> Shape | None:
        token = self._token
        if token.kind == "constant" or (token.kind == "text" and token.text[0] in "'\""):
            self._take(operand=False)
            return TEXT
        if token.kind == "number":
            self._take(operand=False)
            return TEXT
        if token.text == "{":
            return self._object(depth)
        if token.text == "[":
            return ListOf(any_of(self._items(depth)))
        if token.kind == "variable":
            return self._variable(depth)
        return None

    def _variable(self, depth: int) -> Shape | None:
        name = self._token.text[1:]
        self._take(operand=False)
        if self._token.text == "(":
            return self._merge(depth) if name == "merge" else None
        steps: list[str] = []
        while self._token.text == ".":
            self._take(operand=True)
            if self._token.kind not in ("name", "text"):
                return None
            steps.append(self._token.text.strip("`'\""))
            self._take(operand=False)
        if not name or name == "$":
            return None
        return use_reading(Use("variable", name, tuple(steps)), self._values).shape

    def _merge(self, depth: int) -> Shape | None:
        self._take(operand=True)
        if self._token.text != "[":
            return None
        shape: Shape = EMPTY
        for item in self._items(depth):
            shape = merged(shape, item)
        if self._token.text != ")":
            return None
        self._take(operand=False)
        return shape

    def _items(self, depth: int) -> list[Shape]:
        """The shapes of the items of an array constructor, which the token opens."""
        self._take(operand=True)
        found: list[Shape] = []
        while self._token.text != "]":
            found.append(self._value(depth + 1))
            if self._token.text != ",":
                break
            self._take(operand=True)
        self._expect("]")
        return found

    def _object(self, depth: int) -> Shape | None:
        self._take(operand=True)
        members: dict[str, Member] = {}
        while self._token.text != "}":
            key = self._token
            if key.kind != "text":
                return None
            self._take(operand=False)
            if self._token.text != ":":
                return None
            self._take(operand=True)
            members[key.text[1:-1]] = Member(self._value(depth + 1), "maybe")
            if self._token.text != ",":
                break
            self._take(operand=True)
        self._expect("}")
        return Record(members)

    def _skip(self) -> None:
        """Go on to the end of the value: the comma or bracket behind it."""
        opened: list[str] = []
        while self._token.kind != "end":
            text = self._token.text
            if self._token.kind == "operator" and not opened and self._is_at_end():
                return
            if text in _CLOSING:
                opened.append(_CLOSING[text])
            elif opened and text == opened[-1]:
                opened.pop()
            is_whole = self._token.kind != "operator" or text in _CLOSING.values()
            self._take(operand=not is_whole)

    def _is_at_end(self) -> bool:
        token = self._token
        return token.kind == "end" or (token.kind == "operator" and token.text in (",", "]", "}", ")", ";"))

    def _expect(self, text: str) -> None:
        if self._token.text != text:
            raise JsonataSyntaxError(self._token.offset)
        self._take(operand=False)

    def _take(self, operand: bool) -> Token:
        token = self._token
        self._token, self._offset = token_at(self._source, self._offset, operand)
        return token

    def _unknown(self, start: int, end: int) -> Shape:
        names = parse(self._source[start:end])
        uses = [use for use in names.uses if use.kind == "variable" and use.name not in ("", "$")]
        return Unknown(NOWHERE.union(*(origins_in(use_reading(use, self._values).shape) for use in uses)))
