"""A converted sketch with its definition, for tests."""

from __future__ import annotations

import json

from drawn import sketch

from schemas import Document, validate
from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of


class Converted:
    """A converted sketch: its states by name, entries by card, and the codes of its remarks."""

    def __init__(self, lines):
        self.sketch = sketch(lines) if isinstance(lines, str) else lines
        self.conversion = convert(self.sketch)
        self.draft = self.conversion.draft
        self.definition = definition_of(self.draft)
        self.states = self.definition["States"]
        self.codes = [remark.code for remark in self.conversion.remarks]
        text = json.dumps(self.definition, ensure_ascii=False)
        self.found = validate(Document.parse(text, "json"))
        assert [found for found in self.found if found.severity == "error"] == []

    def said(self, code):
        return [remark for remark in self.conversion.remarks if remark.code == code]
