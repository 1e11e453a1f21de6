"""The people who have a workflow open in this server, tab by tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from threading import Lock
from time import monotonic
from uuid import uuid4
from weakref import WeakValueDictionary

from designer.library.store import Author

IN_TROUBLE = -2
"""The revision of a visit while the library is in trouble."""

GONE_AFTER = 8.0
"""Seconds without a sign of life until a tab counts as closed."""


@dataclass(eq=False)
class Visit:
    """One tab's visit of a workflow.

    `token` is the visit's secret, which only its tab knows; `tab` is the id that the browser keeps over a
    reload, and `person` the one of whoever sits before it: both "" until the browser has told. `revision` is
    the last one that the tab's Python has read, `colour` a small number that no other visitor has.
    """

    workflow: str
    token: str = field(default_factory=lambda: uuid4().hex)
    tab: str = ""
    person: str = ""
    name: str = ""
    selected: tuple[str, ...] = ()
    revision: int = 0
    colour: int = -1
    seen: float = float("-inf")

    @property
    def author(self) -> Author:
        """The author of changes that are made in this tab."""
        return Author(self.tab or self.token, self.person)

    @property
    def clients(self) -> frozenset[str]:
        """The ids that the changes of this tab may bear."""
        return frozenset((self.token, self.tab)) - {""}


class Presence:
    """The visits of all workflows, found by their tokens; one whose tab is gone is forgotten."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._visits: WeakValueDictionary[str, Visit] = WeakValueDictionary()

    def enter(self, visit: Visit) -> None:
        """Add a visit; it counts as here from its first `touch` on."""
        with self._lock:
            self._visits[visit.token] = visit

    def find(self, token: str) -> Visit | None:
        """The visit with that token."""
        with self._lock:
            return self._visits.get(token)

    def touch(self, token: str, tab: str, person: str, name: str) -> Visit | None:
        """Take a sign of life, and who gives it; None for an unknown token."""
        with self._lock:
            visit = self._visits.get(token)
            if visit is None:
                return None
            visit.tab, visit.person, visit.name = tab, person, name
            if visit.colour < 0:
                taken = {other.colour for other in self._here(visit.workflow)}
                visit.colour = next(number for number in count() if number not in taken)
            visit.seen = self._clock()
            return visit

    def leave(self, token: str) -> None:
        """Take a visit for over, until its next `touch`."""
        with self._lock:
            visit = self._visits.get(token)
            if visit is not None:
                visit.seen = float("-inf")

    def others(self, visit: Visit) -> list[Visit]:
        """The other visits of the same workflow that are here, in the order of their colours."""
        with self._lock:
            here = self._here(visit.workflow)
        others = (other for other in here if not other.clients & visit.clients)
        return sorted(others, key=lambda other: other.colour)

    def is_here(self, workflow: str, client: str) -> bool:
        """True if a tab that has the workflow open makes changes as `client`."""
        with self._lock:
            return any(client in visit.clients for visit in self._here(workflow))

    def _here(self, workflow: str) -> list[Visit]:
        oldest = self._clock() - GONE_AFTER
        return [
            visit for visit in self._visits.values() if visit.workflow == workflow and visit.seen >= oldest
        ]
