"""What is not done for a person, and why, in one line."""

from __future__ import annotations

from designer.base.words import word
from schemas.core.diagnostic import Language


class Refusal(Exception):
    """`key` names the words in `designer/locales/`, and `params` fill them; `file` and `line` are where the
    reason stands, if it stands in a file."""

    def __init__(self, key: str, file: str = "", line: int = 0, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.file = file
        self.line = line
        self.params = params

    @property
    def place(self) -> str:
        """`file:line: `, as far as it is known."""
        return "".join(f"{part}:" for part in (self.file, self.line) if part) + " " * bool(self.file)

    def message(self, language: Language) -> str:
        """The reason in one sentence or two: what is wrong, and what was expected."""
        return word(language, self.key, **self.params)
