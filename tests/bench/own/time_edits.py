"""Times a definition under edit: opened, changed in one place after another, each time validated."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from schemas import Document, validate
from schemas.core.edits import Set
from schemas.validator.incremental import ValidationCache

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
EDITS = 11


def main() -> None:
    """Print {read, validate, edit, again}, seconds of the processor."""
    validate(Document.parse(TINY, "json"))
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    text = Document.parse(text, "json").convert("yaml").text if sys.argv[2] == "yaml" else text
    memory = ValidationCache()
    begun = time.process_time()
    document = Document.parse(text)
    assert document.problem is None
    read = time.process_time()
    validate(document, cache=memory)
    done = time.process_time()
    edits, again = [], []
    for number in range(EDITS):
        name = list(document.value["States"])[number * 50]
        before = time.process_time()
        document = document.apply(Set(("States", name, "Comment"), f"checked by {number}")).document
        edited = time.process_time()
        validate(document, cache=memory)
        again.append(time.process_time() - edited)
        edits.append(edited - before)
    opened = {"read": read - begun, "validate": done - read}
    print(json.dumps({**opened, "edit": median(edits), "again": median(again)}))


main()
