"""A state's name holds a character that nobody sees, or that turns the direction of the text.

Why: two names that look the same are then different, a Next that is typed by hand does not find its state,
and after a direction override a name reads otherwise than it is written.

Bad example:

    {"StartAt": "Pay\\u202e", "States": {"Pay\\u202e": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Pay", "States": {"Pay": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.hidden_characters import hidden_character
from schemas.validator.finding import Finding, rule


@rule("warning", State)
def check(state: State) -> Iterator[Finding]:
    """A state whose name has a control character, a direction mark or a space without width."""
    character = hidden_character(state.name)
    if character:
        yield Finding(state.path, {"character": character}, key=True)
