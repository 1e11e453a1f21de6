"""Runs programs, each time in a new process, and takes the medians of what they say of themselves."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

RUNS = 3
PATIENCE = 5.0
"""Seconds after which a program is not run once more."""

Command = Sequence[str | Path]
Figures = Mapping[str, float]


def medians(
    commands: Mapping[str, Command], make: Callable[[int], str], options: Sequence[str] = ()
) -> dict[str, Figures]:
    """Run the commands in turn, all on the text of one seed, then on the next.

    Each is given the path of a file with the text and then `options`, and prints its figures as one JSON
    object.
    """
    found: dict[str, list[Figures]] = {name: [] for name in commands}
    spent = dict.fromkeys(commands, 0.0)
    with TemporaryDirectory() as folder:
        for seed in range(RUNS):
            text = Path(folder) / f"flow-{seed}.json"
            text.write_text(make(seed), encoding="utf-8")
            for name, command in commands.items():
                if spent[name] > PATIENCE:
                    continue
                started = time.perf_counter()
                found[name].append(figures([*command, text, *options]))
                spent[name] += time.perf_counter() - started
    return {name: _middle(runs) for name, runs in found.items()}


def figures(command: Command) -> Figures:
    """What a program says of itself, run once."""
    printed = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return dict(json.loads(printed.stdout))


def _middle(runs: list[Figures]) -> Figures:
    return {name: median(run[name] for run in runs) for name in runs[0]}
