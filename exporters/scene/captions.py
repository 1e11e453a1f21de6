"""The words on a state in each view mode, for the canvas and for pictures alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeGuard

from exporters.scene.resource import resource_of
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.services.integration import WAIT
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.sidecar.annotations import MAX_NOTE_LENGTH
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import UNANSWERED, Operations
from schemas.sidecar.undecided import undecided_in
from schemas.wording.durations import duration_words
from schemas.wording.phrases import VOCABULARY, Vocabulary

USUAL_ATTEMPTS = 3
SELF_EXPLANATORY_TYPES = ("Choice", "Map", "Parallel", "Succeed", "Fail")
LARGEST = 10**12
FAILING_TYPES = ("Task", "Map", "Parallel")
MOST_MARKS = 2

FactKind = Literal[
    "retry",
    "timeout",
    "wait",
    "token",
    "distributed",
    "undecided",
    "unanswered",
    "takes",
    "returns",
    "losesFee",
    "deadline",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """A short setting, such as how long a state may take; one without words is told by its sign."""

    kind: FactKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words on a state in one view mode: its title, a line below, and either settings or a note.

    `badge` stands before the line, and is there however long the title is: the state waits for its token, or
    is a distributed Map. The `marks` follow it: what is undecided, then those of its operations card: an open
    question, money, the deadline.
    """

    title: str
    badge: Fact | None = None
    marks: tuple[Fact, ...] = ()
    line: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""


def captions(state: State, entry: StateDesign | None, language: Language) -> dict[ViewMode, Caption]:
    """Return the captions of a state by view mode; `entry` is the state's part of the sidecar.

    Business: the business name, the owner, and the note (or else the state's Comment). Engineering: the name,
    the called resource or the type, retries and times. Both: a wait for a token, a distributed Map, marks.
    """
    design = entry or StateDesign(state.name)
    comment = text(state.fields.get("Comment"))
    calls = resource_of(state.fields).words if state.type == "Task" else ""
    open_points = (Fact("undecided", VOCABULARY[language].undecided),) if is_undecided(state, entry) else ()
    marks = (*open_points, *_marks(state.type, design.operations, language))[:MOST_MARKS]
    return {
        "business": Caption(
            design.business_name.strip() or state.name,
            badge=_badge(state, "business", VOCABULARY[language]),
            marks=marks,
            line=design.owner.strip(),
            note=(design.note.strip() or comment.strip())[:MAX_NOTE_LENGTH],
        ),
        "engineering": Caption(
            state.name,
            badge=_badge(state, "engineering", VOCABULARY[language]),
            marks=marks,
            line=calls or ("" if state.type in SELF_EXPLANATORY_TYPES else state.type),
            facts=tuple(_facts(state.fields, language)),
        ),
    }


def is_undecided(state: State, entry: StateDesign | None) -> bool:
    """Return true if a place of the state stands for what nobody has decided."""
    return entry is not None and any(undecided_in(state, entry.undecided))


def _badge(state: State, view_mode: ViewMode, words: Vocabulary) -> Fact | None:
    if state.type == "Task" and text(state.fields.get("Resource")).endswith(WAIT):
        return Fact("token", words.waiting[view_mode])
    if state.type == "Map" and is_distributed(processor_of(state.fields)):
        return Fact("distributed", words.distributed[view_mode])
    return None


def _marks(type: str, operations: Operations, language: Language) -> Iterator[Fact]:
    """The marks of an operations card, the most important first; none where nobody has answered anything."""
    if operations == UNANSWERED:
        return
    answers = [failure.answer for failure in operations.failures]
    if type in FAILING_TYPES and not (answers and all(answers)):
        yield Fact("unanswered")
    match operations.money:
        case "takes" | "returns" | "losesFee" as money:
            yield Fact(money)
    if operations.deadline:
        yield Fact("deadline", duration_words(operations.deadline, language))


def _facts(fields: dict[str, Json], language: Language) -> Iterator[Fact]:
    if (attempts := _attempts(fields.get("Retry"))) is not None:
        yield Fact("retry", VOCABULARY[language].times.format(attempts))
    if wait := _duration(fields.get("Seconds"), language):
        yield Fact("wait", wait)
    if timeout := _duration(fields.get("TimeoutSeconds"), language):
        yield Fact("timeout", timeout)


def _attempts(retriers: Json) -> int | None:
    """The largest number of retries for one kind of error; None where there is none."""
    entries = retriers if isinstance(retriers, list) else []
    counts = (each.get("MaxAttempts", USUAL_ATTEMPTS) for each in entries if isinstance(each, dict))
    return max((count for count in counts if _is_count(count)), default=None)


def _duration(seconds: Json, language: Language) -> str:
    """The time in words; "" where it is none."""
    return duration_words(seconds, language) if _is_count(seconds) else ""


def _is_count(value: Json) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < LARGEST
