"""Maps uids to states. A uid stays the same when the name or the path of its state changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b

from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, State, scopes, states_of
from schemas.core.paths import Json, Path, pointer
from schemas.sidecar.design import Design


@dataclass(frozen=True)
class Identity:
    """The states by uid and the uids by path, and the same for scopes.

    The id of a scope is "" for the machine, the uid of the Map for its processor, and "<uid>/<index>" for a
    branch of a Parallel.
    """

    states: dict[str, State]
    uids: dict[Path, str]
    scopes: dict[str, Scope]
    scope_ids: dict[Path, str]

    def edge_id(self, edge: Edge) -> str:
        """The id of an edge: "<source id>:<kind>:<index>"; next, default and start have no index.

        An edge to a name that a function of a template chooses has the path inside the function after that.
        """
        path = edge.source.path
        source = self.scope_ids[path] if edge.kind == "start" else self.uids[path]
        inside = pointer(edge.path[len(edge.field) :])
        return f"{source}:{edge.kind}:{'' if edge.index is None else edge.index}{inside}"


def identify(definition: Json, design: Design) -> Identity:
    """Assign a uid to each state and an id to each scope of a definition.

    A state has the uid of the sidecar entry with its name; of several such entries, the one that also has the
    id of its scope comes first. A state without an entry has a uid derived from its name, and from the id of
    its scope if that uid is already used.
    """
    identity = Identity({}, {}, {}, {})
    entries = _UnusedEntries(design)
    for scope in scopes(definition):
        scope_id = _scope_id(scope, identity)
        identity.scopes[scope_id] = scope
        identity.scope_ids[scope.path] = scope_id
        for state in states_of(scope):
            uid = entries.take(state.name, scope_id) or _derived(state.name, scope_id, identity, entries)
            identity.states[uid] = state
            identity.uids[state.path] = uid
    return identity


class _UnusedEntries:
    """The sidecar's entries by state name; each entry is used for one state."""

    def __init__(self, design: Design) -> None:
        self.uids = design.states.keys()
        self._waiting: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for uid, entry in design.states.items():
            self._waiting[entry.name].append((uid, entry.scope))

    def take(self, name: str, scope_id: str) -> str | None:
        """The uid of the entry for the state `name` in that scope, marked as used; None if there is none."""
        waiting = self._waiting.get(name)
        if not waiting:
            return None
        in_scope = (entry for entry in waiting if entry[1] == scope_id)
        in_any = (entry for entry in waiting if entry[1] is None)
        found = next(in_scope, None) or next(in_any, None)
        if found is None:
            return None
        waiting.remove(found)
        return found[0]


def _scope_id(scope: Scope, identity: Identity) -> str:
    if scope.owner is None:
        return ""
    uid = identity.uids[scope.owner.path]
    index = scope.path[-1]
    if isinstance(index, int):
        return f"{uid}/{index}"
    return f"{uid}/{index}" if uid in identity.scopes else uid


def _derived(name: str, scope_id: str, identity: Identity, entries: _UnusedEntries) -> str:
    seed = name
    while (
        uid := blake2b(seed.encode(errors="surrogatepass"), digest_size=6).hexdigest()
    ) in identity.states or (uid in entries.uids):
        seed = f"{seed}\0{scope_id}"
    return uid
