"""A definition that was never seen before, from text to diagnostics, beside the other public validators."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from bench import flows
from bench.fresh import Command, Figures, medians
from bench.peers.install import HERE, INSTALLED, PYTHON, install
from bench.report import Section, milliseconds

OWN = HERE.parent / "own"
OURS = "this validator"
SIZES = (100, 1_000, 10_000)
KINDS = {"small": flows.small, "tasks": flows.tasks}
NPM = {"@wmfs/statelint": "1.30.0", "asl-validator": "4.0.0", "amazon-states-language-service": "1.16.1"}

BEFORE = """Parsing and every check that may refuse a definition. The time to import and to compile schemas
stands in the last column: each validator has judged a definition of one state before. *small* are Pass,
Task, Wait and Choice states, *tasks* are Lambda calls with a timeout and a retrier."""


def measure() -> Section:
    """Every validator on every size of both kinds."""
    install()
    cases = {f"{kind} {size:,}": (KINDS[kind], size) for kind in KINDS for size in SIZES}
    figures = {
        case: medians(commands(), lambda seed, make=make, size=size: make(size, seed))
        for case, (make, size) in cases.items()
    }
    rows = [[name, *_times(name, figures)] for name in commands()]
    return Section(
        "Validating from cold",
        BEFORE,
        ["", *cases, "set-up"],
        rows,
        f"{_advice(figures)}\n\n{_slower(figures)}",
    )


def commands() -> Mapping[str, Command]:
    """How each validator is run."""
    npm = {f"{name} {version} (npm)": ("node", INSTALLED / "peer.cjs", name) for name, version in NPM.items()}
    return {
        OURS: (sys.executable, OWN / "time_cold.py"),
        **npm,
        "statelint 3.1.0 (PyPI)": (PYTHON, HERE / "peer_statelint.py"),
        "cfn-lint 1.58.0, E3601 (PyPI)": (PYTHON, HERE / "peer_cfn_lint.py"),
    }


def _times(name: str, figures: Mapping[str, Mapping[str, Figures]]) -> list[str]:
    times = [milliseconds(by_name[name]["errors"]) for by_name in figures.values()]
    return [*times, milliseconds(min(by_name[name]["setup"] for by_name in figures.values()))]


def _advice(figures: Mapping[str, Mapping[str, Figures]]) -> str:
    told = (f"{case}: {milliseconds(by_name[OURS]['advice'])}" for case, by_name in figures.items())
    return f"Warnings and hints, which the others do not give, take this validator on top: {', '.join(told)}."


def _slower(figures: Mapping[str, Mapping[str, Figures]]) -> str:
    told = []
    for case, by_name in figures.items():
        own = by_name[OURS]["errors"]
        quicker = {name: found["errors"] for name, found in by_name.items() if found["errors"] < own}
        told.extend(f"{name} by {milliseconds(own - time)} at {case}" for name, time in quicker.items())
    return f"Slower than: {'; '.join(told)}." if told else "Nowhere slower than another."
