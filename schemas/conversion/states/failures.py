"""Failure arrows as catchers: the errors that their words name, each error caught once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from schemas.conversion.flow import Way
from schemas.conversion.words.arrows import error_names_in, is_failed_condition, is_timeout
from schemas.conversion.words.plain import plain

ALL = "States.ALL"
TIMEOUTS = ("States.Timeout",)

_PLAIN = re.compile(
    r"\s*(?:失敗(?:時|したら|した場合)?|エラー(?:時)?|異常(?:時)?|NG|"
    r"(?:on )?(?:errors?|fails?|failed|failure))?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A way that is taken when errors occur; `errors` is empty where its words name none."""

    key: str
    target: str
    label: str
    errors: tuple[str, ...]


def failure_of(way: Way, condition: str | None) -> Failure:
    """The errors of a failure arrow; `condition` is the error of the conditional write that it leaves."""
    errors = error_names_in(way.label)
    if not errors and is_timeout(way.label):
        errors = TIMEOUTS
    if not errors and condition and is_failed_condition(way.label):
        errors = (condition,)
    return Failure(way.key, way.targets[0], plain(way.label), errors)


def caught_once(failures: Iterable[Failure], undecided: Callable[[Failure], str]) -> list[Failure]:
    """The failures with an error each that no other has; one without a name has all the errors that are left.

    `undecided` gives the name of the placeholder for the error of a further one.
    """
    found, taken = [], set[str]()
    unnamed: list[Failure] = []
    for failure in failures:
        errors = tuple(name for name in failure.errors if name not in taken and name != ALL)
        if errors:
            taken.update(errors)
            found.append(Failure(failure.key, failure.target, failure.label, errors))
        elif all((other.target, other.label) != (failure.target, failure.label) for other in unnamed):
            unnamed.append(failure)
    plain = next((one for one in unnamed if _PLAIN.fullmatch(one.label)), unnamed[-1] if unnamed else None)
    for failure in unnamed:
        name = ALL if failure is plain else f"${{{undecided(failure)}}}"
        found.append(Failure(failure.key, failure.target, failure.label, (name,)))
    return sorted(found, key=lambda one: one.errors == (ALL,))
