"""The result of parsing a JSONata expression: the names that it uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Use:
    """A name in an expression: a `variable` (without its $), a function of a `call`, or a `field`.

    A context value is the data that names refer to in a step of a path, a predicate or a function body. A
    field is recorded only outside of any context value, where it refers to nothing; `nested` marks a variable
    inside of one. `nothing` is a name that refers to nothing although it may stand inside of one: a field in
    the body of a function outside of any path, a text as the first step of a path there, or a % for which the
    path has no parent. `$` is the variable with an empty name, `$$` the variable "$". `members` are the names
    that follow a variable after dots.
    """

    kind: Literal["field", "variable", "call", "nothing"]
    name: str
    members: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ExpressionNames:
    """The names that an expression uses, or the offset of its syntax error (None if it is valid).

    `uses` has no names that the expression binds itself, by `:=`, `@`, `#` or as function parameters.
    `tested` are the names that it tests by $exists. One that `is_too_deep` was not read to its end: no more
    is known than that its brackets are closed.
    """

    error_offset: int | None
    uses: tuple[Use, ...] = ()
    tested: frozenset[str] = frozenset()
    is_too_deep: bool = False
