"""Records the names of a JSONata expression while it is parsed, and tells those that refer to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from schemas.asl.expressions.jsonata_tokens import Token
from schemas.asl.expressions.jsonata_uses import ExpressionNames, Use

FUNCTION = frozenset({"function", "λ"})
"""The names that begin the definition of a function."""

_FIELDS = ("field", "nothing")
_MEMBER = re.compile(r"\s*\.\s*(?:`([^`]*)`|'([^']*)'|\"([^\"]*)\"|([^\W\d]\w*))")
_LEVELS = {"name": -1, "text": -1, "*": -1, "%": 1}
"""By kind of step, the change of the number of parents that a % after it goes up."""
_PARENTLESS = frozenset({"variable", "{", "["})


@dataclass(slots=True)
class _Path:
    """The path that is being parsed: the kinds of its steps so far.

    `has_items` is True while a step, a predicate or an order is parsed, which see those steps' items.
    """

    steps: list[str] = field(default_factory=list)
    has_items: bool = False
    is_lambda: bool = False


class NameRecord:
    """The names of an expression so far, and the data that names refer to where the parser is.

    The parser tells it the beginning and the end of each path, each operand, and what is evaluated for the
    items of a path or in the body of a function.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._contexts = 0
        self._in_items = 0
        self._operand = self._first_step = ""
        self._paths: list[_Path] = []
        self._uses: list[Use] = []
        self._bound: set[str] = set()
        self._tested: set[str] = set()

    def whole(self) -> ExpressionNames:
        """The names of the expression that was parsed to its end."""
        uses = (use for use in self._uses if use.kind in _FIELDS or use.name not in self._bound)
        return ExpressionNames(None, tuple(uses), frozenset(self._tested))

    def begin_path(self) -> None:
        """Begin a path inside of the others, with what is parsed next as its first step."""
        self._paths.append(_Path())

    def end_path(self) -> None:
        """End the innermost path."""
        self._first_step = self._paths.pop().steps[0]

    def add_operand(self, token: Token) -> None:
        """Add the first step of the innermost path."""
        self._paths[-1].steps.append(token.text if token.kind == "operator" else token.kind)

    def add_step(self) -> None:
        """Add the path that has just ended to the one around it, as its next step."""
        self._paths[-1].steps.append(self._first_step)

    def add_text_before_step(self) -> None:
        """Record the operand as one that refers to nothing, if it is a text and no data is at hand."""
        if not self._in_items and self._operand[0] in "'\"":
            self._uses.append(Use("nothing", self._operand))

    def add_use(self, token: Token) -> None:
        """Record the name in `token`: of a variable, or one that refers to nothing where it stands."""
        self._operand = token.text
        if token.kind == "variable":
            members = self._members(token.offset + len(token.text))
            self._uses.append(Use("variable", token.text[1:], members, self._contexts > 0))
        is_field = token.kind in ("name", "operator") and token.text not in FUNCTION
        if is_field and not self._contexts:
            self._uses.append(Use("field", token.text.strip("`")))
        elif (is_field or token.text == "$") and not self._in_items and self._contexts:
            self._uses.append(Use("nothing", token.text.strip("`")))
        elif token.text == "%" and token.kind == "operator" and not self._has_parent():
            self._uses.append(Use("nothing", "%"))

    def bind(self, name: str) -> None:
        """Record that the expression binds the variable `name` itself."""
        self._bound.add(name)

    def bind_last(self) -> None:
        """The variable that was recorded last is bound, not used."""
        self._bound.add(self._uses.pop().name)

    def call_last(self) -> str:
        """The variable that was recorded last is a function that is called; return its name."""
        name = self._uses.pop().name
        self._uses.append(Use("call", name))
        return name

    @contextmanager
    def arguments(self, function: str, is_lambda: bool) -> Iterator[None]:
        """Parse what stands between the parentheses of a call, or of a function that is defined."""
        first = len(self._uses)
        yield
        names = [use.name for use in self._uses[first:]]
        if function == "exists":
            self._tested.update(names)
        if is_lambda:
            self._bound.update(names)
            del self._uses[first:]
            self._paths[-1].is_lambda = True

    @contextmanager
    def items(self) -> Iterator[None]:
        """Parse what is evaluated for each item of the path so far."""
        self._in_items += 1
        self._paths[-1].has_items = True
        with self.context_value():
            yield
        self._paths[-1].has_items = False
        self._in_items -= 1

    @contextmanager
    def context_value(self) -> Iterator[None]:
        """Parse what names refer to a context value in."""
        self._contexts += 1
        yield
        self._contexts -= 1

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
