"""What each look shows of a state: this is the one place that says so, for the canvas and for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeGuard

from exporters.scene.resource import resource_of
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.sidecar.annotations import LONGEST_NOTE
from schemas.sidecar.design import StateDesign
from schemas.wording.phrases import VOCABULARY, Vocabulary

USUAL_ATTEMPTS = 3
TELLING_SHAPES = ("Choice", "Map", "Parallel", "Succeed", "Fail")
LARGEST = 10**12


@dataclass(frozen=True, slots=True)
class Fact:
    """A short setting, such as how long a state may take."""

    kind: Literal["retry", "timeout", "wait"]
    words: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What one look shows of a state: its title, a line below, and either settings or a note."""

    title: str
    line: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""


def captions(state: State, entry: StateDesign | None, language: Language) -> dict[ViewMode, Caption]:
    """The captions of a state; `entry` is what the sidecar says of it.

    Business: what people call it, who answers for it, a note (the state's Comment where there is none).
    Engineering: its name, what it calls or its type, retries and times.
    """
    said = entry or StateDesign(state.name)
    comment = text(state.fields.get("Comment"))
    calls = resource_of(state.fields).words if state.type == "Task" else ""
    return {
        "business": Caption(
            said.business_name.strip() or state.name,
            line=said.owner.strip(),
            note=(said.note.strip() or comment.strip())[:LONGEST_NOTE],
        ),
        "engineering": Caption(
            state.name,
            line=calls or ("" if state.type in TELLING_SHAPES else state.type),
            facts=tuple(_facts(state.fields, VOCABULARY[language])),
        ),
    }


def _facts(fields: dict[str, Json], words: Vocabulary) -> Iterator[Fact]:
    if (attempts := _attempts(fields.get("Retry"))) is not None:
        yield Fact("retry", words.times.format(attempts))
    if wait := _duration(fields.get("Seconds"), words):
        yield Fact("wait", wait)
    if timeout := _duration(fields.get("TimeoutSeconds"), words):
        yield Fact("timeout", timeout)


def _attempts(retriers: Json) -> int | None:
    """How often a state is tried again at most, for one kind of error."""
    known = retriers if isinstance(retriers, list) else []
    counts = (each.get("MaxAttempts", USUAL_ATTEMPTS) for each in known if isinstance(each, dict))
    return max((count for count in counts if _is_count(count)), default=None)


def _duration(seconds: Json, words: Vocabulary) -> str:
    """The time in the largest unit that it is a whole number of; "" where it is none."""
    if not _is_count(seconds):
        return ""
    unit, size = next((unit, size) for unit, size in words.units if seconds % size == 0)
    return unit.format(seconds // size)


def _is_count(value: Json) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < LARGEST
