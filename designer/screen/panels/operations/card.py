"""The questions of an operations card, each a line with its answer that opens into its controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls, expander
from designer.screen.panels.operations import failures
from designer.screen.panels.operations.subject import Subject
from designer.workspace.sidecar.operations_card import NO, YES, choice_of
from schemas.sidecar.operations import FUNCTION, IDEMPOTENCY, MONEY, Operations
from schemas.wording.durations import duration_words

OPEN_QUESTION = "help"
ANSWERED = "check"
MOST = 40
"""The most characters of an answer in its line."""


@dataclass(frozen=True)
class Question:
    """A question: its name, its answer in words ("" for none), and the controls that answer it.

    A question may stay open although something is answered.
    """

    name: str
    answer: Callable[[Operations], str]
    show: Callable[[Subject, Operations], None]
    is_open: Callable[[Operations], bool] = lambda _: False


def show(subject: Subject) -> None:
    """Show the questions that concern the entry."""
    operations = subject.operations
    with st.container(key=f"{subject.name}/rows", gap="xxsmall"):
        for question in _asked(subject):
            answer = question.answer(operations)
            label = text(f"operations.{question.name}")
            shown = _cut(answer) if answer else text("operations.unanswered")
            line = f"{label} :gray[{escape(shown)}]" if not answer else f"{label}: {escape(shown)}"
            icon = OPEN_QUESTION if not answer or question.is_open(operations) else ANSWERED
            if expander.is_open(subject.session, f"{subject.name}/{question.name}", line, icon):
                with st.container(key=f"{subject.name}/{question.name}/body", border=True, gap="small"):
                    question.show(subject, operations)


def answered_questions(subject: Subject) -> int:
    """The number of questions that are answered."""
    operations = subject.operations
    return sum(bool(question.answer(operations)) for question in QUESTIONS)


def _asked(subject: Subject) -> Iterator[Question]:
    is_asked = subject.is_function or subject.operations.function
    return (question for question in QUESTIONS if question.name != "function" or is_asked)


def _line(name: str, subject: Subject, value: str, example: str = "") -> None:
    controls.text_input(
        subject.session,
        f"{subject.name}/{name}",
        text(f"operations.{name}"),
        value,
        partial(subject.answer, name),
        text(f"operations.{name}.help"),
        example,
    )


def _lines(name: str, subject: Subject, value: str) -> None:
    controls.text_area(
        subject.session,
        f"{subject.name}/{name}",
        text(f"operations.{name}"),
        value,
        partial(subject.answer, name),
        text(f"operations.{name}.help"),
    )


def _choice(name: str, values: tuple[str, ...], subject: Subject, value: str) -> None:
    words = {each: text(f"operations.{name}.{each}") for each in values}
    controls.selectbox(
        subject.session,
        f"{subject.name}/{name}",
        text(f"operations.{name}"),
        {"": text("operations.unanswered"), **words},
        value,
        partial(subject.choose, name),
        text(f"operations.{name}.help"),
    )


def _person(name: str, subject: Subject, value: str) -> None:
    failures.person(
        subject,
        f"{subject.name}/{name}",
        text(f"operations.{name}"),
        value,
        partial(subject.choose, name),
        text(f"operations.{name}.help"),
    )


def _show_deadline(subject: Subject, operations: Operations) -> None:
    _line("deadline", subject, _deadline(operations), text("operations.deadline.example"))
    _person("escalation", subject, operations.escalation)


def _show_idempotency(subject: Subject, operations: Operations) -> None:
    _choice("idempotency", IDEMPOTENCY, subject, operations.idempotency)
    if operations.idempotency != "none":
        _line("idempotentBy", subject, operations.idempotent_by)


def _show_logging(subject: Subject, operations: Operations) -> None:
    _lines("logging", subject, operations.logging)
    _choice("personalData", (YES, NO), subject, choice_of("personalData", operations))


def _deadline(operations: Operations) -> str:
    return duration_words(operations.deadline, address.language()) if operations.deadline else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _words(name: str, value: str) -> str:
    return text(f"operations.{name}.{value}") if value else ""


def _logged(operations: Operations) -> str:
    personal = choice_of("personalData", operations)
    label = text("operations.personalData")
    return _joined(operations.logging, f"{label}: {_words('personalData', personal)}" if personal else "")


def _cut(answer: str) -> str:
    line = " ".join(answer.split())
    return line if len(line) <= MOST else f"{line[:MOST]}…"


QUESTIONS = (
    Question("failures", failures.summary, failures.show, failures.is_open),
    Question("customer", lambda card: card.customer, lambda at, card: _lines("customer", at, card.customer)),
    Question(
        "money",
        lambda card: _words("money", card.money),
        lambda at, card: _choice("money", MONEY, at, card.money),
    ),
    Question(
        "idempotency",
        lambda card: _joined(_words("idempotency", card.idempotency), card.idempotent_by),
        _show_idempotency,
    ),
    Question("deadline", lambda card: _joined(_deadline(card), card.escalation), _show_deadline),
    Question("reply", lambda card: card.reply, lambda at, card: _lines("reply", at, card.reply)),
    Question(
        "accounting", lambda card: card.accounting, lambda at, card: _lines("accounting", at, card.accounting)
    ),
    Question("logging", _logged, _show_logging),
    Question(
        "function",
        lambda card: _words("function", card.function),
        lambda at, card: _choice("function", FUNCTION, at, card.function),
    ),
)
"""The questions in the order in which they are asked."""
