"""Many people at once: from an intent to its acknowledgement, each in a workflow of their own."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from uuid import uuid4

from bench.branching import branching
from bench.load.sessions import Intent, Load, Session
from bench.report import Section, milliseconds
from serving import APP, Server, served
from shelving import shelve

STATES = 30
SESSIONS = (1, 10, 30)
PAUSE = 2.0
"""Seconds from one edit of a session to its next."""
LASTS = 20.0
"""Seconds that each number of sessions is measured."""
BUDGET = 1.0
"""Seconds, of 95 of 100 intents, for the most sessions."""

BEFORE = f"""Sessions speak Streamlit's protocol to one server. Each has a flow of {STATES} states of its own,
a state selected, and edits it once in {PAUSE:.0f} seconds: adds a state, moves one, renames one. From the
sending of the intent to the receiving of its acknowledgement, when it is on the disk, in milliseconds. The
sessions are one process, which needs its part of the processor too."""


def measure() -> Section:
    """Each number of sessions, on a server that has shown a flow before."""
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/library.db"
        with served(APP, DESIGNER_DATABASE=database) as server:
            _waits(server, database, 1, PAUSE)
            found = {count: _waits(server, database, count, LASTS) for count in SESSIONS}
    rows = [
        [str(count), str(len(waits)), *_figures(waits), milliseconds(busy)]
        for count, (waits, busy) in found.items()
    ]
    most = SESSIONS[-1]
    late = _late(found[most][0])
    holds = "holds" if late < BUDGET else f"does not hold: it takes {milliseconds(late)}"
    after = f"Our budget, {milliseconds(BUDGET)} ms for 95 of 100 intents of {most} sessions, {holds}."
    columns = ["sessions", "intents", "median", "95 of 100", "longest", "server's processor, each"]
    return Section("Many sessions", BEFORE, columns, rows, after)


def _waits(server: Server, database: str, count: int, seconds: float) -> tuple[list[float], float]:
    """The waits of all intents, and what each kept the server's processor busy, in seconds."""
    flows = [shelve(database, branching(STATES, seed)) for seed in range(count)]
    marks: list[float] = []
    load = Load(server.url, flows, edit, seconds, PAUSE)
    waits = asyncio.run(load.put(lambda: marks.append(_processor(server.process.pid))))
    return waits, (_processor(server.process.pid) - marks[0]) / len(waits)


def _figures(waits: list[float]) -> list[str]:
    return [milliseconds(figure) for figure in (median(waits), _late(waits), max(waits))]


def _late(waits: list[float]) -> float:
    """What 95 of 100 take at most."""
    return quantiles(waits, n=20, method="inclusive")[-1]


def edit(session: Session, random: Random) -> Intent:
    """The next edit of a session."""
    uid = random.choice([uid for uid, node in session.nodes.items() if node and not node["parent"]])
    node = session.nodes[uid]
    way = session.sent % 3
    if way == 0:
        at = {"x": node["x"], "y": node["y"] + 120}
        return {
            "kind": "add-state",
            "uid": uuid4().hex[:12],
            "name": "Added",
            "template": "Pass",
            **at,
            "after": uid,
        }
    if way == 1:
        return {"kind": "move-states", "places": [{"uid": uid, "x": node["x"] + 40, "y": node["y"] + 10}]}
    return {"kind": "rename-state", "uid": uid, "name": f"Renamed {session.sent}"}


def _processor(pid: int) -> float:
    """The seconds that a process has kept the processor busy."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
