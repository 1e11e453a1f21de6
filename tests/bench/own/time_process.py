"""Times a whole process: `time_process.py PROGRAM ARGUMENT...`, the last one being what it is to work on."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time


def main() -> None:
    """Print {cold, busy}: seconds from the start of the process to its end, and those of the processor.

    It is run once before, so that the caches of Python and wasmtime are as after a first use.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, env=environment)
    idle, begun = _busy(), time.perf_counter()
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, env=environment)
    print(json.dumps({"cold": time.perf_counter() - begun, "busy": _busy() - idle}))


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


main()
