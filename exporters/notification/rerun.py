"""The steps by which a failed state is run again, from its operations card and its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.notification.wording import plain
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.diagnostic import Language
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import Failure


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps in one language; `{}` stands for words of the card."""

    fail: str
    redrive: str
    child: str
    money: str
    failure: str
    tell: str
    answers: dict[str, str]


STEPS: dict[Language, Steps] = {
    "ja": Steps(
        fail="Fail で終わったので、redrive では先へ進みません。原因を直し、新しい実行を始めます。",
        redrive="原因を除いてから redrive すると、この工程から再開します（14 日以内、定義は同じまま）。",
        child="先に、呼び出した子の実行を見ます。",
        money="先に、お金の出入りが済んでいないかを確かめます{}。",
        failure="{}: {}",
        tell="連絡先: {}",
        answers={
            "retry": "機械がやり直します",
            "human": "人が決めます",
            "compensate": "取り消しの処理をします",
            "ignore": "何もしません",
        },
    ),
    "en": Steps(
        fail="It ended in a Fail state, which a redrive only repeats: mend the cause, start a new execution.",
        redrive="Mend the cause, then redrive: it resumes here (within 14 days, with the same definition).",
        child="First look at the child execution that it started.",
        money="First make sure whether money has moved already{}.",
        failure="{}: {}",
        tell="Tell {}",
        answers={
            "retry": "a machine tries again",
            "human": "a person decides",
            "compensate": "it is made good",
            "ignore": "nothing is done",
        },
    ),
}


def rerun_steps(state: State, entry: StateDesign | None, language: Language) -> list[str]:
    """The steps, in their order: what to look at first, what the card says, and how the execution goes on."""
    words = STEPS[language]
    found = [] if entry is None else list(_of_card(entry, words))
    if resource_of(state).startswith("arn:") and ":states:startExecution" in resource_of(state):
        found.insert(0, words.child)
    return [*found, words.fail if state.type == "Fail" else words.redrive]


def _of_card(entry: StateDesign, words: Steps) -> Iterator[str]:
    card = entry.operations
    if card.money not in ("", "none"):
        by = plain(card.idempotent_by)
        yield words.money.format(f" ({by})" if by else "")
    for failure in card.failures:
        yield words.failure.format(plain(failure.what), _answer(failure, words))


def _answer(failure: Failure, words: Steps) -> str:
    parts = [words.answers.get(failure.answer, ""), plain(failure.how)]
    if failure.tell:
        parts.append(words.tell.format(plain(failure.tell)))
    return " / ".join(part for part in parts if part) or "-"
