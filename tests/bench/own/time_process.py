"""Times a whole process: `time_process.py PROGRAM ARGUMENT...`, the last one being what it is to work on."""

from __future__ import annotations

import json
import subprocess
import sys
import time


def main() -> None:
    """Print {cold}: seconds from the start of the process to its end."""
    begun = time.perf_counter()
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
    print(json.dumps({"cold": time.perf_counter() - begun}))


main()
