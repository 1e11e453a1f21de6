"""What can be chosen about a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode

Theme = Literal["light", "dark"]
LARGEST_SCALE = 4.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workflow is shown: as whom it is for, in which colours and language, and how large.

    `scale` is the number of pixels of a PNG for each pixel of the canvas; a picture that would become too
    large is drawn smaller.
    """

    look: ViewMode = "engineering"
    theme: Theme = "light"
    language: Language = "ja"
    scale: float = 2.0
