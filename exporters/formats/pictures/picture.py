"""The part of the contract that the picture formats share."""

from __future__ import annotations

from typing import ClassVar

from exporters.format import Format
from exporters.settings import SettingName


class Picture(Format):
    """A format that draws a workflow or its sketch for people, also one that is not finished.

    A workflow without states that has a sketch is drawn as that.
    """

    __slots__ = ()

    refuses_errors: ClassVar[bool] = False
    draws_sketch: ClassVar[bool] = True
    settings: ClassVar[tuple[SettingName, ...]] = ("subject", "view_mode", "theme", "language", "layout")
