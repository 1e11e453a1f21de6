"""A statement with the states that need it, and the merging of such statements."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from exporters.permissions.statement import EVERYTHING, Statement


@dataclass(frozen=True, slots=True)
class Permission:
    """A statement, and the names of the states that need it."""

    statement: Statement
    states: tuple[str, ...] = ()


def merge(permissions: Iterable[Permission]) -> tuple[Permission, ...]:
    """Return `permissions` in fewer statements that allow the same, in the order of the first of each.

    Statements on the same resources become one, and then those with the same actions.
    """
    by_resources = _joined(permissions, lambda statement: (statement.resources, statement.conditions))
    return tuple(_joined(by_resources, lambda statement: (statement.actions, statement.conditions)))


def _joined(permissions: Iterable[Permission], key: Callable[[Statement], Hashable]) -> Iterable[Permission]:
    groups: dict[Hashable, list[Permission]] = {}
    for permission in permissions:
        groups.setdefault(key(permission.statement), []).append(permission)
    return map(_union, groups.values())


def _union(group: list[Permission]) -> Permission:
    statements = [permission.statement for permission in group]
    resources = _once(resource for statement in statements for resource in statement.resources)
    return Permission(
        Statement(
            actions=_once(action for statement in statements for action in statement.actions),
            resources=(EVERYTHING,) if EVERYTHING in resources else resources,
            conditions=statements[0].conditions,
        ),
        states=_once(name for permission in group for name in permission.states),
    )


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
