"""The table of failures of the whole flow: every state with every error that it can raise."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape as escape_markdown
from designer.screen.panels.failures import words
from designer.screen.session import Session
from designer.workspace.actions.what_if import WhatIf
from schemas.core.paths import Path
from schemas.failures.explanation import Explainer
from schemas.failures.failures import Row

MOST = 40
"""The most states that are listed."""
_COLUMNS = ("retries", "next", "rerun", "told")


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the table, and in `row` the text that its lines are to contain."""
    failures = session.analysis.failures
    explainer = Explainer(failures, address.language(), session.opened.view_mode)
    with row:
        wanted = st.text_input(
            text("failures.filter"),
            key="failures-filter",
            placeholder=text("failures.filter"),
            label_visibility="collapsed",
            icon=":material/search:",
            width=260,
        )
    found = [(path, list(rows)) for path, rows in groupby(failures.table(), lambda each: each.state)]
    listed = [(path, lines) for path, lines in _matching(found, explainer, wanted.strip().lower())]
    if not listed:
        st.caption(text("failures.none"))
        return
    st.html(words.STYLES)
    for path, lines in listed[:MOST]:
        _state(session, explainer, path, lines)
    if len(listed) > MOST:
        st.caption(text("failures.more", count=len(listed) - MOST))


def _matching(
    found: list[tuple[Path, list[Row]]], explainer: Explainer, wanted: str
) -> Iterator[tuple[Path, list[Row]]]:
    for path, rows in found:
        if wanted in explainer.title(path).lower():
            yield path, rows
            continue
        lines = [row for row in rows if wanted in _searched(explainer, row)]
        if lines:
            yield path, lines


def _searched(explainer: Explainer, row: Row) -> str:
    explained = explainer.explain(row.course)
    answers = [sentence for _, sentences in words.answers(explained) for sentence in sentences]
    return " ".join([*row.errors, explainer.errors(row.errors), *answers]).lower()


def _state(session: Session, explainer: Explainer, path: Path, rows: list[Row]) -> None:
    uid = session.analysis.identity.uids[path]
    with st.container(key=f"failures-{uid}", gap="small"):
        st.button(
            f"**{escape_markdown(explainer.title(path))}**",
            key=f"{uid}/failures-row",
            type="tertiary",
            icon=":material/bolt:",
            help=text("failures.show"),
            on_click=_reveal,
            args=(session, uid, rows[0].errors[0]),
        )
        st.html(_html(explainer, rows))


def _reveal(session: Session, uid: str, error: str) -> None:
    session.receiver.apply(WhatIf(error=error))
    session.reveal(uid)


def _html(explainer: Explainer, rows: list[Row]) -> str:
    head = "".join(f"<th>{escape(text(f'failures.{name}'))}</th>" for name in ("error", *_COLUMNS))
    lines = "".join(f"<tr>{_cells(explainer, row)}</tr>" for row in rows)
    table = f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody>"
    return (
        f'<p class="failure-done">{_done(explainer, rows[0])}</p><table class="failure-table">{table}</table>'
    )


def _done(explainer: Explainer, row: Row) -> str:
    """The effects before the state, which are the same for all of its errors."""
    explained, between = explainer.explain(row.course), text("failures.between")
    found = [
        f"<strong>{escape(text(f'failures.{field}'))}</strong> {escape(between.join(effects))}"
        for field, effects in (("done", explained.done), ("perhaps_done", explained.perhaps_done))
        if effects
    ]
    return "<br>".join(found) or escape(text("failures.nothing-done"))


def _cells(explainer: Explainer, row: Row) -> str:
    explained = explainer.explain(row.course)
    told = [*explained.told, *explained.decided]
    rerun = [*explained.unsure, *explained.rerun]
    columns = [explained.retries, explained.next, rerun, told]
    cells = "".join(f"<td>{'<br>'.join(map(escape, sentences))}</td>" for sentences in columns)
    return f"<td>{escape(explainer.errors(row.errors))}</td>{cells}"
