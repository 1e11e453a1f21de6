"""A definition of 1,000 states under edit, in both formats."""

from __future__ import annotations

import sys
from pathlib import Path

from bench import flows
from bench.fresh import medians
from bench.report import Section, milliseconds

PROGRAM = Path(__file__).resolve().parents[1] / "own" / "time_edits.py"
SIZE = 1_000
CASES = {
    f"{kind.__name__}, {name}": (kind, format)
    for kind in (flows.small, flows.tasks)
    for name, format in (("JSON", "json"), ("YAML", "yaml"))
}
COLUMNS = {"read": "open: read", "validate": "open: validate", "edit": "edit", "again": "validate again"}

BEFORE = f"""A definition of {SIZE:,} states is opened, and a state gets a comment. *Edit* is the splice into
the text and the reading of what it touched; *validate again* tells every error, warning and hint anew, with
the memory of the last validation. Times are the processor's."""
BUDGET = 0.02
"""Seconds, for each edit."""
AFTER = "No other validator has a memory: each begins from cold after every edit."


def measure() -> Section:
    """Both kinds in both formats."""
    rows, edits = [], []
    for case, (kind, format) in CASES.items():
        found = medians(
            {case: (sys.executable, PROGRAM)}, lambda seed, kind=kind: kind(SIZE, seed), (format,)
        )
        edits.append(found[case]["edit"])
        rows.append([case, *(milliseconds(found[case][name]) for name in COLUMNS)])
    held = sum(edit < BUDGET for edit in edits)
    after = f"Our budget, {milliseconds(BUDGET)} ms for an edit, holds for {held} of {len(edits)}. {AFTER}"
    return Section("Editing 1,000 states", BEFORE, ["", *COLUMNS.values()], rows, after)
