"""What the picture formats share."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporters.formats.pictures.settings import Settings


@dataclass(frozen=True, slots=True)
class Picture:
    """A format that shows a workflow to people, also one that is not finished."""

    settings: Settings = field(default_factory=Settings)
