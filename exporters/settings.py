"""Settings that a person chooses for an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode

Theme = Literal["light", "dark"]
PictureLayout = Literal["auto", "canvas", "columns"]
Subject = Literal["workflow", "sketch"]
SettingName = Literal["subject", "view_mode", "theme", "language", "layout", "scale"]
"""The fields of `Settings`; a format lists those that change its files."""

LARGEST_SCALE = 4.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The audience, the colours, the language, the layout and the size of a drawn workflow, or of its sketch.

    A flow is drawn as on the canvas, or in columns: by `auto` only where it could not be read otherwise.
    `scale` is the number of pixels of a PNG for each pixel of the canvas; a picture that would become too
    large is drawn smaller. With `beside_others`, a template is written such that its resources can stand
    beside those of others in one stack.
    """

    view_mode: ViewMode = "engineering"
    theme: Theme = "light"
    language: Language = "ja"
    scale: float = 2.0
    layout: PictureLayout = "auto"
    subject: Subject = "workflow"
    beside_others: bool = False
