"""The settings of an export on the screen: a select box for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.session import Session
from exporters.settings import PictureLayout, SettingName, Settings, Subject, Theme
from schemas.core.diagnostic import Language
from schemas.core.view_mode import VIEW_MODES
from schemas.sidecar.sketch import read_sketch


@dataclass(frozen=True, slots=True)
class Choice:
    """A select box: its label, its options, the key of an option's words, and the option chosen at first."""

    label: str
    options: Sequence[str]
    words: str
    first: Callable[[Session], str]


CHOICES: dict[SettingName, Choice] = {
    "subject": Choice("export.subject", get_args(Subject), "export.subject.{}", lambda _: address.page()),
    "view_mode": Choice(
        "export.look", VIEW_MODES, "canvas.look.{}", lambda session: session.opened.view_mode
    ),
    "theme": Choice("export.theme", get_args(Theme), "export.theme.{}", lambda _: "light"),
    "layout": Choice("export.layout", get_args(PictureLayout), "export.layout.{}", lambda _: "auto"),
    "language": Choice(
        "topbar.language", get_args(Language), "export.language.{}", lambda _: address.language()
    ),
}
"""The settings that the screen asks for; `scale` keeps its default there.

At first a picture shows what the page shows, in the view mode and the language of the screen. It is light on
a dark screen, too: most pages that it is pasted onto are light.
"""


OF_WORKFLOWS: tuple[SettingName, ...] = ("view_mode", "layout")
"""The settings that a picture of a sketch has no use for."""


def choose_settings(session: Session, names: Iterable[SettingName]) -> Settings:
    """Show a select box for each of the settings, side by side, and return the person's choice."""
    asked = [name for name in names if name in CHOICES]
    if "subject" in asked:
        asked = _asked_of(session, asked)
    if not asked:
        return Settings()
    columns = st.columns(len(asked))
    chosen: dict[str, Any] = {}
    for column, name in zip(columns, asked, strict=True):
        with column:
            chosen[name] = _select(session, name)
    return replace(Settings(), **chosen)


def _asked_of(session: Session, asked: list[SettingName]) -> list[SettingName]:
    """The settings to ask for of a picture: a sketch looks alike in both view modes, and has no columns."""
    workflow = session.opened.workflow
    if not read_sketch(workflow.design).cards or workflow.is_empty:
        asked = [name for name in asked if name != "subject"]
    first = CHOICES["subject"].first(session)
    is_sketch = workflow.is_empty or st.session_state.get("export-subject", first) == "sketch"
    return [name for name in asked if not (is_sketch and name in OF_WORKFLOWS)]


def _select(session: Session, name: SettingName) -> str:
    choice = CHOICES[name]
    return st.selectbox(
        text(choice.label),
        choice.options,
        index=choice.options.index(choice.first(session)),
        format_func=lambda option: text(choice.words.format(option)),
        key=f"export-{name}",
    )
