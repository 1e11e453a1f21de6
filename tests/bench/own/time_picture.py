"""Times a picture of a flow as PNG in a process that has drawn another one before."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from exporters import export
from schemas import Document
from schemas.sidecar.workflow import Workflow

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def main() -> None:
    """Print {warm}: seconds from text to picture."""
    draw(TINY)
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    begun = time.perf_counter()
    draw(text)
    print(json.dumps({"warm": time.perf_counter() - begun}))


def draw(text: str) -> None:
    """Draw the definition, and throw the picture away."""
    export(Workflow("flow", Document.parse(text, "json")), "png")


main()
