"""The export dialog: a format and its settings, the errors that prevent it, a preview, downloads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NoReturn

import streamlit as st

from designer.components.clipboard import copy_button
from designer.library.packing import archive, archive_name
from designer.library.store import Unavailable
from designer.screen import address, dialogs
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import diagnostics, previews
from designer.screen.panels.deployment import form as deployment
from designer.screen.panels.exporting import into, miro
from designer.screen.panels.exporting.export_settings import choose_settings
from designer.screen.session import Session
from exporters import Artifact, ExportRefused, export, notices, picture_formats
from exporters.format import Format
from exporters.registry import formats
from exporters.settings import Settings
from exporters.stack import same_service, stack_name
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow

ICONS = {"hint": ":material/info:", "warning": ":material/warning:"}
MOST_ERRORS = 20
"""Errors of a refused definition that the dialog lists."""
CLIPBOARD_ENDING = ".png"
"""The only kind of picture that browsers put onto the clipboard."""
ARTIFACTS = "export-artifacts"
"""The key in Streamlit's session state of the artifacts that the open dialog has made."""


def ask(session: Session, format: str | None = None) -> NoReturn:
    """Open the dialog, with a format chosen where one is given; it begins with what the page shows."""
    for key in (ARTIFACTS, "export-subject"):
        st.session_state.pop(key, None)
    if format is not None:
        st.session_state["export-format"] = format
    dialogs.ask(text("export.title"), partial(show, session))


def show(session: Session) -> None:
    """Show the content of the dialog."""
    names = _names(session.opened.workflow)
    if not names:
        st.info(text("export.empty"), icon=":material/info:")
        return
    name = st.selectbox(
        text("export.format"),
        names,
        format_func=lambda name: text(f"format.{name}"),
        key="export-format",
    )
    st.caption(text(f"format.{name}.help"))
    format = formats()[name]
    if format.deploys:
        deployment.show(session, name)
    settings = choose_settings(session, format.settings)
    force = format.refuses_errors and st.checkbox(
        text("export.force"), key="export-force", help=text("export.force.help")
    )
    try:
        with st.spinner(text("export.making")):
            artifacts = _artifacts(session, name, force, settings)
    except ExportRefused as refused:
        _list_errors(session, refused)
        return
    if format.deploys:
        _tell_same_service(session)
    for notice in notices(artifacts):
        tell = st.info if notice.severity == "hint" else st.warning
        tell(escape(notice.message(address.language())), icon=ICONS.get(notice.severity))
    chosen = _choose_file(name, artifacts)
    previews.show(chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        _offer_downloads(session, name, artifacts, chosen)
        _offer_copy(session, format, settings)
    if format.picture_ending:
        miro.show(session, settings)
    into.offer(session, name, bool(force))


def _names(workflow: Workflow) -> list[str]:
    """The formats that have something to write: of a sketch without states those that show it."""
    if not workflow.is_empty:
        return list(formats())
    has_sketch = bool(read_sketch(workflow.design).cards)
    return [name for name, format in formats().items() if format.draws_sketch and has_sketch]


def _tell_same_service(session: Session) -> None:
    """Name another workflow of the library that would be deployed as the same service."""
    opened = session.opened
    try:
        entries = opened.library.entries()
    except Unavailable:  # a line above the page tells it
        return
    name = same_service(opened.workflow, (entry.name for entry in entries if entry.id != opened.record.id))
    if name is not None:
        words = text("export.same-service", name=name, service=stack_name(opened.workflow))
        st.warning(escape(words), icon=ICONS["warning"])


def _artifacts(session: Session, format: str, force: bool, settings: Settings) -> list[Artifact]:
    """The files in that format; those of an earlier run of the dialog where nothing has changed since."""
    made = st.session_state.setdefault(ARTIFACTS, {})
    request = (session.opened.workflow, force, settings)
    if format not in made or made[format][0] != request:
        diagnostics = session.analysis.diagnostics
        made[format] = (request, export(session.opened.workflow, format, force, settings, diagnostics))
    artifacts: list[Artifact] = made[format][1]
    return artifacts


def _list_errors(session: Session, refused: ExportRefused) -> None:
    st.error(text("export.refused", count=len(refused.diagnostics)), icon=":material/block:")
    for index, diagnostic in enumerate(refused.diagnostics[:MOST_ERRORS]):
        diagnostics.show(session, diagnostic, f"export-{index}", is_beside_text=False)


def _choose_file(format: str, artifacts: Sequence[Artifact]) -> Artifact:
    """The file to preview; the person chooses one where there are several."""
    if len(artifacts) == 1:
        return artifacts[0]
    by_path = {artifact.path: artifact for artifact in artifacts}
    return by_path[st.selectbox(text("export.file"), list(by_path), key=f"export-file-{format}")]


def _offer_downloads(session: Session, format: str, artifacts: Sequence[Artifact], chosen: Artifact) -> None:
    """Buttons for the single file; or for the archive of all, and the chosen file.

    The archive is made at once: a button that waits for its data loses the focus, and the dialog its Escape.
    """
    if len(artifacts) == 1:
        _download(text("export.download"), chosen, chosen.data, format)
        return
    zipped = Artifact(archive_name(session.opened.workflow.name), "application/zip", b"")
    _download(text("export.download-all"), zipped, archive(artifacts), format)
    _download(text("export.download-one"), chosen, chosen.data, f"{format}-one", is_first=False)


def _offer_copy(session: Session, format: Format, settings: Settings) -> None:
    """A button that copies the picture, drawn as PNG with the same settings."""
    if not format.picture_ending:
        return
    (picture,) = _artifacts(session, picture_formats()[CLIPBOARD_ENDING], False, settings)
    copy_button(picture.data, address.language(), f"{session.canvas_key}/copy")


def _download(label: str, file: Artifact, data: bytes, key: str, is_first: bool = True) -> None:
    st.download_button(
        label,
        data,
        file.path.rsplit("/")[-1],
        file.media_type,
        type="primary" if is_first else "secondary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{key}",
    )
