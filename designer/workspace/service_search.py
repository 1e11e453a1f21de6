"""What a Task may call, found by words: every action of every service that is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from designer.protocol.canvas import SearchResult, ServiceAction
from exporters.scene.resource import SERVICES
from schemas.asl.services import SDK, actions, services

MOST = 30


def search_actions(sought: str) -> SearchResult:
    """The parts whose names hold all words of `sought`, the nearest ones and the optimized ones first."""
    words = sought.lower().replace(":", " ").split()
    found = [part for part in _parts() if all(word in _known_as(part) for word in words)] if words else []
    found.sort(key=lambda part: _distance(part, words))
    return SearchResult(query=sought, actions=found[:MOST])


@cache
def _parts() -> tuple[ServiceAction, ...]:
    return tuple(_every())


def _every() -> Iterator[ServiceAction]:
    for service in services():
        bare = service.removeprefix(SDK)
        for action in actions(service):
            way = "" if bare == service else " (SDK)"
            name = f"{SERVICES.get(bare, bare)} {action}{way}"
            yield ServiceAction(template=f"{service}:{action}", service=bare, name=name)


def _distance(part: ServiceAction, words: list[str]) -> tuple[int, bool]:
    """How far a part is from what is sought: by the words that are no whole ones of its name, then by the
    first word's beginning none."""
    names = _known_as(part).split()
    return sum(word not in names for word in words), not any(name.startswith(words[0]) for name in names)


def _known_as(part: ServiceAction) -> str:
    return f"{part.name} {part.template.replace(':', ' ')}".lower()
