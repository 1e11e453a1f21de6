"""The needs of a state: people's estimates from the sidecar, and a marked default for each other one."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.asl.graph import Edge, Graph
from schemas.asl.services import PATTERNS, WAIT, integration
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.coerce import mapping, number
from schemas.core.paths import Path
from schemas.sidecar.estimates import Estimate

ITEMS = 10.0
"""The items of a Map of which nobody has said how many it has."""

FAILING = 0.01
"""The share of runs that a state's catchers take together, where nobody has said."""

_TASK = 0.3
_JOB = 60.0
_PERSON = 3600.0
_WAIT = 60.0
_MOST = 31_622_400


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a state, and whether it is a default that nobody has chosen."""

    value: float
    is_default: bool


@dataclass(frozen=True, slots=True)
class Needs:
    """The seconds of one attempt of a state, its attempts, and the items of a Map."""

    seconds: Amount
    attempts: Amount
    items: Amount | None


@dataclass(frozen=True, slots=True)
class Share:
    """The share of runs that take an edge; `uid` is that of the target's state."""

    edge: Edge
    uid: str
    amount: Amount


def needs_of(state: State, estimate: Estimate) -> Needs:
    """The needs of `state`; those that `estimate` does not have are defaults by its type."""
    items = _chosen(estimate.items, ITEMS) if state.type == "Map" else None
    return Needs(_chosen(estimate.seconds, default_seconds(state)), _chosen(estimate.attempts, 1), items)


def default_seconds(state: State) -> float:
    """The seconds that a state takes by itself: a Wait its own time, a Task by the pattern of its call."""
    if state.type == "Wait":
        written = number(state.fields.get("Seconds"), _MOST)
        return written if written is not None and written >= 0 else _WAIT
    if state.type != "Task":
        return 0.0
    called = integration(resource_of(state))
    if called is not None and called.pattern == WAIT:
        return _PERSON
    is_job = called is not None and called.pattern in PATTERNS[1:]
    return _JOB if is_job or ":activity:" in resource_of(state) else _TASK


def shares(state: State, graph: Graph, uids: dict[Path, str], estimate: Estimate) -> list[Share]:
    """The edges that leave `state` to states, each with its share; those of one state are 1 together.

    Only a state that ends the scope, or an edge that leads nowhere, has less. Likelihoods that are more than
    1 together are scaled down; what they leave is divided equally among the other edges of a Choice.
    """
    edges = [edge for edge in graph.leaving(state.path) if edge.target is not None]
    caught = [edge for edge in edges if edge.kind == "catch"]
    chosen = [edge for edge in edges if edge.kind in ("choice", "default")]
    catching = _divided(caught, uids, estimate, FAILING if caught else 0.0, is_whole=False)
    left = max(0.0, 1.0 - sum(share.amount.value for share in catching))
    ahead = _divided(chosen, uids, estimate, left, is_whole=True)
    ahead += [Share(edge, _uid(edge, uids), Amount(left, True)) for edge in edges if edge.kind == "next"]
    return [*ahead, *catching]


def _divided(
    edges: list[Edge], uids: dict[Path, str], estimate: Estimate, whole: float, is_whole: bool
) -> list[Share]:
    """The shares of `edges`. A likelihood is of a target, so edges to the same one share it equally.

    With `is_whole` they are `whole` together, else at most 1, and those without a likelihood share `whole`.
    """
    targets: dict[str, list[Edge]] = {}
    for edge in edges:
        targets.setdefault(_uid(edge, uids), []).append(edge)
    given = {uid: estimate.likelihoods[uid] for uid in targets if uid in estimate.likelihoods}
    if is_whole and len(given) == len(targets) and not any(given.values()):
        given = {}
    total = sum(given.values())
    open_targets = len(targets) - len(given)
    most = whole if is_whole else 1.0
    scale = most / total if total > most or (is_whole and not open_targets and total > 0) else 1.0
    remaining = max(0.0, whole - total * scale)
    found: list[Share] = []
    for uid, leading in targets.items():
        amount = given[uid] * scale if uid in given else remaining / open_targets
        found += [Share(edge, uid, Amount(amount / len(leading), uid not in given)) for edge in leading]
    return found


def _uid(edge: Edge, uids: dict[Path, str]) -> str:
    return uids[edge.target.path] if edge.target is not None else ""


def _chosen(given: float | None, default: float) -> Amount:
    return Amount(default, True) if given is None else Amount(given, False)


def concurrency(state: State, items: float) -> float:
    """The items of a Map that run at a time: its MaxConcurrency, at most 40 in this workflow itself."""
    most = number(mapping(state.fields).get("MaxConcurrency"), _MOST)
    limit = most if most is not None and most > 0 else 40.0
    return max(1.0, min(items, limit))
