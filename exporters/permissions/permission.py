"""A statement with those who need it, and fewer statements that allow the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from exporters.permissions.statement import EVERYTHING, Statement


@dataclass(frozen=True, slots=True)
class Permission:
    """A statement, and the names of the states that need it."""

    statement: Statement
    states: tuple[str, ...] = ()


def merge(needs: Iterable[Permission]) -> tuple[Permission, ...]:
    """`needs` in fewer statements, in the order of the first of each: those on the same resources become one,
    then those with the same actions."""
    by_resources = _joined(needs, lambda statement: (statement.resources, statement.conditions))
    return tuple(_joined(by_resources, lambda statement: (statement.actions, statement.conditions)))


def _joined(needs: Iterable[Permission], likeness: Callable[[Statement], Hashable]) -> Iterable[Permission]:
    groups: dict[Hashable, list[Permission]] = {}
    for need in needs:
        groups.setdefault(likeness(need.statement), []).append(need)
    return map(_union, groups.values())


def _union(group: list[Permission]) -> Permission:
    statements = [need.statement for need in group]
    resources = _once(resource for statement in statements for resource in statement.resources)
    return Permission(
        Statement(
            actions=_once(action for statement in statements for action in statement.actions),
            resources=(EVERYTHING,) if EVERYTHING in resources else resources,
            conditions=statements[0].conditions,
        ),
        states=_once(name for need in group for name in need.states),
    )


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
