"""A run in the player, beside other programs that run definitions locally."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping

from bench.fresh import Command, Figures, medians
from bench.peers.install import HERE, INSTALLED, PYTHON, install
from bench.report import Section, milliseconds

OWN = HERE.parent / "own"
OURS = "this player"
BUDGETS = {"1,000 Pass states": 0.02, "a distributed Map of 10,000 items": 1.0, "a wait of 365 days": 1.0}

BEFORE = """By the clock, and in brackets the time of the processor, which says more where the machine has
other work. Nothing calls a service. A dash: the program waits in real time, or knows no distributed Map. This
player and moto write the events of the service, aws-local-stepfunctions none. The budgets are held to this
player's time of the processor."""


def measure() -> Section:
    """Every program on every definition that it can run."""
    install()
    cases: dict[str, Mapping[str, Figures]] = {}
    for title, (make, others) in DEFINITIONS.items():
        running = commands() if others else {OURS: commands()[OURS]}
        cases[title] = medians(running, lambda _, make=make: json.dumps(make()))
    rows = [[name, *(_cell(found.get(name)) for found in cases.values())] for name in commands()]
    missed = [title for title, budget in BUDGETS.items() if cases[title][OURS]["busy"] > budget]
    after = f"Budgets missed: {', '.join(missed)}." if missed else f"Our {len(BUDGETS)} budgets hold."
    return Section("Playing", BEFORE, ["", *cases], rows, after)


def commands() -> Mapping[str, Command]:
    """How each program is run."""
    return {
        OURS: (sys.executable, OWN / "time_playing.py"),
        "moto 5.2.5 (PyPI)": (PYTHON, HERE / "peer_moto.py"),
        "aws-local-stepfunctions 3.0.0 (npm)": ("node", INSTALLED / "peer_playing.mjs"),
    }


def _passes() -> object:
    states = {f"S{index}": {"Type": "Pass", "Next": f"S{index + 1}"} for index in range(999)}
    return {"StartAt": "S0", "States": {**states, "S999": {"Type": "Pass", "End": True}}}


def _map(items: int, mode: str) -> Callable[[], object]:
    processor = {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}
    config = (
        {"ProcessorConfig": {"Mode": mode}}
        if mode == "INLINE"
        else {"ProcessorConfig": {"Mode": mode, "ExecutionType": "STANDARD"}}
    )
    states = {
        "Items": {"Type": "Pass", "Result": list(range(items)), "Next": "Map"},
        "Map": {"Type": "Map", "ItemProcessor": {**config, **processor}, "End": True},
    }
    return lambda: {"StartAt": "Items", "States": states}


def _wait() -> object:
    return {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 365 * 86_400 - 1, "End": True}}}


DEFINITIONS: Mapping[str, tuple[Callable[[], object], bool]] = {
    "1,000 Pass states": (_passes, True),
    "an inline Map of 1,000 items": (_map(1_000, "INLINE"), True),
    "a distributed Map of 10,000 items": (_map(10_000, "DISTRIBUTED"), False),
    "a wait of 365 days": (_wait, False),
}
"""Each definition, and if the other programs run it, too."""


def _cell(found: Figures | None) -> str:
    return "-" if found is None else f"{milliseconds(found['run'])} ({milliseconds(found['busy'])})"
