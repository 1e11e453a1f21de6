"""The part of the contract that the picture formats share."""

from __future__ import annotations

from typing import ClassVar

from exporters.format import Format
from exporters.settings import SettingName


class Picture(Format):
    """A format that draws a workflow for people, also one that is not finished."""

    __slots__ = ()

    refuses_errors: ClassVar[bool] = False
    settings: ClassVar[tuple[SettingName, ...]] = ("view_mode", "theme", "language", "layout")
