"""What a JSONata expression says, once it is read: the names that it uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Use:
    """A name in an expression: a `variable` (without its $), a function that is called, or a field.

    A `field` is one where there is no data at hand to have it. `$` is the variable with an empty name, `$$`
    the one named "$"; `members` are the names that follow a variable by dots. `nested` says of a variable
    that there is data at hand: in a step of a path, a predicate, a function's body.
    """

    kind: Literal["field", "variable", "call"]
    name: str
    members: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ExpressionNames:
    """What an expression says: where it stops being one (None where it is one), and the names it uses.

    Names that it binds itself, by `:=`, `@`, `#` or as a function's parameter, are not among `uses`; those
    that it asks for by $exists are `asked`.
    """

    error_offset: int | None
    uses: tuple[Use, ...] = ()
    tested: frozenset[str] = frozenset()
