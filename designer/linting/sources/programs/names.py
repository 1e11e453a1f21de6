"""The names of a program: what is assigned to each, in the function around it or in the whole program."""

from __future__ import annotations

from collections import defaultdict
from typing import Generic, TypeVar

N = TypeVar("N")

Offset = tuple[int, int]
"""The line and the column of a place in a program."""

Scope = tuple[Offset, Offset]
"""The beginning and the end of the function in which a name holds."""

WHOLE: Scope = ((0, 0), (10**9, 0))
"""A name that holds in the whole program."""


class Names(Generic[N]):
    """The expressions that names stand for, in the order of the text."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[Scope, N]]] = defaultdict(list)

    def add(self, name: str, scope: Scope, value: N) -> None:
        """Add an expression that is assigned to `name` within `scope`."""
        self._found[name].append((scope, value))

    def at(self, name: str, offset: Offset) -> list[N]:
        """The expressions that are assigned to `name` in the innermost function around `offset` with one."""
        around = [each for each in self._found.get(name, ()) if each[0][0] <= offset <= each[0][1]]
        innermost = max((scope for scope, _ in around), default=WHOLE)
        return [value for scope, value in around if scope == innermost]
