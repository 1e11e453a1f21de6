"""Which uid means which state: uids stay when names and paths change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b

from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, State, scopes, states_of
from schemas.core.paths import Json, Path
from schemas.sidecar.design import Design


@dataclass(frozen=True)
class Identity:
    """Lookups between uids and states, and between scope ids and scopes.

    A scope's id is "" for the machine, the Map's uid for its processor, and "<uid>/<index>" for a
    Parallel's branch.
    """

    states: dict[str, State]
    uids: dict[Path, str]
    scopes: dict[str, Scope]
    scope_ids: dict[Path, str]

    def edge_id(self, edge: Edge) -> str:
        """The id of an arrow: "<source's id>:<kind>:<index>"; next, default and start have no index."""
        path = edge.source.path
        source = self.scope_ids[path] if edge.kind == "start" else self.uids[path]
        return f"{source}:{edge.kind}:{'' if edge.index is None else edge.index}"


def identify(definition: Json, design: Design) -> Identity:
    """The identity of every state and scope of a definition.

    A state has the uid under which the sidecar names it; where several states bear one name, the entry that
    names the state's scope too is taken first. A state that the sidecar doesn't name has a uid made from its
    name, and from its scope's id where that is taken.
    """
    identity = Identity({}, {}, {}, {})
    named = _Named(design)
    for scope in scopes(definition):
        scope_id = _scope_id(scope, identity)
        identity.scopes[scope_id] = scope
        identity.scope_ids[scope.path] = scope_id
        for state in states_of(scope):
            uid = named.take(state.name, scope_id) or _derived(state.name, scope_id, identity, named)
            identity.states[uid] = state
            identity.uids[state.path] = uid
    return identity


class _Named:
    """The sidecar's entries by the name that they give; each is taken once."""

    def __init__(self, design: Design) -> None:
        self.uids = design.states.keys()
        self._waiting: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for uid, entry in design.states.items():
            self._waiting[entry.name].append((uid, entry.scope))

    def take(self, name: str, scope_id: str) -> str | None:
        """The uid of the state `name` in that scope."""
        waiting = self._waiting.get(name)
        if not waiting:
            return None
        exact = (entry for entry in waiting if entry[1] == scope_id)
        loose = (entry for entry in waiting if entry[1] is None)
        found = next(exact, None) or next(loose, None)
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


def _derived(name: str, scope_id: str, identity: Identity, named: _Named) -> str:
    seed = name
    while (
        uid := blake2b(seed.encode(errors="surrogatepass"), digest_size=6).hexdigest()
    ) in identity.states or (uid in named.uids):
        seed = f"{seed}\0{scope_id}"
    return uid
