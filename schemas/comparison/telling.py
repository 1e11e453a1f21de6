"""Tells differences in words: a line for each state, with a line for each field of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.asl.graph import EdgeKind
from schemas.asl.walk import Scope, State
from schemas.comparison.comparison import Comparison, StateChange
from schemas.comparison.field_changes import ABSENT, FieldChange, Value
from schemas.comparison.kinds import KINDS
from schemas.comparison.words import WORDS, Words
from schemas.core.coerce import mapping, text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json, Path, value_at
from schemas.core.short_text import short_text
from schemas.wording.edge_labels import label

SIGNS = {"added": "+", "removed": "-"}
OTHER_SIGN = "~"
LONG, KEPT = 50, 12
"""Of texts longer than this, so much is shown before the first difference."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A value that differs: a title, and the words of the old and the new value."""

    title: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Told:
    """A state that differs, in words: its sign, its name, the kinds of its differences, and the details."""

    sign: str
    name: str
    kinds: str
    details: tuple[Detail, ...]


def told_states(comparison: Comparison, language: Language) -> Iterator[Told]:
    """Yield the states that differ in more than their places on the canvas, and at last the machine."""
    words = WORDS[language]
    for change in comparison.states:
        if change.kinds == ("placed",):
            continue
        sign = next((SIGNS[kind] for kind in change.kinds if kind in SIGNS), OTHER_SIGN)
        named = words.listing.join(words.kinds[kind] for kind in change.kinds)
        yield Told(sign, change.name, named, tuple(_details(change, language)))
    if comparison.machine:
        details = tuple(_field_details(comparison.machine, None, language))
        kinds = [kind for kind in KINDS if any(change.kind == kind for change in comparison.machine)]
        yield Told(
            OTHER_SIGN, words.machine, words.listing.join(map(words.kinds.__getitem__, kinds)), details
        )


def told_places(comparison: Comparison, language: Language) -> str:
    """The names of the states that differ only in their places; empty if there is none."""
    words = WORDS[language]
    names = [change.name for change in comparison.states if change.kinds == ("placed",)]
    return words.placed.format(words.listing.join(names)) if names else ""


def summary(comparison: Comparison, language: Language) -> str:
    """The number of states of each kind, in one line."""
    words = WORDS[language]
    if comparison.is_equal:
        return words.equal
    counts = [words.counted.format(words.kinds[kind], count) for kind, count in comparison.counts.items()]
    return words.listing.join(counts or [words.machine])


def told(comparison: Comparison, language: Language) -> Iterator[str]:
    """Yield the lines of a comparison as plain text, the summary first."""
    yield summary(comparison, language)
    for state in told_states(comparison, language):
        yield f"{state.sign} {state.name}: {state.kinds}"
        for detail in state.details:
            yield f"    {detail.title}: {detail.old} → {detail.new}"
    if places := told_places(comparison, language):
        yield places


def _details(change: StateChange, language: Language) -> Iterator[Detail]:
    words = WORDS[language]
    if change.old is None or change.new is None:
        return
    if "renamed" in change.kinds:
        yield Detail(words.name, change.old.name, change.new.name)
    if "moved" in change.kinds:
        yield Detail(words.place, _scope(change.old.scope, words), _scope(change.new.scope, words))
    yield from _field_details(change.fields, change, language)


def _field_details(
    fields: tuple[FieldChange, ...], change: StateChange | None, language: Language
) -> Iterator[Detail]:
    words = WORDS[language]
    leads_on = any(field.path == ("Next",) for field in fields)
    for field in fields:
        if field.kind == "placed" or (leads_on and field.path == ("End",)):
            continue
        if field.kind == "rewired":
            yield _transition(field, change, language)
        else:
            title = dotted(field.path) or (words.entry if field.kind == "described" else words.value)
            yield Detail(title, *_values(field.old, field.new, words))


def _transition(field: FieldChange, change: StateChange | None, language: Language) -> Detail:
    words = WORDS[language]
    first, last = field.path[0], field.path[-1]
    if first in ("Choices", "Catch"):
        kind: EdgeKind = "choice" if first == "Choices" else "catch"
        pattern = words.condition if kind == "choice" else words.error
        rule = _rule(field, change)
        title = pattern.format(label(kind, rule, language)) if rule else dotted(field.path)
    else:
        title = {
            "Next": words.following,
            "End": words.end,
            "Default": label("default", {}, language),
            "StartAt": words.start if len(field.path) == 1 else words.branch_start,
        }[str(last)]
    return Detail(title, _target(field.old, first, words), _target(field.new, first, words))


def _rule(field: FieldChange, change: StateChange | None) -> dict[str, Json]:
    """The choice rule or catcher of a transition, as it is now or was last."""
    for value in (field.new, field.old):
        if isinstance(value, dict):
            return value
    side: State | None = change.new if change else None
    return mapping(value_at(side.fields, field.path[:-1])[1]) if side and len(field.path) > 1 else {}


def _target(value: Value, first: str | int, words: Words) -> str:
    if value is ABSENT:
        return words.end if first == "Next" else words.nothing
    if isinstance(value, dict):
        return text(value.get("Next")) or words.nothing
    if isinstance(value, list):
        return words.listing.join(text(mapping(rule).get("Next")) for rule in value)
    return short_text(value)


def _scope(scope: Scope, words: Words) -> str:
    if scope.owner is None:
        return words.top
    index = scope.path[-1]
    owner = scope.owner.name
    return words.branch.format(owner, index + 1) if isinstance(index, int) else words.inside.format(owner)


def dotted(path: Path) -> str:
    """The path as people write it: `Retry[0].MaxAttempts`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _values(old: Value, new: Value, words: Words) -> tuple[str, str]:
    """Both values, from near the first difference on where they are long."""
    if isinstance(old, str) and isinstance(new, str) and len(old) > LONG and len(new) > LONG:
        both = zip(old, new, strict=False)
        shared = next((index for index, (one, other) in enumerate(both) if one != other), len(old))
        cut = max(0, min(shared, len(old), len(new)) - KEPT)
        old, new = ("…" * bool(cut) + value[cut:] for value in (old, new))
    return _shown(old, words), _shown(new, words)


def _shown(value: Value, words: Words) -> str:
    if isinstance(value, str):
        value = " ".join(value.split())
    return words.nothing if value is ABSENT else short_text(value)
