"""Merging an export into a folder of this machine: the diff, the decisions, and the button that writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import streamlit as st

from designer.base.merging import told
from designer.base.words import word
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.previews import LONGEST
from designer.screen.server import serves_this_person_alone
from designer.screen.session import Session
from exporters import export
from exporters.merging.merge import Choice
from exporters.merging.merging import formats_of_merges, recognized
from exporters.merging.plan import Plan, Repository, Request
from exporters.merging.refusal import CannotMerge
from exporters.merging.repository_folder import ChangedMeanwhile, RepositoryFolder
from exporters.settings import Settings

WRITTEN = "into-written"
"""The key in Streamlit's session state of the result of the last click."""


@dataclass(frozen=True, slots=True)
class Result:
    """The words of a click: the files that it wrote, or the reason why it wrote none."""

    is_written: bool
    words: str


def offer(session: Session, format: str, force: bool) -> None:
    """Show the field for a folder, where the format can be merged and the server is this person's own."""
    if format not in formats_of_merges() or not serves_this_person_alone(st.context.headers.get("Host")):
        return
    with st.expander(text("into.title"), icon=":material/merge:", key="into"):
        st.caption(text("into.help"))
        named = st.text_input(text("into.folder"), key="into-folder", placeholder=text("into.placeholder"))
        result: Result | None = st.session_state.pop(WRITTEN, None)
        if result is not None:
            (st.success if result.is_written else st.error)(escape(result.words))
        if not named:
            return
        folder = Path(named).expanduser()
        if not folder.is_absolute() or not folder.is_dir():
            st.error(text("merge.no-folder"))
            return
        try:
            _show(session, format, force, RepositoryFolder(folder.resolve()))
        except CannotMerge as refused:
            _refuse(refused)
        except OSError as error:
            st.error(escape(text("cli.system", error=error.strerror or error)))


def _show(session: Session, format: str, force: bool, folder: RepositoryFolder) -> None:
    """The diff, and the question on what a person has changed."""
    plan = _plan(session, format, force, folder, "ask")
    repository = Repository(folder.read)
    missing = recognized(repository.read, format)[0].missing(repository)
    if missing:
        st.info(text("merge.missing-package", name=missing))
    if plan.agrees:
        st.success(text("into.agrees"))
        return
    choice: Choice = "ask"
    if plan.conflicts:
        for conflict in plan.conflicts:
            st.warning(escape(told(conflict, Path(), address.language())))
        choice = st.radio(
            text("into.decide"),
            get_args(Choice),
            format_func=lambda option: text(f"into.decide.{option}"),
            key="into-choice",
        )
        plan = plan if choice == "ask" else _plan(session, format, force, folder, choice)
    diff = plan.diff() or text("into.no-change")
    with st.container(key="into-diff"):
        st.code(diff[:LONGEST], language="diff", wrap_lines=True)
    if len(diff) > LONGEST:
        st.caption(text("export.shortened"))
    st.button(
        text("into.write"),
        type="primary",
        disabled=bool(plan.conflicts) and choice == "ask",
        on_click=_write,
        args=(folder, plan),
        key="into-write",
    )


def _plan(session: Session, format: str, force: bool, folder: RepositoryFolder, choice: Choice) -> Plan:
    repository = Repository(folder.read)
    kind, name, main = recognized(repository.read, format)
    workflow = session.opened.workflow
    settings = Settings(beside_others=True)
    artifacts = export(workflow, name, force, settings, session.analysis.diagnostics)
    return repository.plan(kind.merge(repository, Request.of(workflow, artifacts, choice), main))


def _write(folder: RepositoryFolder, plan: Plan) -> None:
    """Write the plan that was shown, unless a file has changed since."""
    language = address.language()
    try:
        files = [path.relative_to(folder.root).as_posix() for path in folder.write(plan)]
        result = Result(True, word(language, "merge.written", file=", ".join(files)))
    except ChangedMeanwhile as changed:
        result = Result(False, f"{changed.path}: {word(language, 'into.changed-meanwhile')}")
    except CannotMerge as refused:
        result = Result(False, _words(refused))
    except OSError as error:
        result = Result(False, word(language, "cli.unwritable", error=error.strerror))
    st.session_state[WRITTEN] = result


def _refuse(refused: CannotMerge) -> None:
    if refused.by_hand:
        st.code("\n".join(refused.by_hand), language=None)
    st.error(escape(_words(refused)))
    if refused.diagnostic is not None:
        st.error(escape(refused.diagnostic.message(address.language())))


def _words(refused: CannotMerge) -> str:
    place = ":".join(str(part) for part in (refused.file, refused.line) if part)
    words = word(address.language(), refused.key, **refused.params)
    return f"{place}: {words}" if place else words
