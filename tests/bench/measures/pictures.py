"""A flow as PNG, beside Graphviz' own `dot` where that is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.branching import branching
from bench.fresh import Command, medians
from bench.report import Section, milliseconds

from schemas import Document
from schemas.asl.graph import graph

OWN = Path(__file__).resolve().parents[1] / "own"
SIZES = (20, 200, 1_000)
DESIGNER = Path(sys.executable).with_name("designer")
COLD = "`designer render`, the whole process"
BUDGET = 0.5
"""Seconds, for the whole process and the fewest states."""
WARM = "drawn in a process that has drawn before"

BEFORE = """From a definition to its picture as PNG, in milliseconds. *The whole process* starts Python and
loads Graphviz, which a process before has compiled. The picture of ours has icons, Japanese text in a font of
its own, arrows that cross no state, and the workflow in it; that of `dot` has names and arrows, and is given
as DOT."""


def measure() -> Section:
    """Every size."""
    with TemporaryDirectory() as folder:
        found = {name: [_time(how, size) for size in SIZES] for name, how in _ways(Path(folder)).items()}
    rows = [[name, *map(milliseconds, times)] for name, times in found.items()]
    holds = "holds" if found[COLD][0] < BUDGET else "does not hold"
    after = f"Our budget, {milliseconds(BUDGET)} ms for the whole process and {SIZES[0]} states, {holds}. "
    return Section("Pictures", BEFORE, ["states", *map("{:,}".format, SIZES)], rows, after + _slower(found))


Way = tuple[Command, Callable[[int, int], str]]


def _ways(folder: Path) -> Mapping[str, Way]:
    whole = (sys.executable, OWN / "time_process.py")
    ours: dict[str, Way] = {
        COLD: ((*whole, DESIGNER, "render", "-o", folder / "ours.png"), branching),
        WARM: ((sys.executable, OWN / "time_picture.py"), branching),
    }
    if shutil.which("dot") is None:
        return ours
    said = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr
    version = said.split()[4]
    return {
        **ours,
        f"dot {version}, the whole process": ((*whole, "dot", "-Tpng", "-o", folder / "dot.png"), _dot),
    }


def _time(way: Way, size: int) -> float:
    command, make = way
    figures = medians({"": command}, lambda seed: make(size, seed))[""]
    return next(iter(figures.values()))


def _dot(size: int, seed: int) -> str:
    """The same flow in Graphviz' language."""
    edges = graph(Document.parse(branching(size, seed), "json").value).edges
    lines = (
        f"{json.dumps(edge.source.path[-1])} -> {json.dumps(edge.target.path[-1])};"
        for edge in edges
        if edge.kind != "start" and edge.target
    )
    return "digraph { node [shape=box]\n" + "\n".join(lines) + "\n}"


def _slower(found: Mapping[str, list[float]]) -> str:
    others = [times for name, times in found.items() if name.startswith("dot")]
    if not others:
        return "`dot` is left out, for it is not installed."
    told = [*_against(COLD, found, others[0]), *_against(WARM, found, others[0])]
    return f"Slower than `dot`: {'; '.join(told)}." if told else "Nowhere slower than `dot`."


def _against(name: str, found: Mapping[str, list[float]], others: Iterable[float]) -> Iterator[str]:
    for size, ours, theirs in zip(SIZES, found[name], others, strict=True):
        if theirs < ours:
            yield f"{name} by {milliseconds(ours - theirs)} at {size:,}"
