"""The versions of the open workflow: look at one, name it, restore it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import streamlit as st

from designer.library.store import ChangeMark, Names
from designer.screen import address
from designer.screen.locale import local_time, text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.menus import done, menu
from designer.screen.process import library
from designer.screen.session import Session
from exporters.formats.pictures.svg import svg
from exporters.scene.routing import SceneTooLarge
from exporters.settings import Settings, Theme
from schemas.core.hidden_characters import without_hidden
from schemas.sidecar.workflow import Workflow

TOGETHER = timedelta(minutes=10)
"""The time between two changes of one person that are listed as one version."""
MAX_VERSIONS = 100
MAX_CODE = 60_000
LOOKED_AT = "history-version"
"""The key in Streamlit's session state of the version that is looked at."""


@dataclass(frozen=True)
class Version:
    """The workflow after change `number`: `count` changes of one person that end at `made`."""

    number: int
    count: int
    person: str
    made: datetime | None
    name: str = ""


def show(session: Session) -> None:
    """Show the list of versions, or the one that is looked at."""
    id = session.opened.record.id
    looked_at = st.session_state.get(LOOKED_AT)
    versions = grouped(session.opened.marks(), Names(library().engine).versions(id))
    chosen = next((version for version in versions if (id, version.number) == looked_at), None)
    if chosen is None:
        _list(session, versions)
    else:
        _look(session, chosen)


def grouped(marks: Sequence[ChangeMark], names: Mapping[int, str]) -> list[Version]:
    """The versions, the latest first: changes of one person in a row are one, which a named one ends."""
    versions: list[Version] = []
    for mark in marks:
        version = Version(mark.number, 1, mark.author.person, mark.made, names.get(mark.number, ""))
        if versions and _belongs_to(mark, versions[-1]):
            version = Version(
                mark.number, versions.pop().count + 1, version.person, version.made, version.name
            )
        versions.append(version)
    if 0 in names or marks:
        versions.insert(0, Version(0, 0, "", None, names.get(0, "")))
    return versions[::-1]


def _belongs_to(mark: ChangeMark, version: Version) -> bool:
    if version.name or version.number == 0 or mark.author.person != version.person:
        return False
    return mark.made is None or version.made is None or mark.made - version.made < TOGETHER


def _list(session: Session, versions: list[Version]) -> None:
    st.caption(text("history.help") if versions else text("history.none"))
    people = _people(session)
    with st.container(key="versions", gap="xsmall"):
        for version in versions[:MAX_VERSIONS]:
            with st.container(
                key=f"version-{version.number}", horizontal=True, vertical_alignment="center", wrap=False
            ):
                st.markdown(_title(version, people))
                st.space("stretch")
                if version.number == session.opened.record.position:
                    st.caption(text("history.now"), width="content")
                else:
                    _offer_look(session, version)
                _offer_name(session, version)


def _people(session: Session) -> dict[str, str]:
    """The people's names by their ids; the person of this tab has one, too, where none is given."""
    named = {id: name for id, name in Names(library().engine).people().items() if name}
    return {session.opened.visit.person: text("history.you"), **named}


def _title(version: Version, people: Mapping[str, str]) -> str:
    line = text("history.first")
    if version.number:
        time = local_time(version.made).strftime("%Y-%m-%d %H:%M") if version.made else "—"
        who = escape(people.get(version.person, "")) or text("history.someone")
        line = text("history.line", time=time, who=who, count=version.count)
    return f"**{escape(version.name)}** :small[:gray[{line}]]" if version.name else line


def _offer_look(session: Session, version: Version) -> None:
    key = f"look-{version.number}"
    if st.button(text("history.look"), key=key, type="tertiary", icon=":material/visibility:"):
        st.session_state[LOOKED_AT] = (session.opened.record.id, version.number)
        st.rerun(scope="fragment")


def _offer_name(session: Session, version: Version) -> None:
    with menu(f"version-{version.number}", "bookmark", text("history.name")):
        name = st.text_input(
            text("history.name"), version.name, key=f"version-name-{version.number}", max_chars=80
        )
        if st.button(text("history.name.save"), key=f"keep-name-{version.number}", icon=":material/check:"):
            id = session.opened.record.id
            Names(library().engine).name_version(id, version.number, without_hidden(name or ""))
            done()


def _look(session: Session, version: Version) -> None:
    title = _title(version, _people(session))
    workflow = session.opened.at(version.number)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        if st.button(text("history.back"), key="history-back", icon=":material/arrow_back:"):
            st.session_state.pop(LOOKED_AT)
            st.rerun(scope="fragment")
        st.markdown(title)
        st.space("stretch")
        if st.button(
            text("history.restore"), key="history-restore", type="primary", icon=":material/restore:"
        ):
            st.session_state.pop(LOOKED_AT)
            session.opened.restore(version.number)
            st.toast(text("history.restored", version=title), icon=":material/restore:")
            st.rerun()
    picture, code = st.tabs([text("history.picture"), text("history.code")])
    with picture, st.container(key="version-picture"):
        _picture(workflow)
    with code:
        st.code(workflow.document.text[:MAX_CODE], language=workflow.document.format, height=360)


def _picture(workflow: Workflow) -> None:
    if workflow.document.problem is not None:
        st.caption(text("history.broken"))
        return
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    try:
        drawn = svg(workflow, Settings(address.view_mode(), theme, address.language()))
    except SceneTooLarge:
        st.caption(text("history.broken"))
        return
    st.image(drawn, width="content", alt=text("history.picture"))
