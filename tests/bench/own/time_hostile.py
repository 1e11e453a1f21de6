"""Times one hostile text of 1 MiB, as the tests make it: from text to diagnostics."""

from __future__ import annotations

import json
import resource
import sys
import time

from hostile import sized

from schemas import Document, validate

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def main() -> None:
    """Print {judge, memory, found}: seconds of the processor, MiB at the most, diagnostics."""
    text = sized(sys.argv[1], 2**20)
    validate(Document.parse(TINY, "json"))
    begun = time.process_time()
    found = validate(Document.parse(text))
    judged = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"judge": judged, "memory": memory, "found": len(found)}))


main()
