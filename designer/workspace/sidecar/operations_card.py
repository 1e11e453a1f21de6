"""Answers on an operations card, typed by a person, as values of the sidecar."""

from __future__ import annotations

from collections.abc import Mapping

from designer.base.words import word
from designer.workspace.definition_text import Unreadable
from schemas.asl.services import SDK, integration
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.paths import Json, Path
from schemas.sidecar.design import Design
from schemas.sidecar.operations import MAX_SECONDS, Failure, Operations
from schemas.sidecar.sketch import read_sketch
from schemas.wording.durations import read_duration

Values = dict[Path, Json]
"""Values by their paths in the sidecar; None removes one."""

YES, NO = "yes", "no"
OPEN = "？"
"""Stands for an answer that nobody has given."""

_FUNCTIONS = ("lambda", f"{SDK}lambda")

_PLACES: Mapping[str, Path] = {
    "idempotency": ("idempotency", "kind"),
    "idempotentBy": ("idempotency", "by"),
}
"""The places of the answers that are no members of the card itself."""


def answered(entry: Path, name: str, typed: str, operations: Operations) -> Values:
    """The values that answer the question `name` on the card of the entry at that path; "" takes it back.

    A choice is `typed` as its value in the sidecar, a deadline in words. Raises `Unreadable`.
    """
    card, typed = (*entry, "operations"), typed.strip()
    path = (*card, *_PLACES.get(name, (name,)))
    if not typed:
        return {path[:-1] if name == "idempotency" else path: None}
    match name:
        case "deadline":
            return {path: _seconds(path, typed)}
        case "personalData":
            return {path: typed == YES}
        case "idempotentBy" if not operations.idempotency:
            return {(*card, "idempotency"): {"kind": "key", "by": typed}}
        case _:
            return {path: typed}


def choice_of(name: str, operations: Operations) -> str:
    """The value that is chosen for the question `name`; "" for none."""
    personal = {True: YES, False: NO, None: ""}[operations.personal_data]
    choices = {"money": operations.money, "idempotency": operations.idempotency, "personalData": personal}
    return {**choices, "function": operations.function}[name]


def failure_sentence(failure: Failure, language: Language) -> str:
    """A failure and what is done about it."""
    what = failure.what or word(language, "operations.failure.what")
    answer = word(language, f"operations.failure.answer.{failure.answer}") if failure.answer else OPEN
    return f"{what} → {answer}"


def people_of(design: Design) -> list[str]:
    """All people and teams that the sidecar names, in alphabetical order."""
    found: set[str] = set()
    for state in design.states.values():
        told = (failure.tell for failure in state.operations.failures)
        found |= {state.owner, state.operations.escalation, *told}
    found |= {card.owner for card in read_sketch(design).cards.values()}
    return sorted(found - {""})


def calls_function(state: State) -> bool:
    """True if the state calls a Lambda function."""
    resource = string(state.fields.get("Resource"))
    called = integration(resource)
    return called.service in _FUNCTIONS if called else ":function:" in resource


def failure_changed(failures: Json, index: int, name: str, value: Json) -> Json:
    """The list of failures with another value of the field `name` in one of them; None for an empty list.

    An `index` behind the last adds one. One of which nothing is left is taken away.
    """
    items: list[Json] = list(failures) if isinstance(failures, list) else []
    index = min(index, len(items))
    before = mapping(items[index]) if index < len(items) else {}
    after: dict[str, Json] = {"what": "", **before, name: value}
    after = {key: item for key, item in after.items() if key == "what" or item not in ("", [], None)}
    items[index : index + 1] = [after] if after != {"what": ""} else []
    return items or None


def failure_removed(failures: Json, index: int) -> Json:
    """The list of failures without one of them; None for an empty list."""
    items: list[Json] = list(failures) if isinstance(failures, list) else []
    return [*items[:index], *items[index + 1 :]] or None


def _seconds(path: Path, typed: str) -> int:
    seconds = read_duration(typed)
    if seconds is None or seconds > MAX_SECONDS:
        raise Unreadable(Diagnostic("unreadable-deadline", "error", path, params={"text": typed}))
    return seconds
