"""The words of failures; `{}` stands for names, numbers and times."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.failures.course import RerunKind
from schemas.failures.effects import EffectKind


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language in one view mode; `data` is by the kind of data that a catcher hands on."""

    other_error: str
    unnamed_error: str
    stop: str
    no_retry: str
    zero_retries: str
    retries: str
    retries_container: str
    unknown_retries: str
    delay: str
    jittered: str
    at_most: str
    more_delays: str
    at_once: str
    caught: str
    caught_at_once: str
    reason: str
    data: dict[str, str]
    assigned: str
    uncaught: str
    uncaught_inside: str
    siblings_cancelled: str
    items_cancelled: str
    tolerated: str
    run_fails: str
    then_ends: str
    then_fails: str
    then_either: str
    rejoins: str
    may_rejoin: str
    usual_next: str
    endless: str
    effects: dict[EffectKind, str]
    effects_unnamed: dict[EffectKind, str]
    per_item: str
    own_unsure: str
    nothing: str
    certainly: str
    possibly: str
    rerun: dict[RerunKind, str]
    rerun_if_failed: str
    nested: str
    told_by: str
    told_by_owner: str
    told_person: str
    told_on_failure: str
    told_nobody: str
    answers: dict[str, str]
    open_answer: str
