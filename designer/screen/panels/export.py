"""The export dialog: a format, what stands in its way, what it gives, the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from designer.components.clipboard import copy_button
from designer.library.packing import packed
from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels import findings, previews
from designer.screen.session import Session
from exporters import Artifact
from exporters.exporting import ExportRefused, export
from exporters.formats.pictures.picture import Picture
from exporters.formats.pictures.settings import Settings, Theme
from exporters.registry import formats
from schemas.core.diagnostic import Language
from schemas.core.view_mode import VIEW_MODES

SHOWN = 20


def ask(session: Session) -> None:
    """Open the dialog."""
    st.dialog(text("export.title"), width="large", on_dismiss="rerun")(_show)(session)


def _show(session: Session) -> None:
    names = list(formats())
    name = st.selectbox(
        text("export.format"), names, format_func=lambda name: text(f"format.{name}"), key="export-format"
    )
    st.caption(text(f"format.{name}.help"))
    is_picture = isinstance(formats()[name], Picture)
    settings = _settings(session) if is_picture else None
    force = not is_picture and st.checkbox(
        text("export.force"), key="export-force", help=text("export.force.help")
    )
    try:
        with st.spinner(text("export.making")):
            artifacts = export(session.opened.workflow, name, force, settings)
    except ExportRefused as refused:
        _refuse(session, refused)
        return
    chosen = _chosen(name, artifacts)
    previews.show(chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        whole = packed(session.opened.workflow.name, artifacts)
        _download(text("export.download" if whole is chosen else "export.download-all"), whole, name)
        if whole is not chosen:
            _download(text("export.download-one"), chosen, f"{name}-one", is_first=False)
        if settings:
            (png,) = artifacts if name == "png" else export(session.opened.workflow, "png", settings=settings)
            copy_button(png.data, address.language(), f"{session.canvas_key}/copy")


def _settings(session: Session) -> Settings:
    """How the picture is to look; at first as the screen does, but light as what it is pasted onto."""
    columns = st.columns(3)
    look = columns[0].selectbox(
        text("export.look"),
        VIEW_MODES,
        index=VIEW_MODES.index(session.opened.look),
        format_func=lambda look: text(f"canvas.look.{look}"),
        key="export-look",
    )
    theme = columns[1].selectbox(
        text("export.theme"),
        get_args(Theme),
        format_func=lambda theme: text(f"export.theme.{theme}"),
        key="export-theme",
    )
    languages = get_args(Language)
    language = columns[2].selectbox(
        text("topbar.language"),
        languages,
        index=languages.index(address.language()),
        format_func=lambda language: text(f"export.language.{language}"),
        key="export-language",
    )
    return Settings(look, theme, language)


def _refuse(session: Session, refused: ExportRefused) -> None:
    st.error(text("export.refused", count=len(refused.diagnostics)), icon=":material/block:")
    for index, diagnostic in enumerate(refused.diagnostics[:SHOWN]):
        findings.show(session, diagnostic, f"export-{index}")


def _chosen(format: str, artifacts: Sequence[Artifact]) -> Artifact:
    """The file that is looked at."""
    if len(artifacts) == 1:
        return artifacts[0]
    by_path = {artifact.path: artifact for artifact in artifacts}
    return by_path[st.selectbox(text("export.file"), list(by_path), key=f"export-file-{format}")]


def _download(label: str, file: Artifact, key: str, is_first: bool = True) -> None:
    st.download_button(
        label,
        file.data,
        file.path.rsplit("/")[-1],
        file.media_type,
        type="primary" if is_first else "secondary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{key}",
    )
