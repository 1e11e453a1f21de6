"""Times the run of a definition in the player, with all of its events."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TINY = {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}


def main() -> None:
    """Print {setup, run, busy, events}, times in seconds; `busy` is the processor's for the run."""
    started = time.perf_counter()
    from player import Execution

    Execution(TINY, {}).run()
    ready = time.perf_counter()
    definition = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    idle, begun = time.process_time(), time.perf_counter()
    execution = Execution(definition, {}).run()
    done, busy = time.perf_counter(), time.process_time()
    figures = {"setup": ready - started, "run": done - begun, "busy": busy - idle}
    print(json.dumps({**figures, "events": len(execution.events)}))


main()
