"""The cases of a workflow on the screen: a run is kept as one, all are run, and their file is downloaded."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.library.cases import cases_document
from designer.playing.case_runs import CaseRuns, case_of
from designer.playing.losses import told_loss
from designer.playing.run import Run
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from designer.screen.widgets import typed
from designer.workspace.actions.play import begin_cases
from designer.workspace.sidecar.values import set_value
from player.cases.local_mocks import local_mocks
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Change, Workflow

LONGEST_NAME = 80


def offer(session: Session) -> None:
    """Offer to keep the run that has ended as a case, to run all cases, and to download them."""
    run, cases = session.opened.run, session.opened.last_valid.design.cases
    has_ended = run is not None and run.status not in ("RUNNING", "ABORTED")
    if not cases and not has_ended:
        return
    turn = session.widgets.chosen.get("cases", "0")
    with st.popover(text("cases.title"), icon=":material/checklist:", key=f"cases-{turn}"):
        if run is not None and has_ended:
            _keep(session, run)
        if cases:
            st.button(
                text("cases.run-all", count=len(cases)),
                key="cases-run",
                icon=":material/done_all:",
                on_click=_run_all,
                args=(session,),
            )
            st.download_button(
                text("cases.download"),
                cases_document(cases).text,
                f"{session.opened.workflow.name}.cases.yaml",
                "application/yaml",
                key="cases-download",
                icon=":material/download:",
                on_click="ignore",
            )


def _run_all(session: Session) -> None:
    begin_cases(session.opened)
    _close(session)


def _close(session: Session) -> None:
    """Close the popover, by another key."""
    session.widgets.chosen["cases"] = str(int(session.widgets.chosen.get("cases", "0")) + 1)


def _keep(session: Session, run: Run) -> None:
    key = f"case-name-{run.number}"
    st.text_input(text("cases.name"), key=key, max_chars=LONGEST_NAME, placeholder=text("cases.name.example"))
    if run.is_recorded:
        st.caption(text("cases.recorded"))
    st.button(
        text("cases.keep"),
        key="case-keep",
        icon=":material/bookmark_add:",
        on_click=lambda: _add(session, run, typed(key).strip()),
    )


def _add(session: Session, run: Run, name: str) -> None:
    """Add the run to the cases of the sidecar; one of the same name is replaced."""
    if name:
        session.opened.change(partial(_with_case, run=run, name=name))
        _close(session)


def _with_case(workflow: Workflow, run: Run, name: str) -> Change:
    samples = {each: sample.input for each, sample in workflow.design.samples.items() if not sample.file}
    return set_value(workflow, ("cases", name), case_of(run, samples))


def show(runs: CaseRuns) -> None:
    """Show what the cases come to and what none does, and their results, the failed ones first."""
    for kind, covered in runs.coverage.items():
        share = f"{covered.count - len(covered.missing)}/{covered.count}"
        missing = escape(text("cases.missing", name=", ".join(covered.missing))) if covered.missing else ""
        st.caption(f"**{text(f'cases.{kind}')}: {share}** {missing}")
    for name in runs.unplayable:
        st.markdown(f":red[:material/error:] **{escape(name)}** {text('cases.unplayable')}")
    for result in sorted(runs.results, key=lambda result: not result.differences):
        icon = ":red[:material/close:]" if result.differences else ":green[:material/check:]"
        lines = [f"{icon} **{escape(result.case.name)}**"]
        for each in result.differences:
            named = text(f"cases.{each.what}")
            lines.append(
                escape(text("cases.difference", name=named, expected=each.expected, found=each.found))
            )
        st.markdown("  \n".join(lines))
    if runs.results and not runs.is_busy:
        _offer_mocks(runs)


def _offer_mocks(runs: CaseRuns) -> None:
    """Offer the answers of all cases as a mock file of Step Functions Local, with what it loses of them."""
    written, losses = local_mocks(runs.name, dict(runs.definition), runs.results)
    st.download_button(
        text("mocks.download"),
        write_json(written),
        "MockConfigFile.json",
        "application/json",
        key="mocks-download",
        icon=":material/download:",
        on_click="ignore",
    )
    for loss in losses:
        st.caption(escape(told_loss(loss, address.language())))
