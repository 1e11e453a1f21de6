"""The place of a cursor in an expression."""

from __future__ import annotations

from dataclasses import dataclass

from designer.completion.known import Step


@dataclass(frozen=True, slots=True)
class Place:
    """A name is being typed: `typed`, up to the cursor.

    It is a member of what `root` and the `steps` lead to; where `root` is None, it begins an expression.
    `is_open` marks a name in a pair of brackets and quotes that is not closed yet.
    """

    typed: str
    root: str | None = None
    steps: tuple[Step, ...] = ()
    is_open: bool = False
