"""Converts between the browser's positions in a text (UTF-16 units) and Python's (characters)."""

from __future__ import annotations

import re
from bisect import bisect_right

from designer.protocol.code_editor import TextChange
from schemas.core.edits import Splice

_UNEQUAL = re.compile("\r\n|[\U00010000-\U0010ffff]")


class Units:
    """The positions of `text` in UTF-16 units, each line break being one, and in characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._characters = [0]
        self._units = [0]
        for match in _UNEQUAL.finditer(text):
            unit = self.of(match.start()) + (1 if match[0] == "\r\n" else 2)
            self._characters.append(match.end())
            self._units.append(unit)

    def of(self, character: int) -> int:
        """The unit at which the character at that position begins."""
        index = bisect_right(self._characters, character) - 1
        return self._units[index] + character - self._characters[index]

    def character(self, unit: int) -> int:
        """The position of the character at that unit; the second unit of a pair belongs to its character."""
        index = bisect_right(self._units, unit) - 1
        character = self._characters[index] + unit - self._units[index]
        return min([character, *self._characters[index + 1 : index + 2]])

    def splice(self, change: TextChange) -> Splice:
        """A change of the browser as a splice of the text, with the line breaks of the text."""
        replacement = change.text.replace("\n", "\r\n") if "\r\n" in self.text else change.text
        return Splice(self.character(change.start), self.character(change.end), replacement)
