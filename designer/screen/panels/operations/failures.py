"""The failures on an operations card: each a line that opens into its controls, and a field for one more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls, expander
from designer.screen.panels.operations.subject import Subject
from designer.workspace.sidecar.operations_card import failure_changed, failure_removed, failure_sentence
from schemas.core.paths import Json
from schemas.sidecar.operations import ANSWERS, Failure, Operations
from schemas.sidecar.workflow import Change, Workflow


def summary(operations: Operations) -> str:
    """The failures in a line; "" for none."""
    return " · ".join(sentence(failure) for failure in operations.failures)


def is_open(operations: Operations) -> bool:
    """True if it is not decided yet what is done about one of the failures."""
    return not all(failure.answer for failure in operations.failures)


def sentence(failure: Failure) -> str:
    """A failure and what is done about it."""
    return failure_sentence(failure, address.language())


def show(subject: Subject, operations: Operations) -> None:
    """Show the failures, and a field that adds one."""
    for index, failure in enumerate(operations.failures):
        name = f"{subject.name}/failure-{index}"
        if expander.is_open(subject.session, name, f"{index + 1}.  {escape(sentence(failure))}"):
            with st.container(key=f"{name}/body", border=True, gap="small"):
                _failure(subject, index, failure, name)
    count = len(operations.failures)
    controls.text_input(
        subject.session,
        f"{subject.name}/failure-new/{count}",
        text("operations.failure.new"),
        "",
        partial(_added, subject, count),
        example=text("operations.failure.new.example"),
    )


def person(
    subject: Subject,
    name: str,
    label: str,
    value: str,
    choose: Callable[[str], None],
    help: str | None = None,
) -> None:
    """Show the person or team `value`, to choose among those of the workflow or to type another."""
    people = subject.people
    offered = people if value in people or not value else [value, *people]
    binding = subject.session.widgets.bind(name, value, choose)
    st.selectbox(
        label,
        offered,
        offered.index(value) if value else None,
        key=binding.key,
        placeholder=text("business.owner.empty"),
        accept_new_options=True,
        help=help,
        on_change=binding.on_change,
    )


def _failure(subject: Subject, index: int, failure: Failure, name: str) -> None:
    _line(subject, index, "what", failure.what, name)
    answers = {each: text(f"operations.failure.answer.{each}") for each in ANSWERS}
    controls.selectbox(
        subject.session,
        f"{name}/answer",
        text("operations.failure.answer"),
        {"": text("operations.unanswered"), **answers},
        failure.answer,
        partial(_choose, subject, index, "answer"),
    )
    _line(subject, index, "how", failure.how, name, text("operations.failure.how.help"))
    tell = text("operations.failure.tell")
    person(subject, f"{name}/tell", tell, failure.tell, partial(_choose, subject, index, "tell"))
    controls.multiselect(
        subject.session,
        f"{name}/errors",
        text("operations.failure.errors"),
        list(failure.errors),
        list(subject.errors),
        partial(_choose, subject, index, "errors"),
        text("operations.failure.errors.help"),
    )
    st.button(
        text("operations.failure.remove"),
        key=f"{name}/remove",
        type="tertiary",
        icon=":material/delete:",
        on_click=_remove,
        args=(subject, index),
    )


def _line(subject: Subject, index: int, field: str, value: str, name: str, help: str | None = None) -> None:
    controls.text_input(
        subject.session,
        f"{name}/{field}",
        text(f"operations.failure.{field}"),
        value,
        partial(_changed, subject, index, field),
        help,
    )


def _changed(subject: Subject, index: int, field: str, workflow: Workflow, typed: str) -> Change:
    make = partial(failure_changed, index=index, name=field, value=typed.strip())
    return subject.failures_changed(workflow, make)


def _added(subject: Subject, index: int, workflow: Workflow, typed: str) -> Change:
    subject.session.widgets.expanded.add(f"{subject.name}/failure-{index}")
    return _changed(subject, index, "what", workflow, typed)


def _choose(subject: Subject, index: int, field: str, value: Json) -> None:
    subject.change_failures(partial(failure_changed, index=index, name=field, value=value))


def _remove(subject: Subject, index: int) -> None:
    inside = f"{subject.name}/failure-"
    subject.session.widgets.expanded -= {
        name for name in subject.session.widgets.expanded if name.startswith(inside)
    }
    subject.change_failures(partial(failure_removed, index=index))
