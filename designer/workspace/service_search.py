"""Search over the actions of AWS services that a Task may call."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from designer.protocol.canvas import SearchResult, ServiceAction
from exporters.scene.resource import SERVICES
from schemas.asl.services import SDK, actions, services

MAX_ACTIONS = 30
"""Actions in a search result, at most."""


def search_actions(query: str) -> SearchResult:
    """The actions whose names contain all words of the query, the closest match first.

    Of equally close ones the optimized integrations come before the SDK ones.
    """
    words = query.lower().replace(":", " ").split()
    if not words:
        return SearchResult(query=query, actions=[])
    found = [action for action in _all_actions() if all(word in _search_text(action) for word in words)]
    found.sort(key=lambda action: _distance(action, words))
    return SearchResult(query=query, actions=found[:MAX_ACTIONS])


@cache
def _all_actions() -> tuple[ServiceAction, ...]:
    return tuple(_read_actions())


def _read_actions() -> Iterator[ServiceAction]:
    for service in services():
        bare = service.removeprefix(SDK)
        for action in actions(service):
            suffix = "" if bare == service else " (SDK)"
            name = f"{SERVICES.get(bare, bare)} {action}{suffix}"
            yield ServiceAction(template=f"{service}:{action}", service=bare, name=name)


def _distance(action: ServiceAction, words: list[str]) -> tuple[int, bool]:
    """The distance of an action from the query: the number of words that are no whole words of its name, then
    whether no word of its name begins with the first one."""
    names = _search_text(action).split()
    return sum(word not in names for word in words), not any(name.startswith(words[0]) for name in names)


def _search_text(action: ServiceAction) -> str:
    return f"{action.name} {action.template.replace(':', ' ')}".lower()
