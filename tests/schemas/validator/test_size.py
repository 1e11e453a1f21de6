"""The largest definition that the service takes."""

from __future__ import annotations

import json

from schemas import Document, validate
from schemas.validator.size import MAX_BYTES

COMMENT = "あ" * (MAX_BYTES // 3)


def test_the_size_is_counted_in_bytes():
    definition = {"Comment": COMMENT, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    text = json.dumps(definition, ensure_ascii=False)
    assert len(text) < MAX_BYTES
    assert [each.code for each in validate(Document.parse(text))] == ["definition-too-large"]


def test_the_size_of_yaml_is_that_of_its_json():
    text = f"Comment: {COMMENT[:-100]}\nStartAt: A\nStates: {{A: {{Type: Succeed}}}}\n"
    assert validate(Document.parse(text, "yaml")) == []
