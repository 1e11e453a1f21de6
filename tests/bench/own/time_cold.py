"""Times the errors of a definition from text to diagnostics, then its warnings and hints."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def main() -> None:
    """Print {setup, errors, busy, advice, found}, times in seconds; `busy` is the processor's for errors."""
    started = time.perf_counter()
    from schemas import Document, validate
    from schemas.validator.ruleset import all_rules

    errors, advice = all_rules().only("error"), all_rules().only("warning", "hint")
    for rules in (errors, advice):
        validate(Document.parse(TINY, "json"), rules=rules)
    ready = time.perf_counter()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    idle = time.process_time()
    begun = time.perf_counter()
    document = Document.parse(text, "json")
    found = validate(document, rules=errors)
    done = time.perf_counter()
    busy = time.process_time()
    validate(document, rules=advice)
    advised = time.process_time()
    figures = {
        "setup": ready - started,
        "errors": done - begun,
        "busy": busy - idle,
        "advice": advised - busy,
    }
    print(json.dumps({**figures, "found": len(found)}))


main()
