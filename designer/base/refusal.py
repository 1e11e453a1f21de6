"""A refusal: the reason why something is not done, in one line."""

from __future__ import annotations

from designer.base.words import word
from schemas.core.diagnostic import Language


class Refusal(Exception):
    """Something is not done. `key` names the reason's words in `designer/locales/`, and `params` fill them;
    `file`, `line` and `column` are the place of the reason, if it is in a file. A command ends with
    `exit_code`."""

    def __init__(self, key: str, file: str = "", line: int = 0, column: int = 1, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.file = file
        self.line = line
        self.column = column
        self.exit_code = 1
        self.params = params

    @property
    def place(self) -> str:
        """The prefix `file:line: `, with the parts that are set."""
        return "".join(f"{part}:" for part in (self.file, self.line) if part) + " " * bool(self.file)

    def message(self, language: Language) -> str:
        """The reason in one or two sentences: what is wrong, and what was expected."""
        return word(language, self.key, **self.params)
