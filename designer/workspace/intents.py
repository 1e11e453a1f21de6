"""All intents of the canvas, on the workflow and on the sketch."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field

from designer.protocol.canvas import Intent, Outbox
from designer.workspace import actions, sketch_actions


def messages() -> tuple[type[Intent], ...]:
    """The message of every kind of intent, in the order of their modules' names."""
    found = {*actions.messages(), *sketch_actions.messages()}
    return tuple(sorted(found, key=lambda message: message.__module__))


@cache
def outbox_type() -> type[Outbox[Intent]]:
    """The canvas' outbox with intents of these kinds, told apart by their `kind`; refuses all others."""
    union: Any = reduce(or_, messages())
    return Outbox[Annotated[union, Field(discriminator="kind")]]
