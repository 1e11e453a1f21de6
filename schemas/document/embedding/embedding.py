"""The contract of a text that stands inside a larger one."""

from __future__ import annotations

from typing import Protocol


class Embedding(Protocol):
    """A text inside of a larger one, without its indentation and escapes there."""

    @property
    def text(self) -> str:
        """The text alone."""
        ...

    def rewritten(self, text: str) -> str | None:
        """The larger text with `text` in its place, in which all that is equal keeps its bytes.

        None where the larger text has no way to write it.
        """
        ...
