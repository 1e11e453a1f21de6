"""A definition that was never seen before, from text to diagnostics, beside the other public validators."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from bench import flows
from bench.fresh import Command, Figures, medians
from bench.peers.install import HERE, INSTALLED, PYTHON, install
from bench.report import Section, milliseconds

Cases = Mapping[str, Mapping[str, Figures]]
OWN = HERE.parent / "own"
OURS = "this validator"
SIZES = (100, 1_000, 10_000)
KINDS = {"small": flows.small, "tasks": flows.tasks}
NPM = {"@wmfs/statelint": "1.30.0", "asl-validator": "4.0.0", "amazon-states-language-service": "1.16.1"}

TOO_LONG = 1.0
WHOLE = 100
"""The states that a whole process is timed with."""
BUDGET = 0.3
"""Seconds, for our whole process."""

BEFORE = f"""Parsing and every check that may refuse a definition: by the clock, and in brackets the time of
the processor, which says more where the machine has other work (Node's includes its helpers beside). The time
to import and to compile schemas stands in its own column: each validator has judged one state before. *The
whole process* is from its start to its end on {WHOLE} states, ours `designer validate FILE`.
*small* are Pass, Task, Wait and Choice states, *tasks* are Lambda calls with a timeout and a retrier.
A validator that was busy for more than a second is not given more of that kind."""


def measure() -> Section:
    """Every validator on every size of both kinds."""
    install()
    cases: dict[str, dict[str, Figures]] = {}
    for kind, make in KINDS.items():
        running = dict(commands())
        for size in SIZES:
            found = medians(running, lambda seed, make=make, size=size: make(size, seed))
            cases[f"{kind} {size:,}"] = found
            running = {name: running[name] for name in running if found[name]["busy"] <= TOO_LONG}
    whole = medians(_processes(), lambda seed: flows.small(WHOLE, seed))
    rows = [[name, *_times(name, cases), _whole(whole[name])] for name in commands()]
    holds = "holds" if whole[OURS]["cold"] < BUDGET else "does not hold"
    budget = f"Our budget, {milliseconds(BUDGET)} ms for the whole process, {holds}."
    after = f"{_advice(cases)}\n\n{_slower(cases)} {budget}"
    return Section("Validating from cold", BEFORE, ["", *cases, "set-up", "the whole process"], rows, after)


def commands() -> Mapping[str, Command]:
    """How each validator is run."""
    npm = {f"{name} {version} (npm)": ("node", INSTALLED / "peer.cjs", name) for name, version in NPM.items()}
    return {
        OURS: (sys.executable, OWN / "time_cold.py"),
        **npm,
        "statelint 3.1.0 (PyPI)": (PYTHON, HERE / "peer_statelint.py"),
        "cfn-lint 1.58.0, E3601 (PyPI)": (PYTHON, HERE / "peer_cfn_lint.py"),
    }


def _processes() -> Mapping[str, Command]:
    """How each validator's whole process is timed."""
    whole = {**commands(), OURS: (Path(sys.executable).with_name("designer"), "validate")}
    return {name: (sys.executable, OWN / "time_process.py", *command) for name, command in whole.items()}


def _whole(found: Figures) -> str:
    return f"{milliseconds(found['cold'])} ({milliseconds(found['busy'])})"


def _times(name: str, cases: Cases) -> list[str]:
    times = [_time(found.get(name)) for found in cases.values()]
    return [*times, milliseconds(min(found[name]["setup"] for found in cases.values() if name in found))]


def _time(found: Figures | None) -> str:
    return f"{milliseconds(found['errors'])} ({milliseconds(found['busy'])})" if found else "–"


def _advice(cases: Cases) -> str:
    told = (f"{case}: {milliseconds(found[OURS]['advice'])}" for case, found in cases.items())
    words = "Warnings and hints, most of which the others do not give, take on top, of the processor"
    return f"{words}: {', '.join(told)}."


def _slower(cases: Cases) -> str:
    told = [
        f"{name} at {case} ({milliseconds(found[OURS][time] - other[time])} {words})"
        for case, found in cases.items()
        for name, other in found.items()
        for time, words in (("errors", "by the clock"), ("busy", "of the processor"))
        if other[time] < found[OURS][time]
    ]
    return f"Slower than {'; '.join(told)}." if told else "Nowhere slower than another."
