"""Times a validator in this process: `report` prints {setup, errors, busy, found}, in seconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def report(load: Callable[[], Callable[[str], list]]) -> None:
    """`load` imports and compiles, and gives the validator of a text."""
    started = time.perf_counter()
    validate = load()
    validate(TINY)
    ready = time.perf_counter()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    idle = time.process_time()
    begun = time.perf_counter()
    found = validate(text)
    done = time.perf_counter()
    times = {"setup": ready - started, "errors": done - begun, "busy": time.process_time() - idle}
    print(json.dumps({**times, "found": len(found)}))
