"""What a Task may call, found by words: every action of every service that is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from designer.canvas.protocol import Found, Part
from exporters.scene.resource import SERVICES
from schemas.services import SDK, actions, services

MOST = 30


def find(sought: str) -> Found:
    """The parts whose names hold all words of `sought`; those that begin so, and optimized ones, first."""
    words = sought.lower().replace(":", " ").split()
    found = [part for part in _parts() if all(word in _known_as(part) for word in words)] if words else []
    found.sort(key=lambda part: not any(name.startswith(words[0]) for name in _known_as(part).split()))
    return Found(sought=sought, parts=found[:MOST])


@cache
def _parts() -> tuple[Part, ...]:
    return tuple(_every())


def _every() -> Iterator[Part]:
    for service in services():
        bare = service.removeprefix(SDK)
        for action in actions(service):
            name = f"{SERVICES.get(bare, bare)} {action}"
            yield Part(template=f"{service}:{action}", service=bare, name=name)


def _known_as(part: Part) -> str:
    return f"{part.name} {part.template.replace(':', ' ')}".lower()
