"""The answer of a service by default: an example made from the shape of its response."""

from __future__ import annotations

from player.mocks import Answer, TaskCall


def default_answer(call: TaskCall) -> Answer:
    """An answer to a call that nobody has mocked."""
    return Answer({})
