"""Texts of 1 MiB that are made to be slow to judge: no text should hold the validator up for long."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.fresh import figures
from bench.report import Section
from hostile import TEXTS

PROGRAM = Path(__file__).resolve().parents[1] / "own" / "time_hostile.py"
SHOWN = 10

BEFORE = f"""The {SHOWN} slowest of {len(TEXTS)} texts of 1 MiB, each once, in seconds of the processor. A
test holds the steps to growing with the text and no faster. Every diagnostic is told, with its place: where
nearly every value is wrong, telling takes the time."""


def measure() -> Section:
    """Every text once; the slowest."""
    found = {name: figures((sys.executable, PROGRAM, name)) for name in TEXTS}
    slowest = sorted(found, key=lambda name: -found[name]["judge"])
    rows = [
        [name, f"{found[name]['judge']:.1f}", f"{found[name]['memory']:,.0f}", f"{found[name]['found']:,}"]
        for name in slowest[:SHOWN]
    ]
    others = found[slowest[SHOWN]]["judge"]
    after = f"Every other takes less than {others + 0.05:.1f} seconds."
    return Section("Hostile texts", BEFORE, ["", "seconds", "MiB of memory", "diagnostics"], rows, after)
