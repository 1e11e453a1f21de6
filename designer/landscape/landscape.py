"""All workflows with what is told of them, and the arrows from those that start others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from designer.landscape.names import aliases, comparable
from designer.landscape.starts import Start, starts
from schemas.sidecar.workflow import Workflow

Condition = Literal["", "empty", "broken"]


@dataclass(frozen=True, slots=True)
class Described:
    """A workflow as it is told of without looking at others: its owners, the most frequent first."""

    owners: tuple[str, ...]
    aliases: tuple[str, ...]
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A workflow of the library on the map; `changed` is in UTC.

    `condition` tells one without states, and one whose text cannot be read.
    """

    id: str
    name: str
    changed: datetime
    errors: int
    warnings: int
    described: Described
    condition: Condition = ""

    @property
    def owner(self) -> str:
        """The owner of most of its states; "" where none is named."""
        return next(iter(self.described.owners), "")


@dataclass(frozen=True, slots=True)
class Landscape:
    """Members by id in the order of their names, and arrows from one that starts another (ids).

    `unknown` are the names, by id, of what a workflow starts and the library does not have.
    """

    members: dict[str, Member]
    arrows: tuple[tuple[str, str], ...]
    unknown: dict[str, tuple[str, ...]]

    def started_by(self, id: str) -> list[Member]:
        """The workflows that a workflow starts."""
        return [self.members[target] for source, target in self.arrows if source == id]

    def starting(self, id: str) -> list[Member]:
        """The workflows that start a workflow."""
        return [self.members[source] for source, target in self.arrows if target == id]


def describe(workflow: Workflow) -> Described:
    """A workflow by itself; one whose text cannot be read starts nothing."""
    owners = Counter(owner for state in workflow.design.states.values() if (owner := state.owner.strip()))
    return Described(
        tuple(owner for owner, _ in owners.most_common()), tuple(aliases(workflow)), starts(workflow)
    )


def landscape(members: Iterable[Member]) -> Landscape:
    """The map of these workflows.

    A start leads to the workflow that has one of its names; where several do, to the first by name. A
    workflow's own name counts before those that exports give to others.
    """
    ordered = sorted(members, key=lambda member: (_in_order(member.name), member.id))
    known: dict[str, str] = {}
    for rank in range(max((len(member.described.aliases) for member in ordered), default=0)):
        for member in ordered:
            if rank < len(member.described.aliases):
                known.setdefault(member.described.aliases[rank], member.id)
    arrows: dict[tuple[str, str], None] = {}
    unknown: dict[str, tuple[str, ...]] = {}
    for member in ordered:
        for start in member.described.starts:
            target = next((known[form] for name in start.names if (form := comparable(name)) in known), None)
            if target is not None:
                arrows[member.id, target] = None
            elif start.names:
                named = unknown.get(member.id, ())
                unknown[member.id] = tuple(dict.fromkeys([*named, start.names[0]]))
    return Landscape({member.id: member for member in ordered}, tuple(arrows), unknown)


def _in_order(name: str) -> list[tuple[int, str]]:
    """The name as people order it: numbers in it count as numbers."""
    parts = re.split(r"(\d{1,9})", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
