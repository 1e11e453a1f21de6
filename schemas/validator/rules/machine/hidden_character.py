"""A name or text holds a character that nobody sees, or that turns the direction of the text.

Why: two names that look the same are then different, a Next that is typed by hand does not find its state,
and after a direction override a name reads otherwise than it is written. The same holds for the label of a
Map, for names of errors, and, as to controls and overrides, for a Cause and a Comment.

Bad example:

    {"StartAt": "Pay\\u202e", "States": {"Pay\\u202e": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Pay", "States": {"Pay": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.asl.errors import handlers
from schemas.asl.expressions.label import is_label
from schemas.asl.flow import Flow
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State, choice_rules
from schemas.core.coerce import mapping, text
from schemas.core.hidden_characters import hidden_character, hidden_in_text
from schemas.core.paths import Json, Path
from schemas.validator.finding import Finding, rule


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """A state whose name has a control, a direction mark, a tag or a filler, or nothing but spaces.

    Also such a Label of a Map or name of an error; a Cause or a Comment with a control or an override.
    """
    yield from _in_texts([((*flow.scope.path, "Comment"), flow.scope.fields.get("Comment"))])
    for state in flow.states.values():
        yield from _in_state(state)


@cached_on_state
def _in_state(state: State) -> tuple[Finding, ...]:
    character = hidden_character(state.name)
    own = [Finding(state.path, {"character": character}, key=True)] if character else []
    return (*own, *_in_names(_names(state)), *_in_texts(_texts(state)))


def _in_names(names: Iterator[tuple[Path, Json]]) -> Iterator[Finding]:
    for path, name in names:
        character = hidden_character(text(name))
        if character:
            yield Finding(path, {"character": character})


def _in_texts(texts: Iterable[tuple[Path, Json]]) -> Iterator[Finding]:
    for path, value in texts:
        character = hidden_in_text(text(value))
        if character:
            yield Finding(path, {"character": character})


def _names(state: State) -> Iterator[tuple[Path, Json]]:
    """The label of a Map, unless `bad-label` tells it, the error of a Fail, and errors that are handled."""
    label, error = state.fields.get("Label"), text(state.fields.get("Error"))
    if state.type == "Map" and is_label(text(label)):
        yield (*state.path, "Label"), label
    if state.type == "Fail" and not error.startswith("{%"):
        yield (*state.path, "Error"), error
    for handler in handlers(state):
        yield from handler.names


def _texts(state: State) -> Iterator[tuple[Path, Json]]:
    """The comments in a state, and the cause of a Fail."""
    yield (*state.path, "Comment"), state.fields.get("Comment")
    if state.type == "Fail":
        yield (*state.path, "Cause"), state.fields.get("Cause")
    for choice in choice_rules(state):
        yield (*choice.path, "Comment"), choice.fields.get("Comment")
    for field in ("Retry", "Catch"):
        items = state.fields.get(field)
        for index, item in enumerate(items if isinstance(items, list) else []):
            yield (*state.path, field, index, "Comment"), mapping(item).get("Comment")
