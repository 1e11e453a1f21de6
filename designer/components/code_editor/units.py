"""Places in a text as the browser counts them, and as Python does."""

from __future__ import annotations

import re
from bisect import bisect_right

from designer.protocol.code_editor import TextChange
from schemas.core.edits import Splice

_UNEQUAL = re.compile("\r\n|[\U00010000-\U0010ffff]")


class Units:
    """The places of `text` in UTF-16 units, each line break being one, and in characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._characters = [0]
        self._units = [0]
        for match in _UNEQUAL.finditer(text):
            unit = self.of(match.start()) + (1 if match[0] == "\r\n" else 2)
            self._characters.append(match.end())
            self._units.append(unit)

    def of(self, character: int) -> int:
        """The unit where that character begins."""
        index = bisect_right(self._characters, character) - 1
        return self._units[index] + character - self._characters[index]

    def character(self, unit: int) -> int:
        """The character that begins at that unit; within one, its beginning."""
        index = bisect_right(self._units, unit) - 1
        character = self._characters[index] + unit - self._units[index]
        return min([character, *self._characters[index + 1 : index + 2]])

    def splice(self, typed: TextChange) -> Splice:
        """What was typed, as a splice of the text, with line breaks as the text has them."""
        words = typed.text.replace("\n", "\r\n") if "\r\n" in self.text else typed.text
        return Splice(self.character(typed.start), self.character(typed.end), words)
