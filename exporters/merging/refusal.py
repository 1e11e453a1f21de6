"""The reasons why an export is not merged into a repository."""

from __future__ import annotations

from schemas.core.diagnostic import Diagnostic


class CannotMerge(Exception):
    """An export is not merged; `key` names the reason in `designer/locales/`, and `params` fill its words.

    `file` and `line` are the place of the reason; the line is 0 where it is the file as a whole. A
    `diagnostic` says more of a file that cannot be read. A person may add the lines `by_hand`.
    """

    def __init__(
        self,
        key: str,
        file: str = "",
        line: int = 0,
        column: int = 1,
        diagnostic: Diagnostic | None = None,
        by_hand: tuple[str, ...] = (),
        **params: str,
    ) -> None:
        super().__init__(key)
        self.diagnostic = diagnostic
        self.by_hand = by_hand
        self.key = key
        self.file = file
        self.line = line
        self.column = column
        self.params = params
