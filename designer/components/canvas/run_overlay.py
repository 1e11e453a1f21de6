"""A moment of a run over the flow: the states that it has come to, and the edges that it has taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from designer.base.words import word
from designer.components.canvas.run_words import RunWords
from designer.playing import items
from designer.playing.case_runs import CaseRuns
from designer.playing.edges import taken_edges
from designer.playing.play import Play
from designer.playing.run import Run
from designer.playing.visit import Visit
from designer.protocol.canvas import RunMark, RunOverlay, RunStatus
from schemas.asl.graph import Edge, Graph, graph
from schemas.asl.walk import State
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.sidecar.identity import Identity

_AT_WORK = ("running", "waiting", "asked", "retrying")


def run_overlay(run: Run, words: RunWords, definition: Json, identity: Identity) -> RunOverlay:
    """The moment of a run; states that the definition has no more are left out."""
    run.look_ahead()
    by_name: dict[str, list[Visit]] = defaultdict(list)
    for visit in run.visits:
        by_name[visit.name].append(visit)
    ids = {name: identity.uids[path] for name in by_name if (path := words.path(name)) is not None}
    marks = {ids[name]: _mark(run, words, visits) for name, visits in by_name.items() if name in ids}
    parts = graph(definition)
    taken = [*taken_edges(run, parts), *_taken_inside(run, parts)]
    edges = [(identity.edge_id(edge), at) for edge, at in taken]
    steps = [(ids[visit.name], visit.entered) for visit in run.visits if visit.name in ids] + edges
    return RunOverlay(
        number=run.number,
        status=_status(run),
        title=words.title(),
        time=words.time(run.seconds),
        states={**_planned(run, words, identity), **_inside(run, words, identity), **marks},
        edges=[id for id, _ in edges],
        fresh=_fresh(steps, run.before),
        is_busy=run.is_busy,
        can_go_on=run.can_go_on,
        can_go_back=run.can_go_back,
        is_recorded=run.is_recorded,
    )


def cases_overlay(runs: CaseRuns, definition: Json, identity: Identity, language: Language) -> RunOverlay:
    """The coverage by the cases of a workflow: the states that they come to, and the edges that they take."""
    uids = {path[-1]: uid for path, uid in reversed(identity.uids.items())}
    visits = {uids[name]: count for name, count in runs.visits().items() if name in uids}
    taken = {(edge.source.path, edge.kind, edge.index) for edge in runs.edges()}
    drawn = [edge for edge in graph(definition).edges if (edge.source.path, edge.kind, edge.index) in taken]
    done = len(runs.results) + len(runs.unplayable)
    failed = done - runs.passed
    key = "run.title.cases-failed" if failed else "run.title.cases"
    return RunOverlay(
        number=runs.number,
        status="failed" if failed else "succeeded",
        title=word(language, key, passed=runs.passed, count=runs.count, failed=failed),
        time="",
        states={uid: RunMark(status="succeeded", words=f"×{count}") for uid, count in visits.items()},
        edges=[identity.edge_id(edge) for edge in drawn],
        fresh=[],
        is_busy=runs.is_busy,
        can_go_on=False,
        can_go_back=False,
        is_recorded=False,
    )


def _status(run: Run) -> RunStatus:
    if run.status != "RUNNING":
        return "succeeded" if run.status == "SUCCEEDED" else "failed"
    return run.status_of(run.current) if run.current else "running"


def _mark(run: Run, words: RunWords, visits: list[Visit]) -> RunMark:
    """The mark of a state with several visits: of the one that is at work, else of the last."""
    statuses = [run.status_of(visit) for visit in visits]
    at_work = next((each for each in statuses if each in _AT_WORK), None)
    has_failed = "failed" in statuses and statuses[-1] == "stopped"
    status: RunStatus = at_work or ("failed" if has_failed else statuses[-1])
    return RunMark(status=status, words=words.badge(visits, status))


def _planned(run: Run, words: RunWords, identity: Identity) -> dict[str, RunMark]:
    """The states that a person lets fail."""
    if not isinstance(run, Play):
        return {}
    found = {}
    for name, failure in run.failing.items():
        path = words.path(name)
        if path is not None:
            said = words.say("run.status.planned", error=words.error(name, failure.error))
            found[identity.uids[path]] = RunMark(status="planned", words=said)
    return found


def _inside(run: Run, words: RunWords, identity: Identity) -> dict[str, RunMark]:
    """The states in child executions of distributed Maps: how many came through, and how many failed."""
    found = {}
    for name, tally in items.tallies(run).items():
        path = words.path(name)
        if path is None:
            continue
        is_at_work = items.is_at_work(run, name)
        failed = 0 if is_at_work else tally.entered - tally.exited
        status: RunStatus = "failed" if failed else "running" if is_at_work else "succeeded"
        said = f"{tally.exited}/{tally.entered}"
        if failed:
            said += f" · {words.say('run.items-failed', count=failed)}"
        found[identity.uids[path]] = RunMark(status=status, words=said)
    return found


def _taken_inside(run: Run, parts: Graph) -> Iterator[tuple[Edge, int]]:
    """The edges between states in child executions, each with the position at which it was taken."""
    found = items.tallies(run)
    began = max((each.began for each in run.map_runs if each.began <= run.position), default=0)
    for edge in parts.edges:
        target = edge.target
        if target is None or target.name not in found:
            continue
        if isinstance(edge.source, State):
            is_taken = run.takes((edge.source.name, edge.kind, edge.index))
        else:
            is_taken = edge.kind == "start"
        if is_taken:
            yield edge, began


def _fresh(steps: list[tuple[str, int]], before: int) -> list[str]:
    latest = sorted((at, id) for id, at in steps if at > before)
    return list(dict.fromkeys(id for _, id in latest))
